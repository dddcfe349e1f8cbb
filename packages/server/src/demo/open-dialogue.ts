import { asPerson } from '@weerklank/core/access/access'
import { afterWindow } from '@weerklank/core/dialogue/after'
import type { PlaceInput } from '@weerklank/core/dialogue/meeting.contract'
import type { ConsentEventId, ContributionId, PersonId, PlaceId } from '@weerklank/core/shared/ids'
import { addMilliseconds, type Day, type Instant, localDay } from '@weerklank/core/shared/time'
import { openSession } from '../access/access.ts'
import { type ConsentDeps, decide } from '../consent/consent.ts'
import { loadConsentTexts } from '../consent/consent-texts.ts'
import { type Context, setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { keepReflection } from '../dialogue/after.deeds.ts'
import * as after from '../dialogue/after.repository.ts'
import { loadFormats } from '../dialogue/formats.ts'
import { planMeeting } from '../dialogue/meeting.plan.ts'
import * as meetings from '../dialogue/meeting.repository.ts'
import { beginMeeting, endMeeting } from '../dialogue/meeting.status.ts'
import type { Trx } from '../schema.ts'
import { calendarFrom } from './calendar.ts'
import { demoId } from './identifiers.ts'
import { leaveBehind } from './open-dialogue.after.ts'
import { layBeside } from './open-dialogue.analysis.ts'
import { asPlace, type Telling } from './open-dialogue.telling.ts'
import { answersOf, type DialoguePerson, dialoguePeople } from './open-dialogue.words.ts'
import type { Place } from './stage.ts'

const consentTexts = loadConsentTexts()
const plan = {
  ...{
    purpose: 'Wat was waardevol in ons samenwerken, en wat was de schaduwkant?',
    place: 'Groepsruimte De Linde',
  },
  ...{ videoUrl: '', themes: ['samen werken', 'kenmerken', 'schaduwkanten'] },
  questions: [{ key: 'valuable', text: 'Wat was voor u waardevol in het contact met ons?' }],
  warmUp: { text: 'Foto’s van toen, aan de muur van de oude groepsruimte.', url: '' },
  shadowQuestion: 'Wie voelde zich wel eens buiten staan? Wat kostte het?',
}

/** One open dialogue that was held, with what came after it, and the next one that is planned: as people do it. */
export async function holdOpenDialogue(trx: Trx, of: { place: Place; now: Instant }): Promise<void> {
  const calendar = calendarFrom(of.now, of.place.timeZone)
  const clock = { at: calendar('-5 mon 09.00') }
  let made = 0
  const world: World = {
    now: () => clock.at,
    newId: <Id extends string>() => demoId<Id>(clock.at, `open dialogue ${made++}`),
  }
  const { workspace, members } = of.place
  const session = await openSession(trx, { workspace, member: members.farid, now: clock.at }, 'overview')
  const seats = new Map(dialoguePeople.map(({ key }) => [key, world.newId<PlaceId>()]))
  const told: Telling = {
    trx,
    place: of.place,
    world,
    clock,
    calendar,
    session,
    meeting: world.newId(),
    seats,
  }
  await planAt(told, {
    title: 'Samen terugkijken op ons werk',
    when: calendar('-3 thu 14.00'),
    people: dialoguePeople,
  })
  clock.at = calendar('-4 mon 10.00')
  for (const person of dialoguePeople) await prepare(told, person)
  await hold(told)
  clock.at = calendar('-3 thu 17.30')
  for (const person of dialoguePeople) await write(told, person)
  await leaveBehind(told)
  await layBeside(told)
  clock.at = calendar('-1 mon 09.00')
  const again = dialoguePeople.filter(({ key }) => !['wim', 'ineke'].includes(key))
  const next: Telling = {
    ...told,
    meeting: world.newId(),
    seats: new Map(again.map(({ key }) => [key, world.newId()])),
  }
  await planAt(next, { title: 'Hoe gaat het nu samen?', when: calendar('next thu 14.00'), people: again })
}

async function planAt(
  told: Telling,
  of: { title: string; when: Instant; people: readonly DialoguePerson[] },
): Promise<void> {
  const { trx, session, world, place } = told
  await setContext(trx, session.context)
  const deps = { world, consentTexts, publicUrl: '', formats: loadFormats() }
  const today = localDay(world.now(), place.timeZone)
  const places = of.people.map((person) => seatOf(told, person, today))
  const body = { ...plan, title: of.title, plannedAt: of.when, id: told.meeting, relation: null }
  await planMeeting(trx, session, { deps, body: { ...body, format: 'open-dialogue', places } })
}

function seatOf({ seats, place }: Telling, person: DialoguePerson, today: Day): PlaceInput {
  const { key, name, voice, role, address, member, age } = person
  const id = seats.get(key)
  if (id === undefined) throw new Error(`${key} has no place`)
  const bornOn = age === undefined ? null : `${Number(today.slice(0, 4)) - age - 1}-09-12`
  return {
    ...{ id, name, voice, role, address, language: 'nl', participant: null, bornOn },
    member: member === undefined ? null : place.members[member],
  }
}

const personOf = ({ seats, place }: Telling, { key, member }: DialoguePerson): PersonId =>
  member === undefined ? (seats.get(key) as string as PersonId) : asPerson(place.members[member])

const placeOf = ({ seats }: Telling, { key }: DialoguePerson): PlaceId => seats.get(key) as PlaceId

/** Says whether she comes, what she expects, and whether her words may be laid beside others. */
async function prepare(told: Telling, person: DialoguePerson): Promise<void> {
  const { trx, clock, meeting, place } = told
  const id = placeOf(told, person)
  clock.at = addMilliseconds(clock.at, 3_600_000)
  await setContext(trx, asPlace(told, id))
  await meetings.updatePlace(trx, id, { attends: 'yes', seen_at: clock.at, changed_at: clock.at })
  if (person.expects !== undefined) {
    await meetings.keepBeforehand(trx, {
      ...textRow(told, person, 'expectation'),
      ...{ step_key: 'expectation', body: person.expects, revealed_at: null },
    })
  }
  if (person.analysis === undefined) return
  const own = personOf(told, person)
  const context: Context = {
    ...{ workspace: place.workspace, actor: { person: own }, persons: [own], relations: [] },
    ...{ meetings: [meeting], purpose: 'access' },
  }
  await setContext(trx, context)
  await choose(told, { context, own, isYes: person.analysis === 'yes' })
}

async function choose(
  { trx, world, place }: Telling,
  { context, own, isYes }: { context: Context; own: PersonId; isYes: boolean },
): Promise<void> {
  const deps: ConsentDeps = { world, consentTexts, publicUrl: '' }
  const workspace = { id: place.workspace, timeZone: place.timeZone }
  await decide(trx, {
    deps,
    hand: { workspace, context, basis: 'own-link', relation: null },
    choice: {
      id: world.newId<ConsentEventId>(),
      ...{ person: own, purpose: 'analysis', isYes, textVersion: 1, language: 'nl', readingLevel: 'parent' },
      ...{ decidedBy: own, decidedAs: 'self', method: 'own-page' },
    },
  })
}

type Kind = 'expectation' | 'round'

function textRow(told: Telling, person: DialoguePerson, kind: Kind) {
  const { world, clock, meeting, place } = told
  return {
    ...{
      workspace_id: place.workspace,
      id: world.newId<ContributionId>(),
      meeting_id: meeting,
      kind,
      round: 0,
    },
    ...{ place_id: placeOf(told, person), person_id: personOf(told, person), is_anonymous: false },
    ...{ at: clock.at, changed_at: clock.at },
  }
}

/** An hour and a half: who spoke, in which step, and that it ended. */
async function hold(told: Telling): Promise<void> {
  const { trx, clock, calendar, meeting, place } = told
  const context: Context = { workspace: place.workspace, actor: 'system', relations: [] }
  clock.at = calendar('-3 thu 14.00')
  await beginMeeting(trx, { context, meeting, now: clock.at })
  for (const step of ['value', 'characteristics', 'shadow']) {
    clock.at = addMilliseconds(clock.at, 20 * 60_000)
    for (const person of dialoguePeople) {
      for (const { words } of (person.said ?? []).filter((one) => one.step === step)) {
        await setContext(trx, asPlace(told, placeOf(told, person)))
        const row = { ...textRow(told, person, 'round'), step_key: step, body: words, revealed_at: clock.at }
        await trx.insertInto('meeting_text').values(row).execute()
      }
    }
  }
  clock.at = calendar('-3 thu 15.32')
  await endMeeting(trx, { context, meeting, now: clock.at })
  const window = afterWindow(clock.at, place.timeZone)
  await setContext(trx, { ...context, meetings: [meeting] })
  const asked = { asked_at: window.asksAt, reminds_at: window.remindsAt }
  const ends = { closes_at: window.closesAt, ends_at: window.endsAt }
  await after.changeWrap(trx, { workspace: place.workspace, meeting }, { ...asked, ...ends })
}

/** The four questions, the same evening; who wrote nothing is asked and heard of no more. */
async function write(told: Telling, person: DialoguePerson): Promise<void> {
  const { trx, clock, world, meeting, place } = told
  clock.at = addMilliseconds(clock.at, 11 * 60_000)
  if (person.wrote === undefined) return
  const context = asPlace(told, placeOf(told, person))
  await setContext(trx, context)
  const row = await meetings.findMeeting(trx, meeting)
  const seat = (await meetings.placesOf(trx, [meeting])).find(({ id }) => id === placeOf(told, person))
  if (row === undefined || seat === undefined) throw new Error('The meeting of the demo is there')
  const workspace = { id: place.workspace, timeZone: place.timeZone }
  const { outcome = '', letter = 'no', worth } = person
  const written = { answers: answersOf(person), outcome, letter, worth }
  await keepReflection(trx, { workspace, context, meeting: row, place: seat, world }, written)
}
