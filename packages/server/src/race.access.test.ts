/** Access that ends while it is used: in an open session, during a request, on an open stream; by another process too. */
import { emergencyEndpoints } from '@weerklank/core/access/emergency.contract'
import { membersEndpoints } from '@weerklank/core/access/members.contract'
import { settingsEndpoints } from '@weerklank/core/access/settings.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { realWorkspace } from './access/browser.fixture.ts'
import { asMaintenance } from './db/maintenance.ts'
import { hold, listen, openStream, untilWaiting } from './race.fixture.ts'
import { type TestApp, testApp } from './test-app.ts'
import type { Running } from './test-running.ts'

const { addNote, getRelation } = relationEndpoints
const { changeColleague, endColleague } = membersEndpoints

/**
 * Noor with Lina and her colleague Bram, and an administrator. That the collaboration was made is told a moment later
 * (events.ts gathers): this waits for it where the streams of the test are served, so that none of them hears it.
 */
async function team(app: TestApp, served: Running = app) {
  const bram = await app.professional({ name: 'Bram' })
  const participants = [{ name: 'Lina' }, { name: 'Bram', voice: 'colleague' as const, member: bram }]
  const told = new Promise<void>((resolve) => {
    const stop = served.hub.subscribe(app.workspace, () => {
      stop()
      resolve()
    })
  })
  const relation = await app.relation({ participants })
  await told
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  const params = { relation: relation.id }
  return { bram, relation, ada, params }
}

const note = (app: TestApp, text: string) => ({
  id: app.world.newId<never>(),
  ...{ kind: 'helps' as const, text, toldBy: '' },
})

const asResearcher = { name: 'Bram', roles: ['researcher' as const] }

async function rolesInRecord(app: TestApp, action: string): Promise<string[]> {
  const lines = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('audit_event').select('roles').where('action', '=', action).orderBy('id').execute(),
  )
  return lines.map((line) => line.roles)
}

describe('a role that is taken away', () => {
  test('lets a request that was let in before it finish under the role it had, and none after it', async () => {
    await using app = await testApp()
    await using twin = await app.twin()
    const { bram, relation, ada, params } = await team(app)
    const held = await hold(app, sql`select 1 from relation where id = ${relation.id} for update`)
    const writing = app.as(bram).request('POST', `/api/relations/${relation.id}/notes`, note(app, 'net nog'))
    await untilWaiting(app)
    // Done in another process while the first one waits.
    await twin.as(ada).call(changeColleague, { params: { member: bram.member }, body: asResearcher })
    for (const process of [app, twin]) {
      expect(await process.as(bram).refusal(getRelation, { params })).toMatchObject({ code: 'not-allowed' })
    }
    await held.release()
    expect((await writing).status).toBe(200)
    expect(await rolesInRecord(app, 'note.added')).toEqual(['professional'])
    expect(await app.as(bram).refusal(addNote, { params, body: note(app, 'te laat') })).toMatchObject({
      code: 'not-allowed',
    })
  })

  test('that is not stored yet still holds; from the moment it is stored it does not', async () => {
    await using app = await testApp()
    const { bram, ada, params } = await team(app)
    // Its line in the record is what the change waits for: all else of it is done.
    const held = await hold(app, sql`lock table audit_event in share mode`)
    const change = app.as(ada).call(changeColleague, { params: { member: bram.member }, body: asResearcher })
    await untilWaiting(app)
    const reading = app.as(bram).request('GET', `/api/relations/${params.relation}`)
    await untilWaiting(app, 2)
    await held.release()
    await change
    expect((await reading).status).toBe(200)
    expect(await app.as(bram).refusal(getRelation, { params })).toMatchObject({ code: 'not-allowed' })
  })

  test('between a change and its telling is heard by the stream, also that of another process', async () => {
    await using app = await testApp()
    await using twin = await app.twin()
    await using server = await listen(twin)
    const { bram, relation } = await team(app, twin)
    const brams = await openStream(server.url, bram)
    const noors = await openStream(server.url, relation.by)
    // The stream asks who she is, and has to wait for the one who is changing that.
    const held = await hold(app, sql`lock table member in access exclusive mode`)
    app.hub.announce({ workspace: app.workspace, relation: relation.id })
    await untilWaiting(app, 2)
    await sql`update member set roles = '{researcher}' where id = ${bram.member}`.execute(held.trx)
    await held.release()
    await expect.poll(noors.heard).toEqual([relation.id])
    // Noor's word came by the same announcement: had Bram been told, he had been told before this.
    app.hub.announce({ workspace: app.workspace, relation: relation.id })
    await expect.poll(() => noors.heard().length).toBe(2)
    expect(brams.heard()).toEqual([])
    for (const one of [brams, noors]) one.leave()
  })
})

describe('a place that ends', () => {
  test('during a request: what was begun is written with its name, nothing after it, and the stream closes', async () => {
    await using app = await testApp()
    await using twin = await app.twin()
    await using server = await listen(twin)
    const { bram, relation, ada, params } = await team(app, twin)
    const stream = await openStream(server.url, bram)
    // Holds back whoever reads the notes of the collaboration, not whoever changes its people.
    const held = await hold(app, sql`lock table relation_note in access exclusive mode`)
    const reading = twin.as(bram).request('GET', `/api/relations/${relation.id}`)
    await untilWaiting(app)
    await app.as(ada).call(endColleague, { params: { member: bram.member } })
    await stream.ended
    await held.release()
    const reply = await reading
    expect(reply.status).toBe(200)
    const reads = (await app.audit('relation.read')).filter((line) => line.actor === bram.member)
    expect(reads).toHaveLength(1)
    for (const process of [app, twin]) {
      expect((await process.as(bram).request('GET', `/api/relations/${params.relation}`)).status).toBe(401)
    }
    expect(stream.heard()).toEqual([])
  })

  test('that is not stored yet lets nobody in once it is', async () => {
    await using app = await testApp()
    const { bram, relation, ada } = await team(app)
    const held = await hold(app, sql`lock table audit_event in share mode`)
    const end = app.as(ada).call(endColleague, { params: { member: bram.member } })
    await untilWaiting(app)
    const writing = app.as(bram).request('POST', `/api/relations/${relation.id}/notes`, note(app, 'net nog'))
    await untilWaiting(app, 2)
    await held.release()
    await end
    await writing
    const reply = await app.as(bram).request('GET', `/api/relations/${relation.id}`)
    expect(reply.status).toBe(401)
    expect((await app.audit('note.added')).length).toBeLessThanOrEqual(1)
  })
})

test('access in an emergency that ends during a look ends with that look', async () => {
  await using app = await testApp()
  await using twin = await app.twin()
  const { relation, params } = await team(app)
  const eva = await app.professional({ name: 'Eva' })
  const reason = 'Noor is ziek vandaag.'
  const body = { id: app.world.newId<string>(), title: relation.relation.title, reason }
  await app.as(eva).call(emergencyEndpoints.openEmergency, { body })
  const held = await hold(app, sql`lock table relation_note in access exclusive mode`)
  const reading = app.as(eva).request('GET', `/api/relations/${relation.id}`)
  await untilWaiting(app)
  app.clock.advance(60_000)
  await twin.as(eva).call(emergencyEndpoints.endEmergency, { params })
  const late = twin.as(eva).refusal(getRelation, { params })
  expect(await late).toMatchObject({ code: 'not-found' })
  await held.release()
  // Let in before it ended: written down as what it was.
  expect((await reading).status).toBe(200)
  const lines = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('audit_event')
      .select('basis')
      .where('actor', '=', eva.member)
      .where('action', '=', 'relation.read')
      .execute(),
  )
  expect(lines).toEqual([{ basis: 'emergency' }])
})

test('a second factor that is demanded during a session stands before the next request, in every process and on the stream', async () => {
  await using app = await testApp()
  await using twin = await app.twin()
  await using server = await listen(twin)
  const { bram, relation, ada, params } = await team(app, twin)
  await realWorkspace(app)
  // One click in a demo counts as both ways; Bram came in as people do elsewhere.
  await sql`update auth.session set "secondFactorAt" = null where "userId" = ${bram.user}`.execute(app.owner)
  await twin.as(bram).call(getRelation, { params })
  const stream = await openStream(server.url, bram)
  const settings = await app.as(ada).call(settingsEndpoints.settings)
  await app
    .as(ada)
    .call(settingsEndpoints.changeSettings, { body: { ...settings, secondFactorRequired: true } })
  // What a workspace demands is remembered for five seconds.
  app.clock.advance(5_000)
  for (const process of [app, twin]) {
    const refusal = await process.as(bram).request('GET', `/api/relations/${relation.id}`)
    expect([refusal.status, refusal.body]).toMatchObject([403, { error: { code: 'second-factor-needed' } }])
  }
  // Noor, who proved herself in both ways, hears by the same announcements: had Bram been told, it was before that.
  const noors = await openStream(server.url, relation.by)
  for (const times of [1, 2]) {
    app.hub.announce({ workspace: app.workspace, relation: relation.id })
    await expect.poll(() => noors.heard().length).toBe(times)
  }
  expect(stream.heard()).toEqual([])
  for (const one of [noors, stream]) one.leave()
})
