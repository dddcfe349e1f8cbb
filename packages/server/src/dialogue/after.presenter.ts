import { witnessQuestions } from '@weerklank/core/dialogue/after'
import type { AfterContent } from '@weerklank/core/dialogue/after.content'
import type { MeetingAfter, MeetingAgreement } from '@weerklank/core/dialogue/after.contract'
import { letterParts, quoteState, shownWords, worthShown } from '@weerklank/core/dialogue/after-words'
import type { MeetingRole } from '@weerklank/core/dialogue/dialogue'
import { collectsAgreements } from '@weerklank/core/dialogue/format'
import { mayInMeeting } from '@weerklank/core/dialogue/meeting'
import { minutesState } from '@weerklank/core/dialogue/minutes'
import type { MeetingId } from '@weerklank/core/shared/ids'
import { type Instant, millis } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import type { Trx } from '../schema.ts'
import { agreementsNow } from './after.collaboration.ts'
import type { AfterDeps } from './after.deps.ts'
import { expectationsOf, mayBeAnalysed, stateOf, type Table, tableOf, windowOf } from './after.read.ts'
import * as after from './after.repository.ts'
import type { PlaceRow } from './meeting.repository.ts'

/** Who reads what people wrote afterwards; the hosts, about whose work it is, read the letter and nothing else. */
const readers: readonly MeetingRole[] = ['facilitator', 'recorder']

type Of = { session: MemberSession; table: Table; content: AfterContent; now: Instant }

/** The whole as it is now: what every deed answers. */
export async function afterOf(
  trx: Trx,
  session: MemberSession,
  { deps, meeting }: { deps: AfterDeps; meeting: MeetingId },
): Promise<MeetingAfter> {
  const table = await tableOf(trx, session, meeting)
  return presentAfter(trx, { session, table, content: deps.afterContent, now: deps.world.now() })
}

/** What a meeting left behind, as far as this reader may see it. */
async function presentAfter(trx: Trx, of: Of): Promise<MeetingAfter> {
  const { session, table, content, now } = of
  const { meeting, places, own } = table
  const ids = [meeting.id]
  const wrap = await after.findWrap(trx, meeting.id)
  const window = windowOf(meeting, wrap, session.workspace.timeZone)
  const rows = await after.reflectionsOf(trx, ids)
  const expected = await expectationsOf(trx, meeting.id)
  const minutes = (await after.minutesOf(trx, meeting.id))[0]
  const asked = window === null ? [] : places.filter((place) => place.attends !== 'no')
  const answered = rows.filter((row) => row.answers !== null)
  return {
    questions: content.questions.map(({ key, ask, hint }) => ({ key, ask, hint })),
    outcomeQuestion: content.outcome,
    ...{ window, asked: asked.length, answered: answered.length, own: own?.id ?? null },
    places: await presentPlaces(trx, of),
    reflections: readers.includes(table.at.role)
      ? answered.flatMap((row) => presentReflection(row, expected))
      : [],
    ownReflection: presentOwn(of, { window, rows, expected }),
    worth: wrap === undefined ? null : worthOf(wrap, now),
    quotes: (await after.quotesOf(trx, ids)).map(presentQuote),
    agreements: (await agreementsNow(trx, session.context, [meeting])).map((row) =>
      presentAgreement(row, meeting, places),
    ),
    proposals: await proposalsAt(trx, of),
    topics: [...(wrap?.topics ?? [])],
    minutes: minutes === undefined ? null : presentMinutes(minutes, places),
    letter: {
      ...{ sentAt: wrap?.letter_sent_at ?? null, opening: wrap?.letter_opening ?? '' },
      parts: partsOf(rows, places),
    },
    transcripts: await presentTranscripts(trx, of, wrap),
    may: {
      end: meeting.status === 'live' && mayInMeeting(table.at, meeting.status, 'end').allowed,
      write: mayInMeeting(table.at, meeting.status, 'take-minutes').allowed,
    },
  }
}

/** Cards that a table put down to agree on and did not agree on yet, for whoever writes agreements down. */
async function proposalsAt(trx: Trx, { table: { at, meeting } }: Of): Promise<string[]> {
  if (!mayInMeeting(at, meeting.status, 'take-minutes').allowed) return []
  const steps = meeting.format.steps.filter((step) => collectsAgreements(meeting.format, step))
  const cards = await after.openCardsOf(
    trx,
    meeting.id,
    steps.map(({ key }) => key),
  )
  const made = new Set((await after.agreementsOf(trx, [meeting.id])).map(({ text }) => text))
  return [...new Set(cards)].filter((card) => !made.has(card))
}

async function presentPlaces(trx: Trx, { session, table }: Of): Promise<MeetingAfter['places']> {
  const persons = table.places.map((place) => place.person_id)
  const allowed = await mayBeAnalysed(trx, session.context, persons)
  return table.places.map(({ id, name, voice, role, person_id }) => ({
    ...{ id, name, voice, role, mayAnalyse: allowed.has(person_id) },
  }))
}

function presentReflection(
  row: after.ReflectionRow,
  expected: ReadonlyMap<string, string>,
): MeetingAfter['reflections'] {
  if (row.answers === null || row.answered_at === null) return []
  const { place_id: place, answers, outcome, answered_at: answeredAt, is_late: isLate } = row
  return [{ place, answers, outcome, answeredAt, isLate, expected: expected.get(place) ?? '' }]
}

function presentOwn(
  { table: { own }, now }: Of,
  of: {
    window: ReturnType<typeof windowOf>
    rows: readonly after.ReflectionRow[]
    expected: ReadonlyMap<string, string>
  },
): MeetingAfter['ownReflection'] {
  if (own === undefined) return null
  const row = of.rows.find((one) => one.place_id === own.id)
  const state = stateOf(of.window, row, now)
  if (state === null) return null
  const expected = of.expected.get(own.id) ?? ''
  const { answers, outcome = '', letter = 'no' } = row ?? {}
  return { state, answers: answers ?? {}, expected, outcome, letter }
}

/** Told once nothing is counted any more. */
function worthOf(wrap: after.WrapRow, now: Instant): MeetingAfter['worth'] {
  const isClosed = wrap.closes_at !== null && millis(now) >= millis(wrap.closes_at)
  return worthShown({ yes: wrap.worth_yes, partly: wrap.worth_partly, no: wrap.worth_no }, isClosed)
}

function presentQuote(row: after.QuoteRow): MeetingAfter['quotes'][number] {
  const facts = {
    ...{ askedWords: row.asked_words, ownWords: row.own_words },
    ...{ decision: row.decision, withdrawn: row.withdrawn_at !== null },
  }
  const state = quoteState(facts)
  const words = state === 'asked' ? row.asked_words : shownWords(facts)
  return { id: row.id, place: row.place_id, use: row.use, state, words, askedAt: row.asked_at }
}

/** An agreement with whose it is, in the words of the table. */
export function presentAgreement(
  row: after.AgreementRow,
  meeting: { id: MeetingAgreement['meeting']; title: string },
  places: readonly PlaceRow[],
): MeetingAgreement {
  const owner = places.find((place) => place.id === row.owner_place_id)
  return {
    ...{ id: row.id, meeting: meeting.id, meetingTitle: meeting.title, owner: row.owner_place_id },
    ...{ ownerName: owner?.name ?? '', ifText: row.if_text, text: row.text, dueOn: row.due_on },
    ...{ state: row.state, madeAt: row.made_at },
  }
}

function presentMinutes(
  row: after.MinutesRow,
  places: readonly PlaceRow[],
): NonNullable<MeetingAfter['minutes']> {
  const ids = places.map((place) => place.id)
  const state = minutesState(row, ids)
  const says = ids.flatMap((place) => {
    const say = row.says[place]
    return say === undefined ? [] : [{ place, says: say.says, words: say.words }]
  })
  return {
    version: row.version,
    text: row.body,
    madeAt: row.made_at,
    state: state === 'none' ? 'asked' : state,
    says,
  }
}

/** What the hosts may read, of whom said yes to that. */
export function partsOf(
  rows: readonly after.ReflectionRow[],
  places: readonly PlaceRow[],
): MeetingAfter['letter']['parts'] {
  const sources = rows.map((row) => ({
    name: places.find((place) => place.id === row.place_id)?.name ?? '',
    ...{ choice: row.letter, answers: row.answers ?? {} },
    state: row.answers === null ? ('withdrawn' as const) : ('answered' as const),
  }))
  return letterParts(sources, witnessQuestions)
}

async function presentTranscripts(
  trx: Trx,
  { table }: Of,
  wrap: after.WrapRow | undefined,
): Promise<MeetingAfter['transcripts']> {
  const taken = wrap?.transcripts ?? []
  if (taken.length === 0) return []
  const kept = await after.keptOf(trx, table.meeting.id)
  return taken.map(({ id, title, turns, at }) => ({ id, title, turns, at, kept: kept.get(id) ?? 0 }))
}
