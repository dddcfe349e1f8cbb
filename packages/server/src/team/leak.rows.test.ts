/** Rows: after an answer nothing in the whole database says who answered, when, in which order, or what with what. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { type BuiltRound, buildRound, marks, ticketOf, ticketsOf } from '../test-round.ts'
import {
  bornBetween,
  changesBetween,
  countingTables,
  dumpOf,
  tellingColumns,
} from './leak.finders.fixture.ts'

test('an answer changes counts and nothing else, and nothing is born with it', async () => {
  await using app = await testApp({ ownDatabase: true })
  const round = await buildRound(app, await app.professional({ name: 'Noor' }))
  const first = ticketOf(app, round)
  const before = await dumpOf(app.owner)
  await first.get()
  expect(changesBetween(before, await dumpOf(app.owner))).toEqual({})
  app.clock.advance(3_661_000)
  const reply = await first.post(marks([1, 2, 3, 4, 5], 'Meer rust.'), {
    headers: { 'x-forwarded-for': '203.0.113.7', 'user-agent': 'Proef/1.0' },
  })
  expect(reply.status).toBe(200)
  const after = await dumpOf(app.owner)
  expect(Object.keys(changesBetween(before, after)).sort()).toEqual(countingTables)
  expect(bornBetween(before, after)).toEqual([])
  expect([...after.values()].flat().join('\n')).not.toMatch(/203\.0\.113|Proef/)
})

test('the finder is no blind one: a row per answer, as a hurried person would add it, is found', async () => {
  await using app = await testApp({ ownDatabase: true })
  const round = await buildRound(app, await app.professional({ name: 'Noor' }))
  await sql`create table leaky_answer (id uuid, round_id uuid, at timestamptz, came_from inet, answers jsonb)`.execute(
    app.owner,
  )
  await sql`alter table round_tally add column last_answered_at timestamptz default now(), add column answered_by uuid`.execute(
    app.owner,
  )
  const before = await dumpOf(app.owner)
  await ticketOf(app, round).post(marks(5))
  await sql`insert into leaky_answer values (gen_random_uuid(), ${round.id}, '2026-11-19 09:01', '203.0.113.7', '{}')`.execute(
    app.owner,
  )
  const after = await dumpOf(app.owner)
  expect(Object.keys(changesBetween(before, after))).toContain('public.leaky_answer')
  const born = bornBetween(before, after)
  expect(born).toContain('203.0.113.7')
  expect(born).toContain('2026-11-19T09:01')
  expect(born.some((one) => one.length === 36)).toBe(true)
  expect(await tellingColumns(app.owner)).toEqual(['round_tally.answered_by', 'round_tally.last_answered_at'])
})

test('no column of the counts holds a moment, an order, an address or a person', async () => {
  await using app = await testApp()
  expect(await tellingColumns(app.owner)).toEqual([])
})

/** What is kept of a round, without the identifiers that every round has of its own. */
async function keptOf(app: TestApp, round: BuiltRound): Promise<string> {
  const dump = await dumpOf(app.owner)
  const names = new Map(round.round.groups.map(({ id, name }) => [id as string, name]))
  const rows = countingTables.flatMap((table) =>
    (dump.get(table) ?? []).filter((row) => row.includes(round.id)).map((row) => `${table} ${row}`),
  )
  return rows
    .map((row) =>
      row
        .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => names.get(id) ?? 'id')
        .replace(/[0-9a-f]{64}/g, 'hash'),
    )
    .sort()
    .join('\n')
}

type Given = [group: string, values: number[], words: string]
const given: Given[] = [
  ['Noord', [1, 9, 1, 9, 1], 'Eerst luisteren.'],
  ['Zuid', [9, 1, 9, 1, 9], 'Minder mail.'],
  ['Noord', [5, 5, 5, 5, 5], 'Alles gaat goed.'],
  ['Noord', [0, 10, 3, 7, 2], ''],
]

async function answered(app: TestApp, all: readonly Given[], pauseMs: number): Promise<string> {
  const round = await buildRound(app, await app.professional({ name: 'Noor' }))
  const left = new Map(['Noord', 'Zuid'].map((group) => [group, ticketsOf(app, round, group)]))
  for (const [group, values, words] of all) {
    app.clock.advance(pauseMs)
    const reply = await left.get(group)?.shift()?.post(marks(values, words))
    expect(reply?.status).toBe(200)
  }
  return keptOf(app, round)
}

test('whoever answers first, and whatever time passes, the same is kept', async () => {
  await using app = await testApp()
  const [one, two, three, four] = given
  if (one === undefined || two === undefined || three === undefined || four === undefined)
    throw new Error('four')
  const kept = await answered(app, [one, two, three, four], 0)
  expect(await answered(app, [four, three, two, one], 86_400_000)).toBe(kept)
  expect(await answered(app, [three, one, four, two], 1)).toBe(kept)
  // It would be seen: another answer is kept otherwise.
  expect(await answered(app, [one, two, three, three], 0)).not.toBe(kept)
})

test('what one person answered to two questions cannot be put together again', async () => {
  await using app = await testApp()
  const crosswise = await answered(
    app,
    [
      ['Noord', [1, 9, 1, 9, 1], ''],
      ['Noord', [9, 1, 9, 1, 9], ''],
    ],
    0,
  )
  expect(
    await answered(
      app,
      [
        ['Noord', [1, 1, 1, 1, 1], ''],
        ['Noord', [9, 9, 9, 9, 9], ''],
      ],
      0,
    ),
  ).toBe(crosswise)
})
