/** Notes and contacts: what belongs to a relation and to no other. */
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { ContactId, NoteId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'

const { getRelation, addNote, removeNote, planContact, editContact, removeContact } = relationEndpoints

/** Two relations of one professional, so that only the relation decides. */
async function twoRelations(app: TestApp) {
  const noor = await app.professional()
  const ours = await app.relation({ by: noor, title: 'Deze' })
  const aside = await app.relation({ by: noor, title: 'Andere' })
  return { noor: app.as(noor), ours: { relation: ours.id }, aside: { relation: aside.id } }
}

const aNote = (app: TestApp) => ({
  id: app.world.newId<NoteId>(),
  kind: 'earlier-care' as const,
  text: 'Toen werd er niet geluisterd.\r\n',
  toldBy: 'Lina',
})

const aContact = (app: TestApp, at = app.clock.now()) => ({
  id: app.world.newId<ContactId>(),
  ...{ kind: 'contact' as const, at, place: 'thuis', summary: '' },
})

test('a note is kept as it was told, once, however often it is sent', async () => {
  await using app = await testApp()
  const { noor, ours } = await twoRelations(app)
  const body = aNote(app)
  const first = await noor.call(addNote, { params: ours, body })
  expect(first).toEqual({ ...body, text: 'Toen werd er niet geluisterd.', at: app.clock.now() })
  expect(await noor.call(addNote, { params: ours, body: { ...body, text: 'Anders' } })).toEqual(first)
  expect((await noor.call(getRelation, { params: ours })).notes).toEqual([first])
  expect(await app.audit('note.added')).toHaveLength(1)
})

test('the note of another relation can neither be overwritten nor removed', async () => {
  await using app = await testApp()
  const { noor, ours, aside } = await twoRelations(app)
  const body = aNote(app)
  await noor.call(addNote, { params: aside, body })
  expect(await noor.refusal(addNote, { params: ours, body })).toMatchObject({ code: 'conflict' })
  const params = { ...ours, note: body.id }
  expect(await noor.refusal(removeNote, { params })).toMatchObject({ code: 'not-found' })
  expect((await noor.call(getRelation, { params: aside })).notes).toHaveLength(1)
})

test('a note is removed once; the second time there is none', async () => {
  await using app = await testApp()
  const { noor, ours } = await twoRelations(app)
  const body = aNote(app)
  await noor.call(addNote, { params: ours, body })
  const params = { ...ours, note: body.id }
  expect(await noor.call(removeNote, { params })).toEqual({ done: true })
  expect(await noor.refusal(removeNote, { params })).toMatchObject({ code: 'not-found' })
  expect(await app.audit('note.removed')).toHaveLength(1)
})

test('contacts are planned, moved and cancelled, newest first', async () => {
  await using app = await testApp()
  const { noor, ours } = await twoRelations(app)
  const [early, late] = [aContact(app, '2026-11-20T09:00:00.000Z'), aContact(app, '2026-11-27T09:00:00.000Z')]
  for (const body of [early, late, early]) await noor.call(planContact, { params: ours, body })
  expect(await app.audit('contact.planned')).toHaveLength(2)
  const ids = async () => (await noor.call(getRelation, { params: ours })).contacts.map((one) => one.id)
  expect(await ids()).toEqual([late.id, early.id])
  const { id: _, ...fields } = { ...early, at: '2026-12-04T09:00:00.000Z', summary: 'Uitgesteld.' }
  const moved = await noor.call(editContact, { params: { ...ours, contact: early.id }, body: fields })
  expect(moved).toEqual({ id: early.id, ...fields })
  expect(await ids()).toEqual([early.id, late.id])
  expect(await noor.call(removeContact, { params: { ...ours, contact: late.id } })).toEqual({ done: true })
  expect(await ids()).toEqual([early.id])
})

test('the contact of another relation can be neither planned again, moved nor cancelled here', async () => {
  await using app = await testApp()
  const { noor, ours, aside } = await twoRelations(app)
  const body = aContact(app)
  await noor.call(planContact, { params: aside, body })
  expect(await noor.refusal(planContact, { params: ours, body })).toMatchObject({ code: 'conflict' })
  const params = { ...ours, contact: body.id }
  const { id: _, ...fields } = { ...body, place: 'elders' }
  expect(await noor.refusal(editContact, { params, body: fields })).toMatchObject({ code: 'not-found' })
  expect(await noor.refusal(removeContact, { params })).toMatchObject({ code: 'not-found' })
  expect((await noor.call(getRelation, { params: aside })).contacts).toEqual([body])
})

test('a contact to which a check belongs stays', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  const noor = app.as(relation.by)
  const body = aContact(app)
  await noor.call(planContact, { params: { relation: relation.id }, body })
  await app.invite({ in: relation, contact: body.id })
  const params = { relation: relation.id, contact: body.id }
  expect(await noor.refusal(removeContact, { params })).toMatchObject({ code: 'conflict' })
  expect((await noor.call(getRelation, { params })).contacts).toHaveLength(1)
  expect(await app.audit('contact.removed')).toEqual([])
})

test.each([
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '2026-11-20T09:00:00.123456Z',
  '2016-12-31T23:59:60Z',
])('a contact at %s is taken or refused, never a fault of ours', async (at) => {
  await using app = await testApp()
  const { noor, ours } = await twoRelations(app)
  const reply = await noor.request('POST', `/api/relations/${ours.relation}/contacts`, aContact(app, at))
  expect([200, 422]).toContain(reply.status)
  expect((await noor.request('GET', `/api/relations/${ours.relation}`)).status).toBe(200)
})
