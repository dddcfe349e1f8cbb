/** Who joins a team or network later: somebody new is somebody of her own, whoever is there already. */
import type { CircleId, CircleSideId, MemberId, ParticipantId } from '@weerklank/core/shared/ids'
import { circleEndpoints } from '@weerklank/core/team/circle.contract'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { buildNetworkOf } from '../test-network.ts'

test('somebody new without an account joins beside the others without one; the same once more changes nothing', async () => {
  await using app = await testApp()
  const { by, relation, sides, placeOf } = await buildNetworkOf(app, ['Aisha', 'Bram'])
  const person = { name: 'Tess', voice: 'partner', detail: '', address: 'je', language: 'nl' } as const
  const tess = app.world.newId<ParticipantId>()
  const params = { relation }
  const body = { participant: tess, sides: [sides[0]], person: { ...person, member: null } }
  const joined = await app.as(by).call(circleEndpoints.addCirclePerson, { params, body })
  expect(joined.people.map(({ name }) => name)).toEqual(['Aisha', 'Bram', 'Noor', 'Tess'])
  expect(joined.people.find(({ name }) => name === 'Tess')?.participant).toBe(tess)
  expect(await app.as(by).call(circleEndpoints.addCirclePerson, { params, body })).toEqual(joined)
  expect(joined.people.find(({ participant }) => participant === placeOf('Aisha').participant)).toMatchObject(
    { name: 'Aisha', sides: [sides[1]] },
  )
})

const professional = { voice: 'professional', detail: '', address: 'je', language: 'nl' } as const

/** A network that is about to be made, of a collaboration of Noor; with whom else, as the form sends it. */
async function beginning(app: TestApp) {
  const { by, id: relation, relation: details } = await app.relation()
  const side = app.world.newId<CircleSideId>()
  const noor = details.participants.find(({ member }) => member === by.member)?.id
  if (noor === undefined) throw new Error('Noor takes part')
  const params = { relation }
  const colleague = (member: MemberId, name: string) => ({
    participant: app.world.newId<ParticipantId>(),
    ...{ sides: [side], person: { ...professional, name, member } },
  })
  const id = app.world.newId<CircleId>()
  const body = (...people: ReturnType<typeof colleague>[]) => ({
    ...{ id, kind: 'team' as const, question: '', endsOn: null, midcourseOn: null },
    sides: [{ id: side, name: 'De Linde', isFamily: false }],
    people: [{ participant: noor, sides: [side] }, ...people],
  })
  return { by, params, body, colleague }
}

test('a colleague with an account belongs to it from its making on, and finds it by her own account; the same once more changes nothing', async () => {
  await using app = await testApp()
  const farid = await app.professional({ name: 'Farid' })
  const { by, params, body, colleague } = await beginning(app)
  const chosen = body(colleague(farid.member, 'Farid'))
  expect((await app.as(farid).refusal(circleEndpoints.getCircle, { params })).code).toBe('not-found')
  const made = await app.as(by).call(circleEndpoints.makeCircle, { params, body: chosen })
  expect(made.people.map(({ name, member }) => [name, member])).toEqual([
    ['Farid', farid.member],
    ['Noor', by.member],
  ])
  expect(await app.as(by).call(circleEndpoints.makeCircle, { params, body: chosen })).toEqual(made)
  const { circles } = await app.as(farid).call(circleEndpoints.listCircles)
  expect(circles.map(({ relation }) => relation)).toEqual([params.relation])
  const link = {
    params: { ...params, participant: chosen.people[1]?.participant ?? '' },
    body: { email: null },
  }
  expect((await app.as(by).refusal(circleEndpoints.linkCirclePerson, link)).code).toBe('not-allowed')
})

test('nobody is chosen twice, nor somebody who does not work here; then nothing at all is made', async () => {
  await using app = await testApp()
  const farid = await app.professional({ name: 'Farid' })
  const karin = await app.professional({ name: 'Karin', role: 'administrator' })
  const gone = await app.professional({ name: 'Gea' })
  await asMaintenance(app.owner, (trx) =>
    trx.updateTable('member').set({ ended_at: app.clock.now() }).where('id', '=', gone.member).execute(),
  )
  const { by, params, body, colleague } = await beginning(app)
  const refused = async (...people: ReturnType<typeof colleague>[]) => {
    const answer = await app.as(by).refusal(circleEndpoints.makeCircle, { params, body: body(...people) })
    return [answer.code, answer.fields]
  }
  const again = [colleague(farid.member, 'Farid'), colleague(farid.member, 'Farid nog eens')]
  expect(await refused(...again)).toEqual(['invalid-input', { people: 'doubled' }])
  expect(await refused(colleague(by.member, 'Noor'))).toEqual(['invalid-input', { people: 'doubled' }])
  const none = ['invalid-input', { people: 'no-colleague' }]
  expect(await refused(colleague(karin.member, 'Karin'))).toEqual(none)
  expect(await refused(colleague(gone.member, 'Gea'))).toEqual(none)
  expect(await refused(colleague(app.world.newId<MemberId>(), 'Niemand'))).toEqual(none)
  expect((await app.as(farid).refusal(circleEndpoints.getCircle, { params })).code).toBe('not-found')
  const made = await app.as(by).call(circleEndpoints.makeCircle, { params, body: body() })
  const later = { ...colleague(karin.member, 'Karin'), sides: made.sides.map(({ id }) => id) }
  expect((await app.as(by).refusal(circleEndpoints.addCirclePerson, { params, body: later })).fields).toEqual(
    { 'person.member': 'no-colleague' },
  )
})
