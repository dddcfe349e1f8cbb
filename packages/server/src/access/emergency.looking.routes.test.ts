/** Whoever looks in because it cannot wait, looks: every route of a collaboration, one by one. */
import { emergencyEndpoints } from '@weerklank/core/access/emergency.contract'
import { formWaysInEndpoints, waysInEndpoints } from '@weerklank/core/feedback/ways-in.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { RelationId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Context, inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { pathOf } from '../test-member.ts'
import { endpointRows } from '../test-requests.ts'
import { buildStory } from '../test-story.ts'

const inRelation = endpointRows.filter(({ row }) => row.reaches === 'relation')
const { openEmergency, endEmergency } = emergencyEndpoints
const hour = 3_600_000

async function openIn(app: TestApp, story: Awaited<ReturnType<typeof buildStory>>) {
  const eva = await app.professional({ name: 'Eva' })
  const { title } = await app
    .as(story.by)
    .call(relationEndpoints.getRelation, { params: { relation: story.relation.id } })
  const reason = 'Noor is ziek en Lina belt in paniek.'
  const id = app.world.newId<string>()
  expect((await app.as(eva).call(openEmergency, { body: { id, title, reason } })).outcome).toBe('opened')
  return eva
}

/** By which ways something can be asked: nothing of anybody, so nothing is written down. */
const showNobody = new Set<string>([waysInEndpoints.waysIn.id, formWaysInEndpoints.formWaysIn.id])

test('she reads everything and changes nothing, until she ends it', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const eva = await openIn(app, story)
  const send = ({ endpoint, row }: (typeof inRelation)[number]) => {
    const parts = row.parts(app, story)
    return app.as(eva).request(endpoint.method, pathOf(endpoint, parts), parts.body)
  }
  const changes = inRelation.filter(
    ({ endpoint }) => endpoint.method !== 'GET' && endpoint.id !== endEmergency.id,
  )
  expect(changes.length).toBeGreaterThan(20)
  const before = await app.audit()
  for (const one of changes) {
    const reply = await send(one)
    expect([reply.status, reply.body], one.name).toMatchObject([403, { error: { code: 'not-allowed' } }])
  }
  // Nothing but that she tried.
  const tried = (await app.audit()).slice(before.length)
  expect(new Set(tried.map(({ action }) => action))).toEqual(
    new Set(['relation.refused', 'relation.refused-more']),
  )
  const looks = inRelation.filter(({ endpoint }) => endpoint.method === 'GET')
  expect(looks.length).toBeGreaterThan(3)
  for (const one of looks) {
    const lines = (await app.audit()).length
    expect((await send(one)).status, one.name).toBe(200)
    expect((await app.audit()).length > lines, one.name).toBe(!showNobody.has(one.endpoint.id))
  }
  const read = (await app.audit()).slice(before.length + tried.length)
  expect(new Set(read.map((line) => line.actor))).toEqual(new Set([eva.member]))
  app.clock.advance(1000)
  await app.as(eva).call(endEmergency, { params: { relation: story.relation.id } })
  for (const one of inRelation) expect((await send(one)).status, one.name).toBe(404)
})

test('after four hours it is over, also when she invited herself in between', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const eva = await openIn(app, story)
  const body = {
    ...{ id: app.world.newId<string>(), email: eva.email, name: 'Eva' },
    ...{ organisation: 'School De Boog', voice: 'colleague' },
  }
  const herself = await app.as(eva).request('POST', `/api/relations/${story.relation.id}/guests`, body)
  expect(herself.status).toBe(403)
  app.clock.advance(4 * hour)
  for (const { endpoint, row, name } of inRelation) {
    const parts = row.parts(app, story)
    expect(
      (await app.as(eva).request(endpoint.method, pathOf(endpoint, parts), parts.body)).status,
      name,
    ).toBe(404)
  }
})

test('the table itself lets nobody make it longer, not even she whose it is', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const eva = await openIn(app, story)
  const hers = {
    workspace: app.workspace,
    actor: { member: eva.member },
    roles: ['professional'],
    relations: [] as RelationId[],
  }
  for (const change of [`ends_at = ends_at + interval '1 minute'`, `at = at + interval '1 hour'`]) {
    const longer = inContext(app.db, hers, (trx) =>
      sql.raw(`update emergency_access set ${change} where member_id = '${eva.member}'`).execute(trx),
    )
    await expect(longer, change).rejects.toThrow()
  }
})

test('the database keeps to it too: under an emergency no table of the collaboration takes a change', async () => {
  await using app = await testApp()
  const story = await buildStory(app)
  const eva = await openIn(app, story)
  const inside = {
    ...{ workspace: app.workspace, actor: { member: eva.member }, roles: ['professional'] },
    relations: [story.relation.id],
  }
  const touched = (context: Context, statement: string) =>
    inContext(app.db, context, (trx) => sql.raw(statement).execute(trx)).then(
      (result) => result.numAffectedRows,
      () => 'refused',
    )
  const tables = ['relation', 'relation_note', 'contact', 'invitation', 'signal', 'agreement', 'participant']
  for (const table of tables) {
    const same = `update ${table} set workspace_id = workspace_id`
    expect(await touched(inside, same), table).toBeGreaterThan(0n)
    expect(await touched({ ...inside, onlyLooks: true }, same), table).toBe(0n)
  }
  const deleting: Context = { ...inside, purpose: 'deletion' }
  expect(await touched({ ...deleting, onlyLooks: true }, 'delete from agreement_echo')).toBe(0n)
  expect(await touched(deleting, 'delete from agreement_echo')).toBeGreaterThan(0n)
})
