import { emergencyEndpoints } from '@weerklank/core/access/emergency.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'

const { openEmergency, emergencies, endEmergency } = emergencyEndpoints
const { getRelation } = relationEndpoints
const reason = 'Noor is ziek en Lina belt in paniek.'
const hour = 3_600_000

const asked = (app: TestApp, title: string) => ({ body: { id: app.world.newId<string>(), title, reason } })

test('who must look in does so by its exact name, for four hours, and it is written down before anything is seen', async () => {
  await using app = await testApp()
  const relation = await app.relation({ title: 'Lina en Noor' })
  const params = { relation: relation.id }
  const eva = await app.professional({ name: 'Eva' })
  const opened = await app.as(eva).call(openEmergency, asked(app, '  LINA en noor '))
  expect(opened).toEqual({ outcome: 'opened', relation: relation.id, endsAt: '2026-11-19T12:00:00.000Z' })
  expect(await app.as(eva).call(getRelation, { params })).toMatchObject({
    title: 'Lina en Noor',
    mayChange: false,
  })
  expect(await app.as(relation.by).call(getRelation, { params })).toMatchObject({ mayChange: true })
  const [line] = await app.audit('emergency.opened')
  expect(line).toMatchObject({ actor: eva.member, relation_id: relation.id })
  app.clock.advance(4 * hour - 1)
  await app.as(eva).call(getRelation, { params })
  app.clock.advance(1)
  expect(await app.as(eva).refusal(getRelation, { params })).toMatchObject({ code: 'not-found' })
})

test('a name that is not there is answered in one way, and written down too', async () => {
  await using app = await testApp()
  await using elsewhere = await testApp()
  await app.relation({ title: 'Lina en Noor' })
  await elsewhere.relation({ title: 'Mo en Ilse' })
  const eva = await app.professional({ name: 'Eva' })
  for (const title of ['Lina', 'Lina en Noo', 'Lina%', 'Mo en Ilse']) {
    expect(await app.as(eva).call(openEmergency, asked(app, title))).toEqual({
      ...{ outcome: 'none', relation: null, endsAt: null },
    })
  }
  const lines = await app.audit('emergency.opened')
  expect(lines.map((line) => line.relation_id)).toEqual([null, null, null, null])
})

test('a name that several have opens none of them', async () => {
  await using app = await testApp()
  await app.relation({ title: 'Lina' })
  await app.relation({ title: 'lina' })
  const eva = await app.professional({ name: 'Eva' })
  expect((await app.as(eva).call(openEmergency, asked(app, 'Lina'))).outcome).toBe('several')
})

test('its people see who looked in and why, and she ends it herself', async () => {
  await using app = await testApp()
  const relation = await app.relation({ title: 'Lina en Noor' })
  const params = { relation: relation.id }
  const eva = await app.professional({ name: 'Eva' })
  await app.as(eva).call(openEmergency, asked(app, 'Lina en Noor'))
  const [seen] = (await app.as(relation.by).call(emergencies, { params })).accesses
  expect(seen).toMatchObject({ name: 'Eva', reason, own: false, open: true })
  // Whoever takes part has nothing of her own to end.
  await app.as(relation.by).call(endEmergency, { params })
  expect(await app.audit('emergency.ended')).toEqual([])
  // But she read who looked in, and why.
  expect((await app.audit('emergency.read')).at(-1)).toMatchObject({ actor: relation.by.member })
  app.clock.advance(60_000)
  const ended = await app.as(eva).call(endEmergency, { params })
  expect(ended.accesses).toMatchObject([{ own: true, open: false, endsAt: app.clock.now() }])
  expect(await app.as(eva).refusal(getRelation, { params })).toMatchObject({ code: 'not-found' })
  expect(await app.audit('emergency.ended')).toHaveLength(1)
  app.clock.advance(31 * 24 * hour)
  expect((await app.as(relation.by).call(emergencies, { params })).accesses).toEqual([])
})

test('a guest, and whoever has no content, cannot; nor can anyone without a reason', async () => {
  await using app = await testApp()
  await app.relation({ title: 'Lina en Noor' })
  for (const role of ['guest', 'administrator', 'researcher', 'privacy-officer'] as const) {
    const by = await app.professional({ role })
    expect(await app.as(by).refusal(openEmergency, asked(app, 'Lina en Noor'))).toMatchObject({
      code: 'not-allowed',
    })
  }
  const eva = await app.professional({ name: 'Eva' })
  const { body } = asked(app, 'Lina en Noor')
  expect(
    await app.as(eva).refusal(openEmergency, { body: { ...body, reason: '   spoed   ' } }),
  ).toMatchObject({
    ...{ code: 'invalid-input', fields: { reason: expect.any(String) } },
  })
  expect(await app.audit('emergency.opened')).toEqual([])
})

test('sent twice it is one access; with the identifier of another it is refused', async () => {
  await using app = await testApp()
  const relation = await app.relation({ title: 'Lina en Noor' })
  const eva = await app.professional({ name: 'Eva' })
  const bram = await app.professional({ name: 'Bram' })
  const request = asked(app, 'Lina en Noor')
  const first = await app.as(eva).call(openEmergency, request)
  app.clock.advance(hour)
  expect(await app.as(eva).call(openEmergency, request)).toEqual(first)
  expect(await app.as(bram).refusal(openEmergency, request)).toMatchObject({ code: 'conflict' })
  const params = { relation: relation.id }
  expect((await app.as(relation.by).call(emergencies, { params })).accesses).toHaveLength(1)
})

test('who tries names is stopped', async () => {
  await using app = await testApp()
  const eva = await app.professional({ name: 'Eva' })
  for (let tries = 0; tries < 10; tries++) await app.as(eva).call(openEmergency, asked(app, `Naam ${tries}`))
  expect(await app.as(eva).refusal(openEmergency, asked(app, 'Nog een'))).toMatchObject({ code: 'too-many' })
})
