/**
 * Two who wait for each other: one holds the end of a chain and wants a row, the other holds that row and wants the chain.
 * It takes connections that share a chain, so it would be seen once in a thousand times; here it is looked for.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inContext } from '../db/context.ts'
import { openDatabase } from '../db/pool.ts'
import type { Db, Schema, Trx } from '../schema.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { answerFields } from '../test-factories.ts'
import { pathOf } from '../test-member.ts'
import { endpointRows, type Story } from '../test-requests.ts'
import { buildStory } from '../test-story.ts'
import { recordOf, writeRecords } from './audit.ts'
import { writers } from './chain.fixture.ts'

/** Where two people can want the same row. */
const tables = [
  ...[
    'relation',
    'participant',
    'member',
    'person',
    'contact',
    'contact_summary',
    'relation_note',
    'invitation',
  ],
  ...['signal', 'agreement', 'emergency_access', 'person_request', 'consent_grant', 'research_register'],
  ...['research_moment', 'working_note', 'round', 'round_group', 'analysis', 'meeting', 'meeting_place'],
  ...['trajectory', 'learner', 'learner_link', 'buddy_round', 'buddy_pair', 'nudge', 'measure'],
  ...['trajectory_report', 'trajectory_quote', 'lecture_survey'],
] as const

let app: TestApp
let holders: Db
beforeAll(async () => {
  app = await testApp({ ownDatabase: true })
  const onError = () => undefined
  holders = openDatabase<Schema>(app.database.owner, { as: 'owner', size: tables.length, onError })
})
afterAll(async () => {
  await holders.destroy()
  await app[Symbol.asyncDispose]()
})

/** Holds the rows of each table on a connection of its own, so that whoever wants to change one waits there. */
async function holdAll() {
  const held = new Map<number, { table: string; release: () => Promise<void> }>()
  for (const table of tables) {
    const trx = await holders.startTransaction().execute()
    await sql`set local app.maintenance = 'on'`.execute(trx)
    await sql`select 1 from ${sql.table(table)} for no key update`.execute(trx)
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
    held.set(rows[0]?.pid ?? 0, { table, release: () => trx.rollback().execute() })
  }
  return held
}

/** Ends of chains that somebody holds. */
async function heldChains(): Promise<number> {
  return app.owner.transaction().execute(async (trx) => {
    await sql`set local app.maintenance = 'on'`.execute(trx)
    const { rows } = await sql<{ held: number }>`
      with free as (select 1 from audit_head for update skip locked)
      select ((select count(*) from audit_head) - (select count(*) from free))::int as held`.execute(trx)
    return rows[0]?.held ?? 0
  })
}

/** The connection that keeps somebody waiting, if there is one. */
async function inTheWay(): Promise<number | undefined> {
  const { rows } = await sql<{ pid: number }>`
    select unnest(pg_blocking_pids(pid)) as pid from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(app.owner)
  return rows[0]?.pid
}

/** Does something while all is held, and lets go one by one: at what it waited, and whether it held a chain by then. */
async function waitsOf(act: () => Promise<{ status: number }>) {
  const held = await holdAll()
  const waited: { table: string; holdsChain: boolean }[] = []
  let status: number | undefined
  const acting = act().then((reply) => {
    status = reply.status
  })
  while (status === undefined) {
    const pid = await inTheWay()
    const one = pid === undefined ? undefined : held.get(pid)
    if (pid === undefined || one === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      continue
    }
    waited.push({ table: one.table, holdsChain: (await heldChains()) > 0 })
    held.delete(pid)
    await one.release()
  }
  await acting
  for (const one of held.values()) await one.release()
  return { status, waited }
}

const deeds = endpointRows.filter(({ endpoint, row }) => endpoint.method !== 'GET' && row.audit !== null)

function sendAs(story: Story, { endpoint, row }: (typeof deeds)[number]) {
  const parts = row.parts(app, story)
  return app.as(story.by).request(endpoint.method, pathOf(endpoint, parts), parts.body)
}

// First: each story moves the clock, and her answers are counted by the month.
test('whoever waits for a row holds no chain: an answer that raises a signal', async () => {
  const { relation, lina } = await buildStory(app)
  const asked = await app.invite({ in: relation, participant: lina })
  const key = await asked.link.key()
  const { status, waited } = await waitsOf(() =>
    asked.link.post({ key, ...answerFields('2') }, { accept: 'json' }),
  )
  expect(status).toBe(200)
  expect(waited.map((one) => one.table)).toContain('relation')
  expect(waited.map((one) => one.table)).toContain('research_moment')
  expect(waited.filter((one) => one.holdsChain)).toEqual([])
})

test('whoever waits for a row holds no chain: what a member does', async () => {
  const found: string[] = []
  let waits = 0
  for (const deed of deeds) {
    const story = await buildStory(app)
    const { status, waited } = await waitsOf(() => sendAs(story, deed))
    expect(status, deed.name).toBe(200)
    waits += waited.length
    found.push(...waited.filter((one) => one.holdsChain).map((one) => `${deed.name}: ${one.table}`))
  }
  expect(found).toEqual([])
  expect(waits).toBeGreaterThan(deeds.length / 2)
}, 480_000)

test('two who share a chain and a row, each row first, go one after the other; a chain first would end one of them', async () => {
  const { id } = await app.relation()
  await using open = await writers(app.database, { count: 2, sharing: 1 })
  const [one, other] = open.all
  if (one === undefined || other === undefined) throw new Error('Two connections')
  const line = (trx: Trx) =>
    writeRecords(trx, [
      recordOf(app.world, {
        ...{ workspace: app.workspace, actor: 'system', action: 'relation.edited', relation: id },
        subject: { kind: 'relation', id },
      }),
    ])
  const row = (trx: Trx) => sql`update relation set purpose = purpose || '.' where id = ${id}`.execute(trx)
  const inTurn = (db: Db, steps: ((trx: Trx) => Promise<unknown>)[]) =>
    inContext(db, { workspace: app.workspace, actor: 'system', relations: [id] }, async (trx) => {
      for (const step of steps) {
        await step(trx)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    })
  await Promise.all([inTurn(one, [row, line]), inTurn(other, [row, line])])
  const crossed = await Promise.allSettled([inTurn(one, [row, line]), inTurn(other, [line, row])])
  const lost = crossed.filter((result) => result.status === 'rejected')
  expect(lost).toHaveLength(1)
  expect(lost[0]?.reason).toMatchObject({ code: '40P01' })
})
