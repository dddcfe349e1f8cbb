/** What the map, words and tensions of a network answer where a family leaves by its own hand, or somebody is of two sides. */
import type { CircleId, GlossaryWordId, NetworkWaveId, TensionId } from '@weerklank/core/shared/ids'
import { circleEndpoints } from '@weerklank/core/team/circle.contract'
import { glossaryEndpoints } from '@weerklank/core/team/glossary.contract'
import { networkEndpoints } from '@weerklank/core/team/network.contract'
import { tensionEndpoints } from '@weerklank/core/team/tension.contract'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { buildNetworkOf } from '../test-network.ts'

const words = {
  ...{ left: 'houvast', right: 'meebewegen', leftGood: 'Rust.', rightGood: 'Het past.', situation: '' },
  ...{ asks: '', room: null, meeting: null, lookOn: null },
}

/** Of a map that shuts on the first of March. */
const talk = { talkOn: '2027-03-03', meeting: null }

type Built = Awaited<ReturnType<typeof buildNetworkOf>>

async function beginMap(app: TestApp, { relation, by }: Built) {
  const body = { id: app.world.newId<NetworkWaveId>(), title: 'Nu', closesOn: '2027-03-01', ...talk }
  return app.as(by).call(networkEndpoints.beginNetwork, { params: { relation }, body })
}

test('when the family leaves, the map, the words and the tensions take nothing new and say why', async () => {
  await using app = await testApp()
  const built = await buildNetworkOf(app, ['Aisha', 'Bram'])
  const { relation, by, sides, placeOf } = built
  const [as, params] = [app.as(by), { relation }]
  for (const name of built.places.keys()) await built.choose(name, true)
  const { id: wave } = await beginMap(app, built)
  const [noor = ''] = [...built.places.keys()].filter((name) => !['Aisha', 'Bram'].includes(name))
  await built.tell('Aisha', wave, [[noor, 'weekly', 'yes']])
  for (const name of ['Aisha', 'Bram']) {
    const to = { ...params, participant: placeOf(name).participant }
    await as.call(circleEndpoints.setCirclePerson, { params: to, body: { sides: [sides[1]], active: false } })
  }
  const ofMap = { id: app.world.newId<NetworkWaveId>(), title: 'Nog eens', closesOn: '2027-03-01', ...talk }
  expect(await as.refusal(networkEndpoints.beginNetwork, { params, body: ofMap })).toMatchObject({
    code: 'conflict',
  })
  expect(await as.call(networkEndpoints.listNetwork, { params })).toMatchObject({ mayBegin: false })
  const telling = { params: { ...params, wave }, body: { ties: [] } }
  expect(await as.refusal(networkEndpoints.tellNetwork, telling)).toMatchObject({ code: 'conflict' })
  // What she told is gone with her: of nobody who left is anything on a map.
  expect(await as.call(networkEndpoints.getNetwork, { params: telling.params })).toMatchObject({
    ...{ answered: 0, size: 1, sheet: { people: [] } },
  })
  const left = { code: 'conflict', fields: { circle: 'family-left' } }
  const word = { params, body: { id: app.world.newId<GlossaryWordId>(), word: 'regie' } }
  expect(await as.refusal(glossaryEndpoints.addGlossaryWord, word)).toMatchObject(left)
  const tension = { id: app.world.newId<TensionId>(), pair: 'rigid-flexible' as const, ...words }
  expect(await as.refusal(tensionEndpoints.addTension, { params, body: tension })).toMatchObject(left)
  expect(await as.call(tensionEndpoints.listTensions, { params })).toMatchObject({ mayWrite: false })
})

test('who is of two sides stands on the map once, and a tie within either of them goes from no side to another', async () => {
  await using app = await testApp()
  const built = await buildNetworkOf(app, ['Aisha', 'Bram'])
  const { relation, by, sides, placeOf } = built
  const aisha = placeOf('Aisha').participant
  const body = { sides: [...sides], active: true }
  const params = { relation, participant: aisha }
  await app.as(by).call(circleEndpoints.setCirclePerson, { params, body })
  for (const name of built.places.keys()) await built.choose(name, true)
  const { id: wave } = await beginMap(app, built)
  const [noor = ''] = [...built.places.keys()].filter((name) => !['Aisha', 'Bram'].includes(name))
  await built.tell('Aisha', wave, [
    [noor, 'weekly', 'yes'],
    ['Bram', 'weekly', 'yes'],
  ])
  await built.tell('Bram', wave, [[noor, 'weekly', null]])
  await built.tell(noor, wave, [])
  const details = await built.look('Aisha', wave)
  if (details.state !== 'closed') throw new Error('Everybody is in')
  expect(details.map.people.filter(({ participant }) => participant === aisha)).toMatchObject([
    { sides: [...sides] },
  ])
  expect(details.map.findings).toMatchObject({ ties: 3, across: 1 })
})

test('who sees to several teams reads their names in the order of the alphabet, and nothing that could be compared', async () => {
  await using app = await testApp()
  const coach = await app.professional({ name: 'Cor', role: 'coach' })
  for (const title of ['Team Zuid', 'Team Noord', 'Team Oost']) {
    const { id, relation } = await app.relation({ by: coach, title, participants: [{ name: 'Aisha' }] })
    const side = { id: app.world.newId<never>(), name: title, isFamily: false }
    const body = {
      ...{ id: app.world.newId<CircleId>(), kind: 'team' as const, question: '', endsOn: null },
      ...{ midcourseOn: null, sides: [side] },
      people: relation.participants.map((one) => ({ participant: one.id, sides: [side.id] })),
    }
    await app.as(coach).call(circleEndpoints.makeCircle, { params: { relation: id }, body })
  }
  const { circles } = await app.as(coach).call(circleEndpoints.listCircles, {})
  expect(circles.map(({ title }) => title)).toEqual(['Team Noord', 'Team Oost', 'Team Zuid'])
  expect([...new Set(circles.flatMap((one) => Object.keys(one)))].toSorted()).toEqual([
    'endsOn',
    'isMidcourse',
    'isRunning',
    'kind',
    'midcourseOn',
    'next',
    'people',
    'relation',
    'title',
    // Whether the reader herself is waited for.
    'waits',
  ])
})
