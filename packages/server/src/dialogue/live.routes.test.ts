/** A meeting while it is held: what each may do and hear, through the front door. */
import { liveEndpoints } from '@weerklank/core/dialogue/live.contract'
import type { ContributionId, PlaceId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../db/maintenance.ts'
import { testApp } from '../test-app.ts'
import { atTable, buildTable, listening, openLine } from './live.fixture.ts'

test('only who sits at the table gets in, and only who leads leads', async () => {
  await using app = await testApp()
  const { meeting, karin, noor } = await buildTable(app)
  const eva = await app.professional({ name: 'Eva' })
  const params = { meeting }
  expect(await app.as(null).refusal(liveEndpoints.live, { params })).toMatchObject({ code: 'not-signed-in' })
  expect(await app.as(eva).refusal(liveEndpoints.live, { params })).toMatchObject({ code: 'not-found' })
  expect(await app.as(eva).refusal(liveEndpoints.begin, { params, body: {} })).toMatchObject({
    code: 'not-found',
  })
  expect((await app.hono.request(`/api/meetings/${meeting}/live/events`)).status).toBe(401)
  const evas = { headers: { cookie: eva.cookie } }
  expect((await app.hono.request(`/api/meetings/${meeting}/live/events`, evas)).status).toBe(404)
  expect(await app.as(karin).call(liveEndpoints.live, { params })).toBeNull()
  expect(await atTable(app, meeting, karin).begin()).toEqual({ done: true, reason: null })
  expect(await atTable(app, meeting, noor).lead('next')).toEqual({ done: false, reason: 'not-leading' })
  expect(await atTable(app, meeting, karin).lead('next')).toEqual({ done: true, reason: null })
  const deeds = (await app.audit())
    .map(({ action }) => action)
    .filter((action) => action.startsWith('meeting.live'))
  expect(deeds).toEqual(
    expect.arrayContaining(['meeting.live-begun', 'meeting.live-led', 'meeting.live-read']),
  )
})

test('two who press next at once, from two processes, skip nothing', async () => {
  await using app = await testApp()
  const { meeting, karin } = await buildTable(app)
  await atTable(app, meeting, karin).begin()
  const press = () => atTable(app, meeting, karin).command({ do: 'next', step: 'welcome', round: 1 })
  const answers = await Promise.all([press(), press(), press()])
  expect(answers.map(({ reason }) => reason).toSorted()).toEqual(['moved-on', 'moved-on', null].toSorted())
  expect((await atTable(app, meeting, karin).view()).room.step.key).toBe('talk')
})

test('what is written on a bad line is kept once, with five thousand emoji, and its newest words', async () => {
  await using app = await testApp()
  const { meeting, karin, noor } = await buildTable(app)
  const [leads, listens] = [atTable(app, meeting, karin), atTable(app, meeting, noor)]
  await leads.begin()
  await leads.goTo('silent')
  const id = app.world.newId<ContributionId>()
  const body = '👩🏽‍🚀'.repeat(5000)
  expect(await listens.write({ id, step: 'silent', body: 'Eerst dit' })).toEqual({ done: true, reason: null })
  for (let n = 0; n < 3; n++) await listens.write({ id, step: 'silent', body })
  expect((await listens.view()).written.map((one) => one.body)).toEqual([body])
  const other = await leads.write({ id, step: 'silent', body: 'Van mij?' })
  expect(other).toEqual({ done: false, reason: 'not-yours' })
  expect(await leads.write({ step: 'silent', body: 'x', as: karin.at.id as PlaceId })).toMatchObject({
    done: true,
  })
})

test('hosts are closed in the dialogue, whatever their screen thinks', async () => {
  await using app = await testApp()
  const { meeting, karin, noor } = await buildTable(app)
  const [leads, listens] = [atTable(app, meeting, karin), atTable(app, meeting, noor)]
  await leads.begin()
  await leads.goTo('talk')
  await leads.goTo('silent')
  expect(await listens.write({ step: 'talk', body: 'Ik zeg toch iets' })).toEqual({
    done: false,
    reason: 'listens-now',
  })
})

test('a device of a colleague writes for somebody who has none, in her name', async () => {
  await using app = await testApp()
  const { meeting, karin, hilde } = await buildTable(app)
  const leads = atTable(app, meeting, karin)
  await leads.begin()
  await leads.goTo('silent')
  expect(await leads.write({ step: 'silent', body: 'Van oma', as: hilde.id })).toMatchObject({
    reason: 'speaks-herself',
  })
  await leads.command({ do: 'carry', place: hilde.id, is: true })
  expect(await leads.write({ step: 'silent', body: 'Van oma', as: hilde.id })).toMatchObject({ done: true })
  await leads.lead('reveal')
  expect((await leads.view()).wall.texts).toMatchObject([{ place: hilde.id, body: 'Van oma' }])
})

test('cards without names get dots, no more than each has, and the same dot once', async () => {
  await using app = await testApp()
  const { meeting, karin, noor } = await buildTable(app)
  const [leads, listens] = [atTable(app, meeting, karin), atTable(app, meeting, noor)]
  await leads.begin()
  await leads.goTo('nameless')
  await leads.write({ step: 'nameless', body: 'Meer tijd' })
  await listens.write({ step: 'nameless', body: 'Rust' })
  await leads.lead('reveal')
  await leads.goTo('dots')
  const [card] = (await leads.view()).wall.texts
  const body = card?.key ?? ''
  const id = app.world.newId<ContributionId>()
  for (let n = 0; n < 2; n++) await listens.write({ id, step: 'dots', body })
  await listens.write({ step: 'dots', body })
  expect(await listens.write({ step: 'dots', body })).toEqual({ done: false, reason: 'no-dots-left' })
  expect(await leads.write({ step: 'dots', body: 'geen kaart' })).toEqual({
    done: false,
    reason: 'no-such-card',
  })
  expect((await leads.view()).wall.texts.map(({ votes, place }) => [votes, place])).toEqual(
    expect.arrayContaining([
      [2, null],
      [0, null],
    ]),
  )
  const kept = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('meeting_text')
      .selectAll()
      .where('meeting_id', '=', meeting)
      .where('kind', '=', 'card')
      .execute(),
  )
  expect(kept.map((row) => [row.place_id, row.person_id])).toEqual([
    [null, null],
    [null, null],
  ])
  expect(new Set(kept.map(({ at }) => at)).size).toBe(1)
})

test('a line tells all that is, tells on what another process does, and ends for who has to go', async () => {
  await using app = await testApp()
  await using twin = await app.twin()
  await using server = await listening(app)
  const { meeting, karin, noor } = await buildTable(app)
  await atTable(app, meeting, karin).begin()
  const line = await openLine(`${server.url}/api/meetings/${meeting}/live/events`, { cookie: noor.cookie })
  await expect.poll(() => line.last()?.room.step.key).toBe('welcome')
  await atTable(twin, meeting, karin).lead('next')
  await expect.poll(() => line.last()?.room.step.key).toBe('talk')
  expect(line.last()?.own.places).toMatchObject([{ place: noor.at.id, isSilent: true, may: false }])
  await asMaintenance(app.owner, (trx) =>
    trx
      .updateTable('meeting')
      .set({ member_ids: [karin.member] })
      .where('id', '=', meeting)
      .execute(),
  )
  const heard = line.events().length
  await atTable(app, meeting, karin).lead('next')
  await line.ended
  expect(line.events()).toHaveLength(heard)
})

test('the end asks for the shadow side, and what was ended is over', async () => {
  await using app = await testApp()
  const { meeting, karin } = await buildTable(app)
  const leads = atTable(app, meeting, karin)
  await leads.begin()
  expect(await leads.command({ do: 'end', reason: 'Laat.' })).toEqual({
    done: false,
    reason: 'shadow-not-held',
  })
  await leads.command({ do: 'move', key: 'shadow', before: 'talk' })
  await leads.lead('next')
  expect(await leads.command({ do: 'end', reason: 'De tijd is om.' })).toEqual({ done: true, reason: null })
  const row = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('meeting')
      .select(['status', 'ended_at', 'format'])
      .where('id', '=', meeting)
      .executeTakeFirstOrThrow(),
  )
  expect([row.status, row.format.steps.map(({ key }) => key).slice(0, 2)]).toEqual([
    'ended',
    ['welcome', 'shadow'],
  ])
  const events = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('meeting_event')
      .select(['kind', 'reason'])
      .where('meeting_id', '=', meeting)
      .orderBy('id')
      .execute(),
  )
  expect(events.at(-1)).toEqual({ kind: 'end', reason: 'De tijd is om.' })
  expect((await leads.view()).room.isOver).toBe(true)
  const jobs = await asMaintenance(app.owner, (trx) => trx.selectFrom('job').select('kind').execute())
  expect(jobs.map(({ kind }) => kind)).toContain('meeting-after')
})
