import { addDays } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { writeLinks, writers } from './chain.fixture.ts'
import { pruneAudit } from './prune.ts'
import { verifyChains } from './verify.ts'

const start = '2026-11-19T08:00:00.000Z'

/** A day of one link per connection, on each of so many days. */
async function days(app: TestApp, count: number, sizes: number[]) {
  await using open = await writers(app.database, { count: 3, sharing: 0 })
  for (let day = 0; day < count; day += 1) {
    app.clock.set(addDays(start, day))
    for (const db of open.all) await writeLinks(db, app.world, { workspace: app.workspace, sizes })
  }
}

const state = (app: TestApp) => asMaintenance(app.owner, (trx) => verifyChains(trx, app.workspace))
const prune = (app: TestApp, before: string) =>
  asMaintenance(app.owner, (trx) => pruneAudit(trx, before, app.workspace))

test('what is older than its term goes, the rest stays a chain, also when all has gone', async () => {
  await using app = await testApp()
  await days(app, 4, [2])
  expect(await state(app)).toEqual({ lines: 24, chains: 3, broken: null })
  expect(await prune(app, start)).toEqual([{ workspace: app.workspace, lines: 0, broken: null }])
  expect(await prune(app, addDays(start, 2))).toMatchObject([{ lines: 12, broken: null }])
  expect(await state(app)).toEqual({ lines: 12, chains: 3, broken: null })
  // Once more, and further.
  expect(await prune(app, addDays(start, 2))).toMatchObject([{ lines: 0 }])
  expect(await prune(app, addDays(start, 3))).toMatchObject([{ lines: 6 }])
  expect(await prune(app, addDays(start, 30))).toMatchObject([{ lines: 6 }])
  expect(await state(app)).toEqual({ lines: 0, chains: 0, broken: null })
  await days(app, 1, [1, 3])
  expect(await state(app)).toMatchObject({ lines: 12, broken: null })
})

test('a link goes only when all before it in its chain has gone', async () => {
  await using app = await testApp()
  await using open = await writers(app.database, { count: 1, sharing: 0 })
  const [db] = open.all
  if (db === undefined) throw new Error('There is one writer')
  // The clock was set back in between: an old line stands behind a younger one.
  for (const day of [0, 5, 1, 6]) {
    app.clock.set(addDays(start, day))
    await writeLinks(db, app.world, { workspace: app.workspace, sizes: [1] })
  }
  expect(await prune(app, addDays(start, 3))).toMatchObject([{ lines: 1, broken: null }])
  expect(await state(app)).toEqual({ lines: 3, chains: 1, broken: null })
})

test('lines from before the chains go by their age', async () => {
  await using app = await testApp()
  app.clock.set(addDays(start, 10))
  await writeLinks(app.db, app.world, { workspace: app.workspace, sizes: [1] })
  await asMaintenance(app.owner, (trx) =>
    sql`insert into audit_event (workspace_id, id, at, actor, action, subject, subject_id)
      select ${app.workspace}, gen_random_uuid(), ${start}::timestamptz + n * interval '1 day', 'system', 'signal.opened',
        'signal', gen_random_uuid() from generate_series(0, 4) n`.execute(trx),
  )
  expect(await state(app)).toEqual({ lines: 1, chains: 1, broken: null })
  expect(await prune(app, addDays(start, 2))).toMatchObject([{ lines: 2, broken: null }])
})

test.each([
  ['a line behind the anchor', `delete from audit_event where seq = 3`, 'missing'],
  ['the anchor', `update audit_anchor set hash = sha256('x') where seq > 0`, 'changed'],
  ['how far was removed', `update audit_anchor set seq = seq + 1 where seq > 0`, 'added'],
  ['the end', `delete from audit_head`, 'head'],
])('after removal it is still found when someone changes %s', async (_, statement, kind) => {
  await using app = await testApp({ ownDatabase: true })
  await days(app, 4, [2])
  await prune(app, addDays(start, 2))
  await asMaintenance(app.owner, (trx) => sql.raw(statement).execute(trx))
  expect((await state(app)).broken?.kind).toBe(kind)
  // A record that is not whole keeps all it has.
  const [kept] = await prune(app, addDays(start, 30))
  expect(kept).toMatchObject({ lines: 0, broken: { kind } })
})
