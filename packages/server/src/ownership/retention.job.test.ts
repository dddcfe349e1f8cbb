import { retentionEndpoints } from '@weerklank/core/ownership/retention.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { TrajectoryId } from '@weerklank/core/shared/ids'
import { teamEndpoints } from '@weerklank/core/team/team.contract'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asMaintenance } from '../db/maintenance.ts'
import { runDueJobs } from '../jobs/jobs.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { buildRound, closeRound, marks, ticketsOf } from '../test-round.ts'
import { buildStory } from '../test-story.ts'
import { buildPractice } from '../test-story-practice.ts'
import { close, dayMs, rowsPerTable, run } from './retention.fixture.ts'
import { planRetention, retentionJob, retentionJobKind } from './retention.job.ts'

/** Tables in which the story of one collaboration leaves nothing behind. */
const content = [
  ...['relation', 'participant', 'relation_note', 'contact', 'invitation', 'invitation_token', 'response'],
  ...[
    'signal',
    'agreement',
    'agreement_participant',
    'agreement_echo',
    'emergency_access',
    'person_request',
    'supervision_share',
  ],
  ...[
    'person_parent',
    'person_link',
    'person_account',
    'consent_event',
    'consent_grant',
    'receipt',
    'research_register',
  ],
  ...['research_moment', 'research_answer', 'research_export_person', 'working_note'],
]

/** Whoever takes part in a trajectory stays as long as that does. */
function endTrajectory(app: TestApp, id: TrajectoryId): Promise<unknown> {
  const ended = { status: 'ended', ended_at: app.clock.now() } as const
  return asMaintenance(app.owner, (trx) =>
    trx.updateTable('trajectory').set(ended).where('id', '=', id).execute(),
  )
}

test('a collaboration goes with all that hangs on it and the people who appear nowhere else, when its term is over', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  await close(app, story.by, { relation: story.relation.id })
  await endTrajectory(app, story.learning.trajectory)
  const before = await rowsPerTable(app)
  for (const table of content) expect(before[table], table).toBeGreaterThan(0)
  app.clock.advance(7304 * dayMs)
  await run(app)
  // A day early: the research material and the notes had their terms, the collaboration has not.
  expect((await rowsPerTable(app)).response).toBe(before.response)
  app.clock.advance(dayMs)
  const { removed } = await run(app)
  // With an answer to a form that a program brought in for nobody of it.
  expect(removed?.['care-data']).toBe(2)
  const after = await rowsPerTable(app)
  // Noor stays, and with her what she chose about her own words at the table and her name on a map.
  const hers = ['consent_event', 'consent_grant']
  for (const table of content) expect(after[table], table).toBe(hers.includes(table) ? 2 : 0)
  // The two colleagues stay.
  expect(after.person).toBe(after.member)
  expect(after.member).toBe(before.member)
  const lines = (await app.audit('retention.removed')).filter((line) => line.subject === 'relation')
  expect(lines).toEqual([
    expect.objectContaining({
      actor: 'system',
      subject_id: story.relation.id,
      relation_id: story.relation.id,
    }),
  ])
  expect((await run(app)).removed?.['care-data']).toBe(0)
})

test('research material that has to stay keeps its collaboration until its own term is over', async () => {
  await using app = await testApp()
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  const story = await buildStory(app)
  await close(app, story.by, { relation: story.relation.id })
  await endTrajectory(app, story.learning.trajectory)
  await app.as(ada).call(retentionEndpoints.changeRetention, { body: { kind: 'care-data', days: 365 } })
  app.clock.advance(366 * dayMs)
  // Only an answer to a form that belongs to no collaboration.
  expect((await run(app)).removed).toMatchObject({ 'care-data': 1, research: 0 })
  app.clock.advance(3300 * dayMs)
  // With an analysis.
  expect((await run(app)).removed).toMatchObject({ 'care-data': 1, research: 5 })
  expect(await rowsPerTable(app)).toMatchObject({ relation: 0, research_register: 0, participant: 0 })
})

test('a round goes two years after it was closed, with its groups, counts and words; one that is open stays', async () => {
  await using app = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const old = await buildRound(app, noor, { takesWords: true })
  for (const ticket of ticketsOf(app, old).slice(0, 6)) await ticket.post(marks(4, 'Dit mag blijven.'))
  await closeRound(app, old)
  const parts = ['round', 'round_group', 'round_tally', 'round_words'] as const
  const before = await rowsPerTable(app)
  for (const table of parts) expect(before[table], table).toBeGreaterThan(0)
  app.clock.advance(720 * dayMs)
  const open = await buildRound(app, noor)
  app.clock.advance(10 * dayMs)
  expect((await run(app)).removed).toMatchObject({ rounds: 0 })
  expect((await run(app, { isDry: true })).soon).toMatchObject({ rounds: 1 })
  app.clock.advance(dayMs)
  expect((await run(app)).removed).toMatchObject({ rounds: 1 })
  const after = await rowsPerTable(app)
  const groups = open.round.groups.length
  expect(after).toMatchObject({ round: 1, round_group: groups, round_tally: 0, round_words: 0 })
  expect(after.round_ticket).toBe(open.round.invited)
  const { rounds } = await app.as(noor).call(teamEndpoints.listRounds)
  expect(rounds.map(({ id }) => id)).toEqual([open.id])
  const lines = (await app.audit('retention.removed')).filter(({ subject }) => subject === 'retention-rounds')
  expect(lines).toHaveLength(1)
})

test('a practice story that nobody shared goes with the notes; a shared one when its own term is over, with all that hangs on it', async () => {
  await using app = await testApp()
  const by = (await app.professional({ name: 'Noor' })).member
  const colleague = (await app.professional({ name: 'Bram' })).member
  const { draft } = await buildPractice(app, { by, colleague })
  expect(await rowsPerTable(app)).toMatchObject({ practice_story: 3, practice_addition: 2 })
  app.clock.advance(90 * dayMs)
  expect((await run(app)).removed).toMatchObject({ 'working-notes': 1, 'practice-stories': 0 })
  const left = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('practice_story').select('id').execute(),
  )
  expect(left.map(({ id }) => id)).not.toContain(draft)
  app.clock.advance(1736 * dayMs)
  expect((await run(app)).removed).toMatchObject({ 'practice-stories': 0 })
  app.clock.advance(dayMs)
  expect((await run(app)).removed).toMatchObject({ 'practice-stories': 2 })
  const after = await rowsPerTable(app)
  expect(after).toMatchObject({ practice_story: 0, practice_recognition: 0, practice_addition: 0 })
})

test('a collaboration that is opened again while the job waits for it stays', async () => {
  await using app = await testApp()
  const { id, by } = await app.relation()
  await close(app, by, { relation: id })
  app.clock.advance(7306 * dayMs)
  const opening = await app.owner.startTransaction().execute()
  await sql`set local app.maintenance = 'on'`.execute(opening)
  await sql`update relation set closed_at = null where id = ${id}`.execute(opening)
  const running = run(app)
  // The job found it and waits for its lock.
  await expect.poll(() => waiting(app)).toBe(1)
  await opening.commit().execute()
  expect((await running).removed?.['care-data']).toBe(0)
  expect(await rowsPerTable(app)).toMatchObject({ relation: 1, participant: 2 })
})

test('who opens one that is being removed finds nothing, and nothing comes back', async () => {
  await using app = await testApp()
  const { id, by } = await app.relation()
  await close(app, by, { relation: id })
  app.clock.advance(7306 * dayMs)
  const removing = await app.owner.startTransaction().execute()
  await sql`set local app.maintenance = 'on'`.execute(removing)
  await sql`select 1 from relation where id = ${id} for update`.execute(removing)
  const parts = { params: { relation: id }, body: { closed: false } }
  const opening = app.as(by).refusal(relationEndpoints.closeRelation, parts)
  await expect.poll(() => waiting(app)).toBe(1)
  await sql`delete from participant where relation_id = ${id}`.execute(removing)
  await sql`delete from relation where id = ${id}`.execute(removing)
  await removing.commit().execute()
  expect((await opening).code).toBe('not-found')
})

async function waiting(app: Awaited<ReturnType<typeof testApp>>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_locks l
    join pg_stat_activity a using (pid) where a.datname = current_database() and not l.granted`.execute(
    app.db,
  )
  return rows[0]?.n ?? 0
}

test('two at once remove each record once', async () => {
  await using app = await testApp({ ownDatabase: true })
  const { id, by } = await app.relation()
  await close(app, by, { relation: id })
  app.clock.advance(7306 * dayMs)
  const both = await Promise.all([run(app), run(app)])
  expect(both.map(({ removed }) => removed?.['care-data'] ?? 0).toSorted()).toEqual([0, 1])
})

test('the daily job is planned once, does its work and comes back; a look that was asked for removes nothing', async () => {
  await using app = await testApp({ ownDatabase: true })
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  const { id, by } = await app.relation()
  await close(app, by, { relation: id })
  app.clock.advance(7290 * dayMs)
  const deps = { world: app.world, log: app.logger, dataDir: null }
  const withOwner = <Result>(work: (owner: typeof app.owner) => Promise<Result>) => work(app.owner)
  const handlers = { [retentionJobKind]: retentionJob({ ...deps, withOwner }) }
  const work = () => runDueJobs({ db: app.db, world: app.world, log: app.logger, handlers })
  await asMaintenance(app.owner, (trx) => trx.deleteFrom('job').execute())
  await app.as(ada).call(retentionEndpoints.lookAhead)
  await app.as(ada).call(retentionEndpoints.lookAhead)
  expect(await app.as(ada).call(retentionEndpoints.retention)).toMatchObject({
    isLooking: true,
    lookedAt: null,
  })
  expect(await work()).toBe(1)
  const seen = await app.as(ada).call(retentionEndpoints.retention)
  expect(seen).toMatchObject({ isLooking: false, lookedAt: app.clock.now(), receipts: [] })
  expect(seen.terms.find((term) => term.kind === 'care-data')).toMatchObject({ days: 7305, soon: 1 })
  for (let start = 0; start < 2; start++) await planRetention(app.db, app.world)
  app.clock.advance(20 * dayMs)
  expect(await work()).toBe(1)
  const after = await app.as(ada).call(retentionEndpoints.retention)
  expect(after.receipts.find((one) => one.kind === 'care-data')).toEqual({
    at: app.clock.now(),
    kind: 'care-data',
    removed: 1,
  })
  expect(await work()).toBe(0)
  app.clock.advance(dayMs)
  expect(await work()).toBe(1)
  expect(app.log.filter((line) => line.level !== 'info')).toEqual([])
})
