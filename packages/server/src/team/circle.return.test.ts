/** What a pause leaves behind: cards that become agreements, and agreements that the next pause begins with for who was there. */
import { afterEndpoints } from '@weerklank/core/dialogue/after.contract'
import type { MeetingAgreementId, MeetingId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { circleEndpoints } from '@weerklank/core/team/circle.contract'
import { expect, test } from 'vitest'
import { atTable } from '../dialogue/live.fixture.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { network, page } from './circle.fixture.ts'

type Network = Awaited<ReturnType<typeof network>>

async function plan(app: TestApp, { by, params }: Network, days: number): Promise<MeetingId> {
  const id = app.world.newId<MeetingId>()
  const body = { id, plannedAt: addDays(app.clock.now(), days), place: '', format: 'stilstaan' as const }
  await app.as(by).call(circleEndpoints.planCircleMeeting, { params, body })
  return id
}

test('cards of the step that asks what to agree on become agreements, and the next pause begins with those', async () => {
  await using app = await testApp()
  const made = await network(app)
  const { by, get } = made
  const meeting = await plan(app, made, 0)
  const noor = atTable(app, meeting, by)
  await noor.begin()
  await noor.goTo('words')
  await noor.goTo('agree')
  for (const body of ['Samira belt Noor.', 'Eén van ons belt, niet drie.'])
    await noor.write({ step: 'agree', body })
  const params = { meeting }
  const after = () => app.as(by).call(afterEndpoints.getMeetingAfter, { params })
  const cards = ['Eén van ons belt, niet drie.', 'Samira belt Noor.']
  expect((await after()).proposals).toEqual(cards)
  await app.as(by).call(afterEndpoints.endMeeting, { params })

  const agreed = { id: app.world.newId<MeetingAgreementId>(), owner: null, ifText: '', dueOn: null }
  const body = { ...agreed, text: cards[0] ?? '' }
  await app.as(by).call(afterEndpoints.agreeInMeeting, { params, body })
  // What was agreed is no proposal any more; the other one still is, and of neither it is told who wrote it.
  expect((await after()).proposals).toEqual(['Samira belt Noor.'])
  expect((await get()).agreements.map(({ text }) => text)).toEqual(['Eén van ons belt, niet drie.'])

  app.clock.advance(42 * 86_400_000)
  const next = await plan(app, made, 3)
  const opening = await app.as(by).call(afterEndpoints.getMeetingOpening, { params: { meeting: next } })
  expect(opening.agreements.map(({ text }) => text)).toEqual(['Eén van ons belt, niet drie.'])
  const samira = page(app, (await made.link(made.ids.samira)).url)
  const way = await samira.post('/gesprek', {})
  const table = await app.hono.request(way.headers.get('location') ?? '')
  expect(await table.text()).toContain('Eén van ons belt, niet drie.')

  // Ended on the page of the collaboration or here, it returns no more.
  const done = { params: { ...params, agreement: agreed.id }, body: { state: 'done' as const } }
  await app.as(by).call(afterEndpoints.changeMeetingAgreement, done)
  expect(
    (await app.as(by).call(afterEndpoints.getMeetingOpening, { params: { meeting: next } })).agreements,
  ).toEqual([])
})
