import { accessEndpoints } from '@weerklank/core/access/access.contract'
import { guestsEndpoints } from '@weerklank/core/access/guests.contract'
import { membersEndpoints } from '@weerklank/core/access/members.contract'
import { workspacesEndpoints } from '@weerklank/core/access/workspaces.contract'
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { ParticipantId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { type BuiltRelation, cookiesOf, relationBody } from '../test-factories.ts'

const { inviteGuest } = guestsEndpoints
const { places, choosePlace } = workspacesEndpoints
const { getRelation, editRelation, closeRelation, createRelation } = relationEndpoints

type Invitation = { in: BuiltRelation; email?: string }

function anna(app: TestApp, email = `anna-${app.world.newId()}@school.example`) {
  const id = app.world.newId<ParticipantId>()
  return { id, email, name: 'Anna', organisation: 'School De Boog', voice: 'colleague' as const }
}

/** A guest of a relation, who followed her link. */
async function guestOf(app: TestApp, of: Invitation) {
  const body = anna(app, of.email)
  const { invited } = await app.as(of.in.by).call(inviteGuest, { params: { relation: of.in.id }, body })
  if (invited.link === null) throw new Error('There is no link')
  return { ...body, cookie: cookiesOf(await app.hono.request(invited.link)) }
}

/** Takes someone out of a relation, by its form. */
async function leaveOut(app: TestApp, relation: BuiltRelation, id: ParticipantId) {
  const params = { relation: relation.id }
  const now = await app.as(relation.by).call(getRelation, { params })
  const participants = now.participants
    .filter((one) => one.active && one.id !== id && one.member !== relation.by.member)
    .map(({ active: _, ...person }) => person)
  const { title, kind, context, situation, purpose, checkEveryDays, version } = now
  const body = { title, kind, context, situation, purpose, checkEveryDays, version, participants }
  await app.as(relation.by).call(editRelation, { params, body })
}

test('a guest sees the one collaboration that she takes part in, as somebody of her organisation', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  const aside = await app.relation({ by: relation.by, title: 'Andere' })
  const guest = app.as(await guestOf(app, { in: relation }))
  const seen = await guest.call(getRelation, { params: { relation: relation.id } })
  expect(seen.participants.find((one) => one.name === 'Anna')).toMatchObject({
    ...{ voice: 'colleague', detail: 'School De Boog', active: true },
  })
  expect(await guest.refusal(getRelation, { params: { relation: aside.id } })).toMatchObject({
    code: 'not-found',
  })
  const list = await guest.call(feedbackEndpoints.listRelations, { query: {} })
  expect(JSON.stringify(list)).toContain(relation.id)
  expect(JSON.stringify(list)).not.toContain(aside.id)
  expect((await app.audit('guest.invited')).map((line) => line.relation_id)).toEqual([relation.id])
})

test('a guest does not see who else works here, begins nothing, lets nobody in and changes no people', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  const guest = app.as(await guestOf(app, { in: relation }))
  const params = { relation: relation.id }
  expect(await guest.call(accessEndpoints.members)).toMatchObject({ members: [] })
  expect(await guest.refusal(createRelation, { body: relationBody(app) })).toMatchObject({
    code: 'not-allowed',
  })
  expect(await guest.refusal(inviteGuest, { params, body: anna(app) })).toMatchObject({ code: 'not-allowed' })
  const { id: _, ...fields } = relationBody(app)
  expect(await guest.refusal(editRelation, { params, body: { ...fields, version: 1 } })).toMatchObject({
    code: 'not-allowed',
  })
  expect(await guest.refusal(closeRelation, { params, body: { closed: true } })).toMatchObject({
    code: 'not-allowed',
  })
})

test('guests stand apart from colleagues, with their organisation, and are among nobody’s number', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  await guestOf(app, { in: relation })
  const listed = await app.as(relation.by).call(accessEndpoints.members)
  expect(listed.members.map((one) => one.name)).toEqual(['Noor'])
  expect(listed.guests.map(({ name, organisation }) => ({ name, organisation }))).toEqual([
    { name: 'Anna', organisation: 'School De Boog' },
  ])
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  const all = await app.as(ada).call(membersEndpoints.colleagues)
  expect(all.colleagues.map((one) => one.name)).toEqual(['Ada', 'Noor'])
  expect(all.guests.map((one) => one.name)).toEqual(['Anna'])
})

test('the same invitation twice lets in one guest, and a colleague who is invited comes as the colleague she is', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  const params = { relation: relation.id }
  const body = anna(app)
  const first = await app.as(relation.by).call(inviteGuest, { params, body })
  const second = await app.as(relation.by).call(inviteGuest, { params, body })
  expect(second.participant).toBe(first.participant)
  const bram = await app.professional({ name: 'Bram' })
  await app.as(relation.by).call(inviteGuest, { params, body: anna(app, bram.email) })
  const listed = await app.as(relation.by).call(accessEndpoints.members)
  expect([listed.members.length, listed.guests.length]).toEqual([2, 1])
  await app.as(bram).call(getRelation, { params })
})

test('with her last collaboration the place of a guest ends, and comes back with it', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  const second = await app.relation({ by: relation.by, title: 'Tweede' })
  const email = `anna-${app.world.newId()}@school.example`
  const body = anna(app, email)
  const guest = await guestOf(app, { in: relation, email })
  await app.as(relation.by).call(inviteGuest, { params: { relation: second.id }, body })
  await leaveOut(app, relation, guest.id)
  expect((await app.as(guest).call(accessEndpoints.me)).member.name).toBe('Anna')
  await app.as(second.by).call(closeRelation, { params: { relation: second.id }, body: { closed: true } })
  expect(await app.as(guest).refusal(accessEndpoints.me)).toMatchObject({ code: 'not-signed-in' })
  const ended = (await app.audit('guest.ended')).map((line) => line.relation_id)
  expect(ended).toEqual([second.id])
  await app.as(second.by).call(closeRelation, { params: { relation: second.id }, body: { closed: false } })
  expect((await app.audit('guest.returned')).map((line) => line.relation_id)).toEqual([second.id])
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  const { guests } = await app.as(ada).call(membersEndpoints.colleagues)
  expect(guests.map((one) => one.endedAt)).toEqual([null])
})

test('a colleague who left is not let in again as a guest', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  const bram = await app.professional({ name: 'Bram' })
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  await app.as(ada).call(membersEndpoints.endColleague, { params: { member: bram.member } })
  const refusal = await app
    .as(relation.by)
    .refusal(inviteGuest, { params: { relation: relation.id }, body: anna(app, bram.email) })
  expect(refusal).toMatchObject({ code: 'invalid-input', fields: { email: 'ended' } })
})

test('one account works in two workspaces, one at a time, and neither knows of the other', async () => {
  await using app = await testApp()
  await using elsewhere = await testApp()
  const here = await app.relation({ title: 'Hier' })
  const there = await elsewhere.relation({ title: 'Daar' })
  const guest = await guestOf(app, { in: here })
  const body = anna(elsewhere, guest.email)
  await elsewhere.as(there.by).call(inviteGuest, { params: { relation: there.id }, body })
  const own = app.as(guest)
  const both = (await own.call(places)).places
  expect(both.map((place) => [place.workspace, place.asGuest])).toEqual(
    expect.arrayContaining([
      [app.workspace, true],
      [elsewhere.workspace, true],
    ]),
  )
  for (const [place, mine, other] of [
    [elsewhere.workspace, there, here],
    [app.workspace, here, there],
  ] as const) {
    app.clock.advance(60_000)
    const chosen = await own.call(choosePlace, { body: { workspace: place } })
    expect(chosen.places.filter((one) => one.current).map((one) => one.workspace)).toEqual([place])
    expect((await own.call(accessEndpoints.me)).workspace.id).toBe(place)
    await own.call(getRelation, { params: { relation: mine.id } })
    expect(await own.refusal(getRelation, { params: { relation: other.id } })).toMatchObject({
      code: 'not-found',
    })
  }
  const stranger = await testApp()
  expect(await own.refusal(choosePlace, { body: { workspace: stranger.workspace } })).toMatchObject({
    code: 'not-found',
  })
  await stranger[Symbol.asyncDispose]()
})
