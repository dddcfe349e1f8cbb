/** What groups say about each other, and a round that closes by itself: each as silent as the rest. */
import { teamEndpoints } from '@weerklank/core/team/team.contract'
import { viewField } from '@weerklank/core/team/ticket-form'
import { expect, test } from 'vitest'
import { type Context, inContext } from '../db/context.ts'
import { runDueJobs } from '../jobs/jobs.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { type BuiltRound, buildRound, marks, type Ticket, ticketOf, ticketsOf } from '../test-round.ts'
import { bornBetween, changesBetween, dumpOf, viewTables } from './leak.finders.fixture.ts'
import { roundComplete, roundCompleteKind } from './team.rounds.ts'

const between = {
  form: 'between',
  instrument: 'between-check',
  invited: { Artsen: 6, Begeleiders: 6, Ouders: 5 },
} as const
const questions = ['reach', 'heard', 'work', 'effort']

/** A filled-in form about two other groups, each with its own mark. */
function about(first: number, second: number): Record<string, string> {
  const of = (place: number, value: number) =>
    questions.map((item) => [viewField(place, item), String(value)])
  return { ...Object.fromEntries([...of(0, first), ...of(1, second)]), lang: 'nl' }
}

test('an answer about other groups changes counts and nothing else, and nothing is born with it', async () => {
  await using app = await testApp({ ownDatabase: true })
  const round = await buildRound(app, await app.professional(), between)
  const before = await dumpOf(app.owner)
  app.clock.advance(3_661_000)
  expect((await ticketOf(app, round, 'Artsen').post(about(2, 9))).status).toBe(200)
  const after = await dumpOf(app.owner)
  const changed = changesBetween(before, after)
  expect(viewTables).toEqual(expect.arrayContaining(Object.keys(changed)))
  expect(changed['public.round_view_tally']).toHaveLength(8)
  expect(bornBetween(before, after)).toEqual([])
})

const seen = ({ token }: Ticket, { status, text }: { status: number; text: string }) =>
  `${status} ${text}`.replaceAll(token, 'link')

test('the thanks are the same for every group, and the questions before and after', async () => {
  await using app = await testApp()
  const round = await buildRound(app, await app.professional(), between)
  const [one, other] = [ticketOf(app, round, 'Artsen'), ticketOf(app, round, 'Ouders')]
  const before = seen(one, await one.get())
  expect(before).toContain('Begeleiders: krijgt u daar op tijd iemand te pakken?')
  expect(before).not.toContain('Artsen: krijgt u')
  const thanks = seen(one, await one.post(about(0, 10)))
  expect(seen(other, await other.post(about(7, 7)))).toBe(thanks)
  expect(seen(one, await one.get())).toBe(before)
})

test.each<[string, Record<string, string>]>([
  ['about a third group, which is not there', { 'o.2.reach': '5' }],
  ['about her own group', { 'a.reach': '5' }],
  ['about a group by its number', { 'o.-1.reach': '5' }],
  ['about what was not asked', { 'o.0.boss': '5' }],
])('a form that tells %s is not counted', async (_, fields) => {
  await using app = await testApp()
  const round = await buildRound(app, await app.professional(), between)
  expect((await ticketOf(app, round, 'Artsen').post(fields)).status).toBe(422)
})

test('nobody reads what groups said while a round is open, nor raises it', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const round = await buildRound(app, noor, between)
  for (const ticket of ticketsOf(app, round, 'Artsen')) await ticket.post(about(4, 6))
  const base: Context = {
    ...{ workspace: app.workspace, actor: { member: noor.member }, relations: [], rounds: [round.id] },
    roles: ['professional', 'coach', 'administrator'],
  }
  const look = (more: Partial<Context>) =>
    inContext(app.db, { ...base, ...more }, async (trx) => ({
      read: (await trx.selectFrom('round_view_tally').selectAll().execute()).length,
      raised: Number(
        (await trx.updateTable('round_view_tally').set({ n: 9 }).executeTakeFirst()).numUpdatedRows,
      ),
    }))
  const nothing = { read: 0, raised: 0 }
  expect(await look({})).toEqual(nothing)
  expect(await look({ purpose: 'audit' })).toEqual(nothing)
  expect(await look({ rounds: [], purpose: 'results' })).toEqual(nothing)
  // The door is there, and opens for the purpose that is set only when the round is closed.
  expect(await look({ purpose: 'results' })).toEqual({ read: 8, raised: 0 })
})

const night = (app: TestApp) =>
  runDueJobs({
    ...{ db: app.db, world: app.world, log: app.logger, kinds: { only: [roundCompleteKind] } },
    handlers: { [roundCompleteKind]: roundComplete(app) },
  })

async function told(app: TestApp, round: BuiltRound) {
  const details = await app.as(round.by).call(teamEndpoints.getRound, { params: { round: round.id } })
  return { closedAt: details.closedAt, text: JSON.stringify(details) }
}

test('when the last one answers nothing changes, for nobody: it closes at night, at a moment that was fixed before', async () => {
  await using app = await testApp({ ownDatabase: true })
  const round = await buildRound(app, await app.professional(), { invited: { Team: 11 } })
  const all = ticketsOf(app, round)
  const [last, ...others] = all
  if (last === undefined) throw new Error('eleven tickets')
  for (const ticket of others) await ticket.post(marks(6))
  app.clock.set('2026-11-19T23:00:00.000Z')
  await night(app)
  expect((await told(app, round)).closedAt).toBeNull()
  app.clock.set('2026-11-20T10:17:23.000Z')
  const [before, page] = [await told(app, round), seen(last, await last.get())]
  await last.post(marks(6))
  expect(await told(app, round)).toEqual(before)
  expect(seen(last, await last.get())).toBe(page)
  await night(app)
  expect(await told(app, round)).toEqual(before)
  app.clock.set('2026-11-20T23:00:00.000Z')
  await night(app)
  expect((await told(app, round)).closedAt).toBe('2026-11-20T23:00:00.000Z')
  expect((await last.get()).status).toBe(404)
})
