/** Parents of a youth at a table of no collaboration, and a plan that is changed as a whole. */
import { meetingEndpoints } from '@weerklank/core/dialogue/meeting.contract'
import type { PlaceId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { testApp } from '../test-app.ts'
import { planMeeting, planOf } from './meeting.fixture.ts'

const at = <Item>(list: readonly Item[], index: number): Item => {
  const item = list[index]
  if (item === undefined) throw new Error('Nothing there')
  return item
}

test('a parent who is named at the table decides for a child of nine, until she is no parent after all', async () => {
  await using app = await testApp()
  const yara = { name: 'Yara', voice: 'mother' as const, id: app.world.newId<PlaceId>() }
  const sem = { name: 'Sem', voice: 'child' as const, bornOn: '2017-05-01', parents: [yara.id] }
  const { get, guest, places, params, noor } = await planMeeting(app, { seats: [yara, sem] })
  const child = at(places, 2)
  const shown = async () => at((await get()).places, 2)
  expect(await shown()).toMatchObject({ lacksParent: false, parents: [yara.id] })
  const below = `/kind/${child.id}/keuze/recording-analysis`
  const mother = await guest(yara.id)
  expect((await mother.get()).text).toContain('Voor Sem')
  expect((await mother.choose(below, 'ja')).status).toBe(303)
  expect((await shown()).uses.film).toBe('yes')

  // In one change with the plan; what cannot be kept changes nothing of either.
  const change = (parents: PlaceId[], version: number) => ({
    params,
    body: {
      ...{ ...planOf(app), title: 'Rond Sem en Yara', version },
      places: places.map((place) => (place.id === child.id ? { ...place, parents } : place)),
    },
  })
  const late = await app.as(noor).refusal(meetingEndpoints.editMeeting, change([], 7))
  expect(late.code).toBe('conflict')
  const own = at(places, 0).id
  const colleague = await app.as(noor).refusal(meetingEndpoints.editMeeting, change([own], 1))
  expect(colleague.fields).toEqual({ places: 'no-parent' })
  expect((await get()).title).toBe('Open dialoog rond Sem')
  expect(await shown()).toMatchObject({ lacksParent: false, parents: [yara.id] })

  const edited = await app.as(noor).call(meetingEndpoints.editMeeting, change([], 1))
  expect(edited).toMatchObject({ title: 'Rond Sem en Yara', version: 2 })
  expect(await shown()).toMatchObject({ lacksParent: true, parents: [] })
  expect((await shown()).uses.film).not.toBe('yes')
  expect((await mother.get()).text).not.toContain('Voor Sem')
})
