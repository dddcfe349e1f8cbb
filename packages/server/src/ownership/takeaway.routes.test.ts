import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { takeawayEndpoints } from '@weerklank/core/ownership/takeaway.contract'
import type { TakeawayId } from '@weerklank/core/shared/ids'
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../app.ts'
import { runDueJobs } from '../jobs/jobs.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { asMember, publicUrl } from '../test-member.ts'
import { dayMs, run } from './retention.fixture.ts'
import { takeawayJob, takeawayJobKind } from './takeaway.job.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'wk-data-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** The application with a data folder, and the work for later that it plans. */
async function withFiles() {
  const app = await testApp({ ownDatabase: true })
  const hono = buildApp({
    ...app,
    ...{ dataDir, publicUrl, log: app.logger, web: null, version: '0.0.0', stopping: app.stopping.signal },
    signInOptions: async () => ({ password: true, magicLink: false, demo: [] }),
  })
  const withOwner = <Result>(work: (owner: typeof app.owner) => Promise<Result>) => work(app.owner)
  const handlers = {
    [takeawayJobKind]: takeawayJob({ world: app.world, withOwner, dataDir, product: '0.1.0' }),
  }
  const work = () => runDueJobs({ db: app.db, world: app.world, log: app.logger, handlers })
  return { app, hono, work, as: (person: { cookie: string } | null) => asMember({ hono }, person) }
}

const people = async (app: TestApp) => ({
  ada: await app.professional({ name: 'Ada', role: 'administrator' }),
  pim: await app.professional({ name: 'Pim', role: 'privacy-officer' }),
  noor: await app.professional(),
})
const ask = (id: TakeawayId) => ({ body: { id, purpose: 'leaving' as const, reason: 'Wij stappen over.' } })

test('one asks, another agrees, the program makes it, and who agreed fetches it once', async () => {
  const { app, hono, work, as } = await withFiles()
  await using _ = app
  const { ada, pim } = await people(app)
  const id = app.world.newId<TakeawayId>()
  const params = { takeaway: id }
  const asked = await as(ada).call(takeawayEndpoints.askTakeaway, ask(id))
  expect(asked).toMatchObject({
    state: 'asked',
    askedBy: 'Ada',
    mayDecide: false,
    mayFetch: false,
    file: null,
  })
  await as(ada).call(takeawayEndpoints.askTakeaway, ask(id))
  await as(pim).call(takeawayEndpoints.decideTakeaway, { params, body: { agreed: true } })
  expect(await as(pim).refusal(takeawayEndpoints.fetchTakeaway, { params })).toMatchObject({
    code: 'conflict',
  })
  expect(await work()).toBe(1)
  const { takeaways } = await as(ada).call(takeawayEndpoints.takeaways)
  const [seen] = takeaways
  expect(seen).toMatchObject({ state: 'ready', decidedBy: 'Pim', mayFetch: false })
  expect(statSync(join(dataDir, seen?.file ?? '')).mode & 0o777).toBe(0o600)
  expect(await as(ada).refusal(takeawayEndpoints.fetchTakeaway, { params })).toMatchObject({
    code: 'not-allowed',
  })
  const fetched = await hono.request(`${publicUrl}/api/takeaways/${id}/fetch`, {
    method: 'POST',
    headers: { cookie: pim.cookie, 'x-weerklank': '1' },
  })
  expect(fetched.headers.get('content-type')).toBe('application/zip')
  expect(fetched.headers.get('content-disposition')).toBe('attachment; filename="weerklank-2026-11-19.zip"')
  const files = unzipSync(new Uint8Array(await fetched.arrayBuffer()))
  expect(Object.keys(files)).toContain('README.md')
  expect(await as(pim).refusal(takeawayEndpoints.fetchTakeaway, { params })).toMatchObject({
    code: 'conflict',
  })
  const actions = (await app.audit())
    .map((line) => line.action)
    .filter((action) => action.startsWith('takeaway'))
  expect(actions.filter((action) => action !== 'takeaway.read')).toEqual([
    ...['takeaway.asked', 'takeaway.confirmed', 'takeaway.made', 'takeaway.downloaded'],
  ])
  app.clock.advance(8 * dayMs)
  expect((await run(app, { dataDir })).removed?.['takeaway-files']).toBe(1)
  expect(statSync(join(dataDir, seen?.file ?? ''), { throwIfNoEntry: false })).toBeUndefined()
})

test('nobody agrees to what she asked herself, in no role, and what was refused is not made', async () => {
  const { app, work, as } = await withFiles()
  await using _ = app
  const { ada, pim } = await people(app)
  const id = app.world.newId<TakeawayId>()
  const params = { takeaway: id }
  await as(ada).call(takeawayEndpoints.askTakeaway, ask(id))
  await app.owner.transaction().execute(async (trx) => {
    await sql`set local app.maintenance = 'on'`.execute(trx)
    await sql`update member set roles = array['administrator', 'privacy-officer'] where id = ${ada.member}`.execute(
      trx,
    )
  })
  const agree = { params, body: { agreed: true } }
  expect(await as(ada).refusal(takeawayEndpoints.decideTakeaway, agree)).toMatchObject({
    code: 'not-allowed',
  })
  await as(pim).call(takeawayEndpoints.decideTakeaway, { params, body: { agreed: false } })
  expect(await as(pim).refusal(takeawayEndpoints.decideTakeaway, agree)).toMatchObject({ code: 'conflict' })
  expect(await work()).toBe(0)
  expect((await as(pim).call(takeawayEndpoints.takeaways)).takeaways[0]).toMatchObject({ state: 'refused' })
})

test('who is neither gets nowhere, and of another workspace nothing exists', async () => {
  const { app, as } = await withFiles()
  await using _ = app
  const { ada, noor, pim } = await people(app)
  const id = app.world.newId<TakeawayId>()
  const params = { takeaway: id }
  await as(ada).call(takeawayEndpoints.askTakeaway, ask(id))
  for (const by of [noor, await app.professional({ name: 'Gijs', role: 'guest' })]) {
    expect((await as(by).refusal(takeawayEndpoints.takeaways)).code).toBe('not-allowed')
    expect((await as(by).refusal(takeawayEndpoints.askTakeaway, ask(id))).code).toBe('not-allowed')
    expect((await as(by).refusal(takeawayEndpoints.fetchTakeaway, { params })).code).toBe('not-allowed')
  }
  expect((await as(null).request('GET', '/api/takeaways')).status).toBe(401)
  expect((await as(pim).refusal(takeawayEndpoints.askTakeaway, ask(id))).code).toBe('not-allowed')
  const empty = { body: { id: app.world.newId<TakeawayId>(), purpose: 'leaving' as const, reason: ' ' } }
  expect((await as(ada).refusal(takeawayEndpoints.askTakeaway, empty)).code).toBe('invalid-input')
  for (const purpose of ['personnel', 'purchasing'] as const) {
    const wish = { body: { ...ask(app.world.newId<TakeawayId>()).body, purpose } }
    expect((await as(ada).refusal(takeawayEndpoints.askTakeaway, wish)).code).toBe('purpose-refused')
  }
  const other = await app.otherWorkspace()
  const theirs = await app.professional({ name: 'Ilse', role: 'privacy-officer', workspace: other })
  const agree = { params, body: { agreed: true } }
  expect((await as(theirs).refusal(takeawayEndpoints.decideTakeaway, agree)).code).toBe('not-found')
  expect((await as(theirs).call(takeawayEndpoints.takeaways)).takeaways).toEqual([])
})
