import { personEndpoints } from '@weerklank/core/consent/person.contract'
import { meetingEndpoints } from '@weerklank/core/dialogue/meeting.contract'
import type { PersonId, PlaceId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { guestAt, planMeeting, planOf, seatOf } from './meeting.fixture.ts'
import { beginMeeting, endMeeting } from './meeting.status.ts'

const at = <Item>(list: readonly Item[], index: number): Item => {
  const item = list[index]
  if (item === undefined) throw new Error('Nothing there')
  return item
}

const byProgram = (
  app: TestApp,
  meeting: Parameters<typeof beginMeeting>[1]['meeting'],
  what: 'begin' | 'end',
) =>
  inContext(app.db, { workspace: app.workspace, actor: 'system', relations: [] }, (trx) =>
    (what === 'begin' ? beginMeeting : endMeeting)(trx, {
      context: { workspace: app.workspace, actor: 'system', relations: [] },
      meeting,
      now: app.clock.now(),
    }),
  )

describe('planning', () => {
  test('a meeting is planned by a format, asks for the shadow side, and is there once however often it is sent', async () => {
    await using app = await testApp()
    const { noor, meeting, body, get } = await planMeeting(app)
    expect(meeting.steps.filter((step) => step.isShadow).map((step) => step.prompt.nl)).toEqual([
      'Wie voelde zich wel eens buiten staan?',
    ])
    expect(meeting.minutes).toBe(meeting.steps.reduce((sum, step) => sum + step.minutes, 0))
    expect(meeting.may).toEqual({ plan: true, invite: true, cancel: true, begin: true })
    expect(meeting.problems).toContainEqual({ problem: 'role-missing', role: 'host', count: 1 })
    await app.as(noor).call(meetingEndpoints.planMeeting, { body })
    const { meetings } = await app.as(noor).call(meetingEndpoints.listMeetings)
    expect(meetings.map(({ id, people, coming }) => [id, people, coming])).toEqual([[meeting.id, 2, 0]])
    expect((await get()).version).toBe(1)
    expect(await app.audit('meeting.planned')).toHaveLength(1)
    // Who does not sit there does not learn that it is.
    const bram = await app.professional({ name: 'Bram' })
    const params = { meeting: meeting.id }
    expect((await app.as(bram).refusal(meetingEndpoints.getMeeting, { params })).code).toBe('not-found')
    expect((await app.as(bram).call(meetingEndpoints.listMeetings)).meetings).toEqual([])
  })

  test('no meeting in the past, by an unknown format, of somebody twice, or of a child of whom nobody knows the age', async () => {
    await using app = await testApp()
    const { noor, body } = await planMeeting(app)
    const fresh = () => ({ ...body, id: app.world.newId<typeof body.id>() })
    const refusal = async (change: Partial<typeof body>) =>
      (await app.as(noor).refusal(meetingEndpoints.planMeeting, { body: { ...fresh(), ...change } })).fields
    expect(await refusal({ plannedAt: addDays(app.clock.now(), -1) })).toEqual({ plannedAt: 'in-the-past' })
    expect(await refusal({ format: 'unheard-of' })).toEqual({ format: 'unknown' })
    expect(await refusal({ format: 'raguse' })).toEqual({ format: 'unknown' })
    const own = at(body.places, 0)
    const twice = [own, { ...own, id: app.world.newId<PlaceId>() }]
    expect(await refusal({ places: twice })).toEqual({ places: 'doubled' })
    const child = seatOf(app, { name: 'Sem', voice: 'child' })
    expect(await refusal({ places: [own, child] })).toEqual({ places: 'born-on-missing' })
    expect(await refusal({ videoUrl: 'http://elsewhere.example' })).toHaveProperty('videoUrl')
  })

  test('two people change the plan at once: the second hears of it, and nothing of the first is lost', async () => {
    await using app = await testApp()
    const { id, noor, get, places, params } = await planMeeting(app)
    const karin = await app.professional({ name: 'Karin' })
    const more = [...places, seatOf(app, { member: karin, role: 'host', voice: 'professional' })]
    await app.as(noor).call(meetingEndpoints.seatPeople, { params, body: { version: 1, places: more } })
    const plan = { ...planOf(app), version: 2 }
    await app
      .as(karin)
      .call(meetingEndpoints.editMeeting, { params, body: { ...plan, title: 'Rond Sem, opnieuw' } })
    const late = { params, body: { ...plan, title: 'Iets anders' } }
    expect((await app.as(noor).refusal(meetingEndpoints.editMeeting, late)).code).toBe('conflict')
    expect((await get()).title).toBe('Rond Sem, opnieuw')
    expect((await app.as(karin).call(meetingEndpoints.listMeetings)).meetings.map((one) => one.id)).toEqual([
      id,
    ])
  })

  test('a step comes in with its reason; the shadow side moves and stays', async () => {
    await using app = await testApp()
    const { noor, meeting, params } = await planMeeting(app)
    const shadow = at(
      meeting.steps.filter((step) => step.isShadow),
      0,
    )
    const change = (version: number, what: Parameters<typeof app.as>[0] extends never ? never : object) => ({
      params,
      body: { version, change: what as never },
    })
    const insert = {
      ...{ do: 'insert', after: 'welcome', title: 'Stilte', prompt: 'Schrijf wat je hoorde.', minutes: 5 },
      ...{ input: 'text', reason: 'Om de stemmen van de jongeren te horen' },
    }
    const more = await app.as(noor).call(meetingEndpoints.changeProgramme, change(1, insert))
    expect(more.steps[1]?.inserted).toMatchObject({ by: 'Noor', reason: insert.reason })
    expect(more.minutes).toBe(meeting.minutes + 5)
    const move = { do: 'move', key: shadow.key, to: 1, reason: 'Eerder, nu iedereen er nog is' }
    const moved = await app.as(noor).call(meetingEndpoints.changeProgramme, change(2, move))
    expect(moved.steps[1]).toMatchObject({ isShadow: true, moved: { reason: move.reason } })
    const remove = change(3, { do: 'remove', key: shadow.key })
    const refused = await app.as(noor).refusal(meetingEndpoints.changeProgramme, remove)
    expect(refused.fields).toEqual({ change: 'shadow-stays' })
  })

  test('a calendar reads the file of a meeting', async () => {
    await using app = await testApp()
    const { noor, meeting } = await planMeeting(app)
    const { text } = await app
      .as(noor)
      .request('GET', `/api/meetings/${meeting.id}/calendar`)
      .then((reply) => ({
        text: String(reply.body),
      }))
    const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
    const event = new ICAL.Event(component ?? undefined)
    expect(event.startDate.toJSDate().toISOString()).toBe(meeting.plannedAt)
    expect(event.endDate.toJSDate().toISOString()).toBe(meeting.endsAt)
    expect(text).not.toContain('Oma Hilde')
  })
})

describe('the page of a place', () => {
  test('a guest says that she comes, answers beforehand, and only she sees it until the meeting begins', async () => {
    await using app = await testApp()
    const { noor, get, guest, places, id } = await planMeeting(app)
    const hilde = await guest(at(places, 1).id)
    const page = await hilde.get()
    expect(page.text).toContain('Wat was waardevol in het contact met ons?')
    expect((await hilde.post('/kom', { kom: 'yes' })).status).toBe(303)
    const secret = 'U was er altijd 👵🏽 — ook op zondag'
    await hilde.post('/vooraf', { 'v-valuable': secret, verwacht: 'Dat ik gehoord word' })
    expect((await hilde.get()).text).toContain(secret)
    const before = await get()
    expect(before.places.map((place) => place.attends)).toEqual(['unknown', 'yes'])
    expect(before.beforehand).toEqual({ asked: 2, came: 1 })
    expect(JSON.stringify(before)).not.toContain('zondag')
    expect(app.logText()).not.toContain('zondag')
    await byProgram(app, id, 'begin')
    const during = await get()
    expect(during.answers).toEqual([{ place: at(places, 1).id, key: 'valuable', text: secret }])
    expect(JSON.stringify(during)).not.toContain('gehoord word')
    // What the others read stays as they read it.
    expect((await hilde.post('/vooraf', { 'v-valuable': 'Toch anders' })).status).toBe(422)
    expect((await hilde.get()).text).toContain('/live')
    await byProgram(app, id, 'end')
    expect((await hilde.get()).text).toContain('/na')
    expect(
      await app.as(noor).refusal(meetingEndpoints.invitePlace, {
        params: { meeting: id, place: at(places, 1).id },
        body: { email: null },
      }),
    ).toMatchObject({ code: 'not-allowed' })
  })

  test('one no is enough against filming, and everybody at the table reads that nobody is filmed', async () => {
    await using app = await testApp()
    const { get, guest, places } = await planMeeting(app, {
      seats: [{ name: 'Oma Hilde' }, { name: 'Fons' }],
    })
    const [hilde, fons] = [await guest(at(places, 1).id), await guest(at(places, 2).id)]
    expect((await hilde.choose('/keuze/recording-analysis', 'ja')).status).toBe(303)
    expect((await get()).filming).toBe('open')
    expect((await fons.choose('/keuze/recording-analysis', 'nee')).status).toBe(303)
    expect((await hilde.choose('/keuze/quotes-team', 'ja')).status).toBe(303)
    const { filming, places: seen } = await get()
    expect(filming).toBe('no')
    expect(seen.map(({ uses }) => uses.film)).toEqual(['open', 'yes', 'no'])
    expect((await hilde.get()).text).toContain('Er wordt niet gefilmd')
    expect((await hilde.choose('/keuze/research', 'ja')).status).toBe(404)
  })

  test('about a child of nine her mother at the table decides, on her own page; the child has a say', async () => {
    await using app = await testApp()
    const of = await app.relation({
      participants: [
        { name: 'Sem', voice: 'child' },
        { name: 'Yara', voice: 'mother' },
      ],
    })
    const people = await asMaintenance(app.owner, (trx) =>
      trx
        .selectFrom('participant')
        .select(['id', 'name', 'person_id'])
        .where('relation_id', '=', of.id)
        .execute(),
    )
    const personOf = (name: string): PersonId =>
      at(
        people.filter((row) => row.name === name),
        0,
      ).person_id
    const parents = [{ person: personOf('Yara'), name: 'Yara', authority: 'parent' as const }]
    await app.as(of.by).call(personEndpoints.editPerson, {
      params: { relation: of.id, person: personOf('Sem') },
      body: { bornOn: '2017-05-01', parents },
    })
    const seats = people
      .filter((row) => row.name !== of.by.name)
      .map((row) => ({
        name: row.name,
        participant: row.id,
        voice: row.name === 'Sem' ? ('child' as const) : ('mother' as const),
      }))
    const { get, guest, places } = await planMeeting(app, { relation: of.id, by: of.by, seats })
    const placeOf = (name: string) =>
      at(
        places.filter((place) => place.name === name),
        0,
      ).id
    const yara = await guest(placeOf('Yara'))
    const below = `/kind/${personOf('Sem')}/keuze/recording-analysis`
    expect((await yara.get()).text).toContain('Voor Sem')
    expect((await yara.choose(below, 'ja')).status).toBe(303)
    const film = async () => (await get()).places.find((place) => place.name === 'Sem')?.uses.film
    expect(await film()).toBe('yes')
    const sem = await guest(placeOf('Sem'))
    expect((await sem.choose('/keuze/recording-analysis', 'nee')).status).toBe(303)
    expect(await film()).toBe('no')
  })

  test('a link that ended, one that ran out and one that is none each say so, and reach nothing', async () => {
    await using app = await testApp()
    const { noor, guest, places, id } = await planMeeting(app)
    const place = at(places, 1).id
    const first = await guest(place)
    const second = await guest(place)
    expect((await first.get()).text).toContain('Vraag een nieuwe link')
    expect((await second.get()).status).toBe(200)
    await app.as(noor).call(meetingEndpoints.endPlaceLinks, { params: { meeting: id, place } })
    expect((await second.get()).status).toBe(410)
    const none = guestAt(app, `/g/${'A'.repeat(43)}`)
    expect((await none.get()).status).toBe(404)
    expect((await none.post('/kom', { kom: 'yes' })).status).toBe(404)
  })

  test('the page fits in six kilobytes', async () => {
    await using app = await testApp()
    const { guest, places } = await planMeeting(app)
    const hilde = await guest(at(places, 1).id)
    const reply = await app.hono.request(`http://weerklank.test${hilde.root}`, {
      headers: { accept: 'text/html', 'accept-encoding': 'br' },
    })
    expect((await reply.arrayBuffer()).byteLength).toBeLessThanOrEqual(6_000)
  })
})
