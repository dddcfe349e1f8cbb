/** Interface, timestamps, ordering and exports: what is told of an open round stands still, and of a closed one is one thing. */

import { roundCsv } from '@weerklank/core/team/round-csv'
import { teamEndpoints } from '@weerklank/core/team/team.contract'
import { expect, test } from 'vitest'
import { type Context, inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { type Person, publicUrl } from '../test-member.ts'
import { type BuiltRound, buildRound, closeRound, marks, ticketsOf } from '../test-round.ts'

async function told(app: TestApp, by: Person, round: BuiltRound): Promise<string> {
  const as = app.as(by)
  const params = { round: round.id }
  return JSON.stringify([
    await as.call(teamEndpoints.listRounds),
    await as.call(teamEndpoints.getRound, { params }),
  ])
}

test('while it is open, one thing changes once: that there is enough', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const round = await buildRound(app, noor)
  const changes: number[] = []
  let before = await told(app, noor, round)
  // In turns, so that five have answered long before five of one group have.
  const zuid = ticketsOf(app, round, 'Zuid')
  const turns = ticketsOf(app, round, 'Noord').flatMap((ticket, at) => [ticket, ...zuid.slice(at, at + 1)])
  for (const [at, ticket] of turns.entries()) {
    app.clock.advance(60_000)
    await ticket.post(marks(at % 11, `Woord ${at}`))
    const after = await told(app, noor, round)
    if (after !== before) changes.push(at + 1)
    if (after !== before) expect(after.replace('"enough":true', '"enough":false')).toBe(before)
    before = after
  }
  // At the ninth answer one group has five: with too few of everybody that is not told.
  expect(changes).toEqual([10])
  const refused = await app.as(noor).refusal(teamEndpoints.exportRound, {
    params: { round: round.id },
    body: { purpose: 'research', language: 'nl' },
  })
  expect(refused.code).toBe('conflict')
})

const membersContext = (
  app: TestApp,
  by: Person,
  round: BuiltRound,
  more: Partial<Context> = {},
): Context => ({
  ...{ workspace: app.workspace, actor: { member: by.member }, relations: [], rounds: [round.id] },
  ...{ roles: ['professional', 'facilitator', 'coach', 'administrator', 'researcher', 'privacy-officer'] },
  ...more,
})

test('the database itself shows no count, no word and no ticket of a round to whoever reads, unless as a result', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const round = await buildRound(app, noor)
  for (const ticket of ticketsOf(app, round, 'Noord')) await ticket.post(marks(4, 'Rust.'))
  const look = (context: Context) =>
    inContext(app.db, context, async (trx) => ({
      tallies: (await trx.selectFrom('round_tally').selectAll().execute()).length,
      words: (await trx.selectFrom('round_words').selectAll().execute()).length,
      tickets: (await trx.selectFrom('round_ticket').selectAll().execute()).length,
    }))
  const nothing = { tallies: 0, words: 0, tickets: 0 }
  expect(await look(membersContext(app, noor, round))).toEqual(nothing)
  expect(await look(membersContext(app, noor, round, { purpose: 'audit' }))).toEqual(nothing)
  expect(await look(membersContext(app, noor, round, { rounds: [], purpose: 'results' }))).toEqual(nothing)
  expect(await look({ ...membersContext(app, noor, round), actor: 'system' })).toEqual(nothing)
  // The door is there, and opens for the purpose that is set only when the round is closed; for tickets there is none.
  expect(await look(membersContext(app, noor, round, { purpose: 'results' }))).toEqual({
    tallies: 5,
    words: 1,
    tickets: 0,
  })
})

test('no count can be raised or lowered by who reads', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const round = await buildRound(app, noor)
  for (const ticket of ticketsOf(app, round, 'Noord')) await ticket.post(marks(4))
  const context = membersContext(app, noor, round, { purpose: 'results' })
  const changed = await inContext(app.db, context, async (trx) => {
    const group = await trx.updateTable('round_group').set({ answered: 0 }).executeTakeFirst()
    const tally = await trx.updateTable('round_tally').set({ n: 1 }).executeTakeFirst()
    return Number(group.numUpdatedRows + tally.numUpdatedRows)
  })
  expect(changed).toBe(0)
})

async function closedRound(app: TestApp, order: (all: number[]) => number[], pauseMs: number) {
  const noor = await app.professional()
  const round = await buildRound(app, noor, { invited: { Noord: 7, Zuid: 7, West: 6 } })
  const tickets = ['Noord', 'Zuid', 'West'].flatMap((group) =>
    ticketsOf(app, round, group)
      .slice(0, group === 'West' ? 3 : 6)
      .map((ticket) => ({ ticket, group })),
  )
  for (const at of order(tickets.map((_, index) => index))) {
    app.clock.advance(pauseMs)
    await tickets[at]?.ticket.post(
      marks([at % 11, 3, at % 2, 10, 5], `Woord ${at} van ${tickets[at]?.group}`),
    )
  }
  app.clock.set('2026-11-25T08:00:00.000Z')
  await closeRound(app, round)
  return { noor, round }
}

test('the outcome does not know in which order people answered, nor when', async () => {
  await using app = await testApp()
  const seen: string[] = []
  for (const [order, pause] of [
    [(all: number[]) => all, 0],
    [(all: number[]) => all.toReversed(), 3_600_000],
    [(all: number[]) => all.toSorted((a, b) => ((a * 7) % 15) - ((b * 7) % 15)), 61_000],
  ] as const) {
    app.clock.set('2026-11-19T08:00:00.000Z')
    const { noor, round } = await closedRound(app, order, pause)
    const details = await app.as(noor).call(teamEndpoints.getRound, { params: { round: round.id } })
    const names = new Map(details.groups.map(({ id, name }) => [id as string, name]))
    seen.push(
      JSON.stringify(details.outcome).replace(
        /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
        (id) => names.get(id) ?? id,
      ),
    )
  }
  expect(seen[1]).toBe(seen[0])
  expect(seen[2]).toBe(seen[0])
  expect(seen[0]).toContain('"status":"hidden","reason":"too-few"')
  expect(seen[0]).not.toContain('van West')
})

test('a file holds what the screen shows, to the letter', async () => {
  await using app = await testApp()
  const { noor, round } = await closedRound(app, (all) => all, 0)
  const params = { round: round.id }
  const { outcome } = await app.as(noor).call(teamEndpoints.getRound, { params })
  for (const language of ['nl', 'en'] as const) {
    const body = { purpose: 'research' as const, language }
    const file = await app.as(noor).call(teamEndpoints.exportRound, { params, body })
    expect(file.outcome).toEqual(outcome)
    expect(outcome && file.csv).toBe(outcome && roundCsv(outcome, language))
    expect(`${JSON.stringify(file)}`).not.toContain('van West')
  }
})

/** Every name of a property that an answer of the interface can have. */
function propertiesOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties'
      ? [...Object.keys(value as object), ...propertiesOf(Object.values(value as object))]
      : propertiesOf(value),
  )
}

test('the interface has no word for an answer, its author or its moment', async () => {
  await using app = await testApp()
  const document = await (await app.hono.request(`${publicUrl}/api/openapi.json`)).json()
  const paths = Object.entries((document as { paths: Record<string, object> }).paths)
  const rounds = paths.filter(([path]) => path.startsWith('/api/rounds'))
  expect(rounds.map(([path]) => path).sort()).toEqual([
    ...['/api/rounds', '/api/rounds/{round}', '/api/rounds/{round}/closed', '/api/rounds/{round}/exports'],
    ...['/api/rounds/{round}/talk', '/api/rounds/{round}/tickets'],
  ])
  const answers = rounds.flatMap(([, operations]) =>
    Object.values(operations).map(
      (operation) => (operation as { responses: Record<string, unknown> }).responses['200'],
    ),
  )
  const names = [...new Set(propertiesOf(answers))].sort()
  expect(names).toEqual(
    `about agreements answered caution circle closedAt closesAt count csv done en enough form from group groups high id instrument
    instruments invited isOpen item items je k label leftOut low madeAt madeBy max mayMoveTalk mayRenew mean meeting min minShare n name nl on open other
    outcome pairs parent points question questions readers reason relation result round rounds scale shadow status takesWords talk tally
    text texts tickets title trend u urls value version views words`.split(/\s+/),
  )
})
