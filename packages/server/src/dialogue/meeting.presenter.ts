import type { ConsentChoice } from '@weerklank/core/consent/consent.contract'
import { endsAt, type MeetingAct, mayInMeeting } from '@weerklank/core/dialogue/meeting'
import type { MeetingDetails, MeetingPlace, MeetingSummary } from '@weerklank/core/dialogue/meeting.contract'
import { tableProblems, type UseVerdict, useState, verdictOf } from '@weerklank/core/dialogue/meeting.people'
import { meetingPurposes, meetingUses } from '@weerklank/core/dialogue/meeting.uses'
import { stepStarts } from '@weerklank/core/dialogue/programme'
import type { MemberId, PersonId, PlaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { MeetingRow, PlaceRow, TextRow } from './meeting.repository.ts'

type Choices = ReadonlyMap<PersonId, readonly ConsentChoice[]>

/** Everything that is known of a meeting for the page of one colleague. */
export type Loaded = {
  meeting: MeetingRow
  places: readonly PlaceRow[]
  links: ReadonlyMap<PlaceId, Instant>
  choices: Choices
  /** Parents with authority, by person. */
  parents: ReadonlyMap<PersonId, readonly PersonId[]>
  /** Of herself, and what was opened. */
  texts: readonly TextRow[]
  /** How many places sent something. */
  came: number
  /** Other meetings of the reader. */
  others: readonly MeetingRow[]
}

const emptyUses = () => ({ film: null, analyse: null, train: null, quote: null })
type Uses = Record<keyof ReturnType<typeof emptyUses>, UseVerdict | null>

/** How somebody answered about each use. */
export function usesOf(choices: readonly ConsentChoice[]): Record<keyof Uses, UseVerdict> {
  const stateOf = (purpose: ConsentChoice['purpose']) =>
    choices.find((choice) => choice.purpose === purpose)?.status.state ?? 'not-asked'
  const entries = meetingUses.flatMap((use) => (use === 'attend' ? [] : [[use, useState(use, stateOf)]]))
  return Object.fromEntries(entries)
}

/** Whether there may be filming: everyone who may come said yes, and one no is a no. */
export function filmingAt(places: readonly PlaceRow[], choices: Choices): UseVerdict {
  const there = places.filter(({ left_at, attends }) => left_at === null && attends !== 'no')
  const [purpose] = meetingPurposes.film
  return verdictOf(
    there.map(({ person_id }) => {
      const choice = choices.get(person_id)?.find((one) => one.purpose === purpose)
      return choice?.status.state ?? 'not-asked'
    }),
  )
}

/** What one colleague may do with the meeting now. */
export function rightsOf(meeting: MeetingRow, places: readonly PlaceRow[], member: MemberId) {
  const own = places.find((row) => row.member_id === member && row.left_at === null)
  const leads = places.some(
    (row) => row.left_at === null && row.member_id !== null && row.role === 'facilitator',
  )
  const isMaker = meeting.created_by === member
  const may = (act: MeetingAct) => {
    // Who made the plan leads it only where no colleague does.
    const asMaker = isMaker && (act !== 'begin' || !leads)
    const who = { role: own?.role ?? 'witness', isMember: own !== undefined, isMaker: asMaker } as const
    return mayInMeeting(who, meeting.status, act).allowed
  }
  return { own, may }
}

export function presentSummary(row: MeetingRow, places: readonly PlaceRow[]): MeetingSummary {
  const there = places.filter((place) => place.meeting_id === row.id && place.left_at === null)
  return {
    ...{ id: row.id, title: row.title, formatName: row.format.name, status: row.status },
    ...{ plannedAt: row.planned_at, minutes: row.minutes, place: row.place, relation: row.relation_id },
    people: there.length,
    coming: there.filter(({ attends }) => attends === 'yes').length,
  }
}

export function presentMeeting(of: Loaded, member: MemberId): MeetingDetails {
  const { meeting, places, texts } = of
  const { own, may } = rightsOf(meeting, places, member)
  const there = places.filter(({ left_at }) => left_at === null)
  const mine = texts.filter((row) => row.place_id === own?.id)
  return {
    ...presentPlan(meeting),
    steps: presentSteps(meeting),
    places: places.map((place) => presentPlace(of, { place, own, mayRead: may('invite') })),
    may: { plan: may('plan'), invite: may('invite'), cancel: may('cancel'), begin: may('begin') },
    own: own?.id ?? null,
    problems: tableProblems(meeting.format, there),
    clashes: of.others.map((row) => ({ id: row.id, title: row.title, plannedAt: row.planned_at })),
    filming: filmingAt(places, of.choices),
    beforehand: { asked: there.length, came: of.came },
    answers: texts
      .filter((row) => row.kind === 'preparation' && row.revealed_at !== null)
      .flatMap((row) =>
        row.place_id === null ? [] : [{ place: row.place_id, key: row.step_key, text: row.body }],
      ),
    ownAnswers: mine
      .filter((row) => row.kind === 'preparation')
      .map((row) => ({ key: row.step_key, text: row.body, isOpen: row.revealed_at !== null })),
    ownExpectation: expectationOf(mine),
  }
}

function expectationOf(texts: readonly TextRow[]): MeetingDetails['ownExpectation'] {
  const row = texts.find(({ kind }) => kind === 'expectation')
  return { text: row?.body ?? '', isOpen: row !== undefined && row.revealed_at !== null }
}

function presentPlan(row: MeetingRow) {
  const { key, version, name, purpose, rules, roles, source } = row.format
  return {
    ...{ id: row.id, relation: row.relation_id, title: row.title, purpose: row.purpose },
    ...{ status: row.status, plannedAt: row.planned_at, minutes: row.minutes, version: row.version },
    endsAt: endsAt({ plannedAt: row.planned_at, minutes: row.minutes }),
    ...{ startedAt: row.started_at, endedAt: row.ended_at },
    ...{ place: row.place, videoUrl: row.video_url, shadowQuestion: row.shadow_question },
    ...{ themes: [...row.themes], questions: [...row.questions], warmUp: row.warm_up },
    format: { key, version, name, purpose, source, rules: [...rules], roles: [...roles] },
  }
}

function presentSteps({ format, planned_at }: MeetingRow): MeetingDetails['steps'] {
  const starts = stepStarts(format, planned_at)
  return format.steps.map((step, at) => ({
    ...step,
    speakers: [...step.speakers],
    silent: [...step.silent],
    startsAt: starts[at] ?? planned_at,
  }))
}

type Reading = { place: PlaceRow; own: PlaceRow | undefined; mayRead: boolean }

function presentPlace(of: Loaded, { place, own, mayRead }: Reading): MeetingPlace {
  const { id, name, voice, role, address, language, attends } = place
  const choices = of.choices.get(place.person_id) ?? []
  return {
    ...{ id, name, voice, role, address, language, attends },
    ...{ member: place.member_id, participant: place.participant_id },
    active: place.left_at === null,
    linkUntil: mayRead ? (of.links.get(id) ?? null) : null,
    seen: mayRead && place.seen_at !== null,
    uses: usesShown(usesOf(choices), { place, own, mayRead }),
    lacksParent: mayRead && choices.some(lacksParent),
    parents: mayRead ? parentsHere(of, place) : [],
  }
}

/** Her parents who sit at the table too. */
function parentsHere({ places, parents }: Loaded, { person_id }: PlaceRow): PlaceId[] {
  const known = parents.get(person_id) ?? []
  return places.filter((one) => one.left_at === null && known.includes(one.person_id)).map(({ id }) => id)
}

/**
 * Whoever prepares the meeting sees what people chose; of a colleague only about filming, which all have to know. What else
 * she chose about herself is nobody's business at work.
 */
function usesShown(uses: Record<keyof Uses, UseVerdict>, { place, own, mayRead }: Reading): Uses {
  if (place.id === own?.id) return uses
  if (!mayRead) return emptyUses()
  return place.member_id === null ? uses : { ...emptyUses(), film: uses.film }
}

function lacksParent({ status }: ConsentChoice): boolean {
  return (
    'waitingFor' in status && status.waitingFor.some(({ who, person }) => who === 'parent' && person === null)
  )
}
