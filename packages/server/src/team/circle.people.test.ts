/** Who joins a team or network later: somebody new is somebody of her own, whoever is there already. */
import type { ParticipantId } from '@weerklank/core/shared/ids'
import { circleEndpoints } from '@weerklank/core/team/circle.contract'
import { expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
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
