/** What comes after a meeting, on real parts: questions the same day, words that their speaker lets through, and who reads what. */
import { afterEndpoints, type MeetingAfter } from '@weerklank/core/dialogue/after.contract'
import { meetingEndpoints } from '@weerklank/core/dialogue/meeting.contract'
import type { MeetingAgreementId, MeetingQuoteId, PersonId, TranscriptId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { describe, expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { inContext } from '../db/context.ts'
import { runDueJobs } from '../jobs/jobs.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'
import { buildStory } from '../test-story.ts'
import { meetingAfterKind, meetingAfterLook, planAfter } from './after.ask.ts'
import { deleteAtTables } from './dialogue.ts'
import { guestAt, planMeeting } from './meeting.fixture.ts'
import { beginMeeting } from './meeting.status.ts'

type Planned = Awaited<ReturnType<typeof planMeeting>>

const at = <Item>(list: readonly Item[], index: number): Item => {
  const item = list[index]
  if (item === undefined) throw new Error('Nothing there')
  return item
}

/** Noor leads, Karin hosts, Oma Hilde and Sam come by a link. */
async function table(app: TestApp) {
  const karin = await app.professional({ name: 'Karin' })
  const seats = [
    { member: karin, role: 'host' as const, voice: 'professional' as const },
    { name: 'Oma Hilde' },
    { name: 'Sam', voice: 'colleague' as const },
  ]
  const plan = { plannedAt: app.clock.now() }
  return { ...(await planMeeting(app, { seats, plan })), karin }
}

const program = (app: TestApp) => ({ workspace: app.workspace, actor: 'system' as const, relations: [] })

const begin = (app: TestApp, { id }: Planned) =>
  inContext(app.db, program(app), async (trx) => {
    const context = program(app)
    const row = await beginMeeting(trx, { context, meeting: id, now: app.clock.now() })
    await planAfter(trx, app.world, row)
  })

/** Does the work that is due for meetings of this test. */
async function work(app: TestApp): Promise<void> {
  const look = meetingAfterLook({ ...app, publicUrl, canSendMail: true })
  const idle = async () => null
  const handlers = new Proxy(
    { [meetingAfterKind]: look },
    { get: (all, kind) => Reflect.get(all, kind) ?? idle },
  )
  await runDueJobs({ db: app.db, world: app.world, log: app.logger, handlers })
}

const mailsTo = (app: TestApp, to: string) =>
  asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('mail_message')
      .select(['subject', 'body_text', 'created_at'])
      .where('workspace_id', '=', app.workspace)
      .where('to_address', '=', to)
      .orderBy('created_at')
      .execute(),
  )

const hilde = 'hilde@post.example'
const linkIn = (text: string) => /\/g\/[\w-]{43}(?=\/na)/.exec(text)?.[0] ?? ''

/** The meeting begins, Hilde said where she can be mailed, and it ends. */
async function ended(app: TestApp) {
  const planned = await table(app)
  const params = { meeting: planned.id, place: at(planned.places, 2).id }
  await app.as(planned.noor).call(meetingEndpoints.invitePlace, { params, body: { email: hilde } })
  const sams = await app.as(planned.noor).call(meetingEndpoints.invitePlace, {
    params: { meeting: planned.id, place: at(planned.places, 3).id },
    body: { email: null },
  })
  await begin(app, planned)
  await app.as(planned.noor).call(afterEndpoints.endMeeting, { params: planned.params })
  await work(app)
  const read = (by = planned.noor): Promise<MeetingAfter> =>
    app.as(by).call(afterEndpoints.getMeetingAfter, { params: planned.params })
  const hildes = linkIn(at(await mailsTo(app, hilde), 1).body_text)
  return { ...planned, read, hilde: guestAt(app, hildes), sam: guestAt(app, new URL(sams.url).pathname) }
}

describe('the four questions', () => {
  test('come by mail the same day, are reminded of once, and the address is forgotten', async () => {
    await using app = await testApp({ now: '2026-11-22T22:40:00.000Z', ownDatabase: true })
    const { id, noor, params } = await ended(app)
    const karins = await mailsTo(app, 'karin@weerklank.test')
    const [, first] = await mailsTo(app, hilde)
    // Twenty to midnight in Amsterdam: it is still the day of the meeting.
    expect([first?.subject, first?.created_at]).toEqual([
      'Vier vragen na het gesprek van vandaag',
      '2026-11-22T22:40:00.000Z',
    ])
    expect(karins.map(({ body_text }) => body_text.includes('/g/'))).not.toContain(true)
    // Ended twice, or looked at twice: asked once.
    await app.as(noor).call(afterEndpoints.endMeeting, { params })
    await work(app)
    expect(await mailsTo(app, hilde)).toHaveLength(2)
    app.clock.set('2026-11-24T08:00:00.000Z')
    await work(app)
    app.clock.set('2026-11-26T08:00:00.000Z')
    await work(app)
    expect((await mailsTo(app, hilde)).map(({ subject }) => subject).slice(2)).toEqual([
      'De vier vragen staan nog voor u klaar',
    ])
    app.clock.set('2027-01-02T08:00:00.000Z')
    await work(app)
    const kept = await asMaintenance(app.owner, (trx) =>
      trx.selectFrom('meeting_reflection').select('email').where('meeting_id', '=', id).execute(),
    )
    expect(new Set(kept.map(({ email }) => email))).toEqual(new Set(['']))
  })

  test('come also when nobody ended the meeting, because a laptop died', async () => {
    await using app = await testApp({ now: '2026-11-22T13:00:00.000Z', ownDatabase: true })
    const planned = await table(app)
    const params = { meeting: planned.id, place: at(planned.places, 2).id }
    await app.as(planned.noor).call(meetingEndpoints.invitePlace, { params, body: { email: hilde } })
    await begin(app, planned)
    await work(app)
    expect(await mailsTo(app, hilde)).toHaveLength(1)
    app.clock.set('2026-11-22T15:31:00.000Z')
    await work(app)
    expect((await mailsTo(app, hilde)).map(({ subject }) => subject)).toContain(
      'Vier vragen na het gesprek van vandaag',
    )
  })

  test('are answered by the link of the mail without a script, changed, come late and are taken back', async () => {
    await using app = await testApp({ now: '2026-11-22T15:30:00.000Z', ownDatabase: true })
    const { read, karin, places, hilde: guest, sam } = await ended(app)
    const page = await guest.get('/na')
    expect(page.text).toContain('Wat bleef bij u hangen?')
    expect(page.text).not.toContain('<script')
    const words = { 'a-stood-out': 'De stilte 🔥', 'a-image': 'Een kampvuur', brief: 'unnamed', waard: 'yes' }
    expect((await guest.post('/na', words)).status).toBe(303)
    expect((await guest.post('/na', { ...words, 'a-image': 'Een brug' })).status).toBe(303)
    const after = await read()
    expect([after.asked, after.answered]).toEqual([4, 1])
    expect(after.reflections).toMatchObject([
      { place: at(places, 2).id, answers: { 'stood-out': 'De stilte 🔥', image: 'Een brug' }, isLate: false },
    ])
    // One answer is counted, however often it is sent, and not told before five.
    expect(after.worth).toBeNull()
    const counted = await asMaintenance(app.owner, (trx) =>
      trx.selectFrom('meeting_wrap').select('worth_yes').execute(),
    )
    expect(counted).toEqual([{ worth_yes: 1 }])
    // The hosts read the letter, and nothing else.
    const host = await read(karin)
    expect(host.reflections).toEqual([])
    expect(host.letter.parts).toEqual([
      { name: null, question: 'stood-out', words: 'De stilte 🔥' },
      { name: null, question: 'image', words: 'Een brug' },
    ])
    app.clock.set('2026-12-03T10:00:00.000Z')
    const late = await sam.get('/na')
    expect(late.text).toContain('Dat geeft niet.')
    expect(late.text).not.toContain('tijd waard')
    await sam.post('/na', { 'a-own': 'Mijn eigen moeder' })
    expect((await read()).reflections.find(({ place }) => place === at(places, 3).id)?.isLate).toBe(true)
    expect((await guest.post('/na/terug', {})).status).toBe(303)
    expect((await read()).answered).toBe(1)
    expect((await read(karin)).letter.parts).toEqual([])
    expect((await guest.post('/na', words)).status).toBe(422)
    const left = await asMaintenance(app.owner, (trx) =>
      trx.selectFrom('meeting_reflection').selectAll().execute(),
    )
    expect(JSON.stringify(left)).not.toContain('kampvuur')
  })
})

describe('words of a speaker', () => {
  test('are shown nowhere before her yes, in her own words if she likes, and gone when she takes them back', async () => {
    await using app = await testApp({ now: '2026-11-22T15:30:00.000Z', ownDatabase: true })
    const { noor, karin, params, places, read, hilde: guest, sam } = await ended(app)
    const place = at(places, 2).id
    const id = app.world.newId<MeetingQuoteId>()
    const ask = { id, place, words: 'Jullie zaten daar met z’n tweeën.', use: 'publish' as const }
    await app.as(noor).call(afterEndpoints.askQuote, { params, body: ask })
    expect((await read()).quotes).toMatchObject([{ state: 'asked' }])
    // Nobody else decides: not who asked, not another guest.
    const body = { decision: 'yes' as const, words: '' }
    expect(
      (await app.as(karin).refusal(afterEndpoints.decideQuote, { params: { ...params, quote: id }, body }))
        .code,
    ).toBe('not-found')
    expect((await sam.get('/na')).text).not.toContain('tweeën')
    expect((await sam.post(`/na/woorden/${id}`, { kies: 'yes' })).status).toBe(404)
    await guest.post(`/na/woorden/${id}`, { kies: 'changed', woorden: 'Met z’n tweeën, en dat was goed.' })
    expect((await read()).quotes).toMatchObject([
      { state: 'approved', words: 'Met z’n tweeën, en dat was goed.' },
    ])
    await guest.post(`/na/woorden/${id}`, { kies: 'withdraw' })
    expect((await read()).quotes).toMatchObject([{ state: 'withdrawn', words: null }])
    const left = await asMaintenance(app.owner, (trx) =>
      trx.selectFrom('meeting_quote').selectAll().execute(),
    )
    expect(JSON.stringify(left)).not.toContain('tweeën')
    // What was taken back stays so.
    expect((await guest.post(`/na/woorden/${id}`, { kies: 'yes' })).status).toBe(422)
  })
})

describe('the table', () => {
  test('agrees, and the next meeting of the same people opens with it, for who was there', async () => {
    await using app = await testApp({ now: '2026-11-22T15:30:00.000Z', ownDatabase: true })
    const { noor, karin, params, places, read } = await ended(app)
    const owner = at(places, 1).id
    const agreement = app.world.newId<MeetingAgreementId>()
    const body = {
      id: agreement,
      owner,
      ifText: 'het schuurt',
      text: 'bellen we dezelfde dag',
      dueOn: '2026-12-01',
    }
    await app.as(noor).call(afterEndpoints.agreeInMeeting, { params, body })
    await app.as(noor).call(afterEndpoints.agreeInMeeting, { params, body })
    await app
      .as(noor)
      .call(afterEndpoints.carryTopics, { params, body: { topics: ['geld', 'geld', 'vriendschap'] } })
    expect((await read()).agreements).toHaveLength(1)
    const { params: other } = await planMeeting(app, {
      by: noor,
      seats: [{ member: karin, role: 'host', voice: 'professional' }],
      plan: { plannedAt: addDays(app.clock.now(), 14) },
    })
    const opening = await app.as(karin).call(afterEndpoints.getMeetingOpening, { params: other })
    expect(opening.agreements).toMatchObject([{ text: 'bellen we dezelfde dag', ownerName: 'Karin' }])
    expect(opening.topics.map(({ text }) => text)).toEqual(['geld', 'vriendschap'])
    const state = { state: 'done' as const }
    await app
      .as(karin)
      .call(afterEndpoints.changeMeetingAgreement, { params: { ...params, agreement }, body: state })
    expect((await app.as(noor).call(afterEndpoints.getMeetingOpening, { params: other })).agreements).toEqual(
      [],
    )
    // Other people at the table: nothing of it.
    const bram = await app.professional({ name: 'Bram' })
    const { params: strangers } = await planMeeting(app, { by: bram })
    expect(await app.as(bram).call(afterEndpoints.getMeetingOpening, { params: strangers })).toEqual({
      agreements: [],
      topics: [],
    })
  })

  test('approves minutes together: a change asks everybody again, and two writers do not overwrite each other', async () => {
    await using app = await testApp({ now: '2026-11-22T15:30:00.000Z', ownDatabase: true })
    const { noor, karin, params, read, hilde: guest, sam } = await ended(app)
    const write = (version: number, text: string) => ({ params, body: { version, text } })
    await app.as(noor).call(afterEndpoints.writeMinutes, write(1, 'Wij spraken.'))
    expect((await app.as(karin).refusal(afterEndpoints.writeMinutes, write(1, 'Anders.'))).code).toBe(
      'conflict',
    )
    const guests = [guest, sam]
    await at(guests, 0).post('/na/verslag', { versie: '1', klopt: 'change', anders: 'Ik zweeg.' })
    expect((await read()).minutes).toMatchObject({ state: 'change-wanted', says: [{ words: 'Ik zweeg.' }] })
    await app.as(noor).call(afterEndpoints.writeMinutes, write(2, 'Wij spraken. Oma Hilde zweeg.'))
    for (const guest of guests) await guest.post('/na/verslag', { versie: '2', klopt: 'yes' })
    const yes = { params, body: { version: 2, says: 'yes' as const, words: '' } }
    await app.as(noor).call(afterEndpoints.sayOfMinutes, yes)
    expect((await read()).minutes?.state).toBe('asked')
    await app.as(karin).call(afterEndpoints.sayOfMinutes, yes)
    expect((await read()).minutes?.state).toBe('approved')
    expect((await at(guests, 0).get('/na')).text).toContain('Iedereen zei ja')
  })

  test('gives the hosts a letter of whom said yes, and sends it without the hosts doing so themselves', async () => {
    await using app = await testApp({ now: '2026-11-22T15:30:00.000Z', ownDatabase: true })
    const { noor, karin, params, hilde: guest } = await ended(app)
    const send = { params, body: { opening: 'Voor jullie.' } }
    expect((await app.as(noor).refusal(afterEndpoints.sendLetter, send)).code).toBe('conflict')
    await guest.post('/na', { 'a-moves': 'Ik ga bellen', brief: 'named' })
    expect((await app.as(karin).refusal(afterEndpoints.sendLetter, send)).code).toBe('not-allowed')
    const { letter } = await app.as(noor).call(afterEndpoints.sendLetter, send)
    expect(letter).toMatchObject({
      sentAt: app.clock.now(),
      parts: [{ name: 'Oma Hilde', words: 'Ik ga bellen' }],
    })
  })
})

describe('a transcript', () => {
  const file = (text: string) => Buffer.from(text, 'utf8').toString('base64')
  const text = 'Oma Hilde: Bij het vuur met Sam.\nSam: GEHEIM\nTitel: niets\nOma Hilde: Dag.'

  test('is looked at first; words without consent are never stored; withdrawal leaves a gap', async () => {
    await using app = await testApp({ now: '2026-11-22T15:30:00.000Z', ownDatabase: true })
    const { noor, params, places, read, hilde: guest } = await ended(app)
    const [, , second, third] = places.map(({ id }) => id)
    const look = await app
      .as(noor)
      .call(afterEndpoints.lookAtTranscript, { params, body: { file: file(text) } })
    expect(look.speakers.map(({ label, place }) => [label, place])).toEqual([
      ['Oma Hilde', second],
      ['Sam', third],
      ['Titel', null],
    ])
    await guest.choose('/keuze/analysis', 'ja')
    const id = app.world.newId<TranscriptId>()
    const speakers = [
      { label: 'Oma Hilde', place: second ?? null },
      { label: 'Sam', place: third ?? null },
    ]
    const body = { id, title: 'Opname', file: file(text), speakers }
    const taken = await app.as(noor).call(afterEndpoints.takeTranscript, { params, body })
    expect(taken).toEqual({ kept: 2, withoutConsent: 1, nobodyKnown: 1 })
    expect(await app.as(noor).call(afterEndpoints.takeTranscript, { params, body })).toEqual(taken)
    const lines = await asMaintenance(app.owner, (trx) =>
      trx.selectFrom('meeting_transcript_line').select(['ordinal', 'words']).orderBy('ordinal').execute(),
    )
    expect(lines).toEqual([
      { ordinal: 0, words: 'Bij het vuur met [naam].' },
      { ordinal: 3, words: 'Dag.' },
    ])
    expect((await read()).transcripts).toMatchObject([{ turns: 4, kept: 2 }])
    await guest.choose('/keuze/analysis', 'nee')
    expect((await read()).transcripts).toMatchObject([{ turns: 4, kept: 0 }])
  })
})

test('a deletion on request takes along what she wrote and said at the tables of that collaboration, and nobody else’s', async () => {
  await using app = await testApp({ ownDatabase: true })
  const story = await buildStory(app)
  const context = {
    workspace: app.workspace,
    actor: { member: story.by.member },
    relations: [story.relation.id],
  }
  const rowsOf = (person: PersonId) =>
    asMaintenance(app.owner, async (trx) => {
      const tables = [
        'meeting_text',
        'meeting_reflection',
        'meeting_quote',
        'meeting_transcript_line',
      ] as const
      const counts = await Promise.all(
        tables.map((table) =>
          trx.selectFrom(table).select('person_id').where('person_id', '=', person).execute(),
        ),
      )
      return counts.map((rows) => rows.length)
    })
  const people = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('participant')
      .select(['id', 'person_id'])
      .where('id', 'in', [story.lina.id, story.samira.id])
      .execute(),
  )
  const personOf = (id: string) =>
    at(
      people.filter((row) => row.id === id),
      0,
    ).person_id
  const [lina, samira] = [personOf(story.lina.id), personOf(story.samira.id)]
  const before = await rowsOf(samira)
  expect((await rowsOf(lina)).every((count) => count > 0)).toBe(true)
  await inContext(app.db, context, (trx) =>
    deleteAtTables(trx, context, { relation: story.relation.id, person: lina }),
  )
  expect(await rowsOf(lina)).toEqual([0, 0, 0, 0])
  expect(await rowsOf(samira)).toEqual(before)
})
