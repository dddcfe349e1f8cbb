import type { WitnessQuestion } from '@weerklank/core/dialogue/after'
import type { AfterContent } from '@weerklank/core/dialogue/after.content'
import { quoteState, shownWords } from '@weerklank/core/dialogue/after-words'
import { meetingRoleWords } from '@weerklank/core/dialogue/format.words'
import type { MeetingId, PersonId } from '@weerklank/core/shared/ids'
import { screenLanguage } from '@weerklank/core/shared/language'
import { type Listener, say } from '@weerklank/core/shared/spoken'
import type { Instant } from '@weerklank/core/shared/time'
import { type Context, setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import { loadAfterContent } from './after.content.ts'
import { type QuoteRow, quotesOf, type ReflectionRow, reflectionsOf } from './after.repository.ts'
import { guestWordsFor } from './guest/guest.text.ts'
import { findMeetings, type MeetingRow, type PlaceRow, type TextRow } from './meeting.repository.ts'

/** What one person wrote and said at one table. What she wrote without a name is nobody's, so it is not here. */
export type OwnAtTable = {
  title: string
  at: Instant
  role: string
  comes: 'yes' | 'no' | 'unknown'
  /** Beforehand, during and after; `to` is what was asked. */
  wrote: { at: Instant | null; to: string; text: string }[]
  /** From a transcript, in turns. */
  said: string[]
  quotes: {
    words: string | null
    use: 'team' | 'publish'
    state: ReturnType<typeof quoteState>
    askedAt: Instant
  }[]
  minutes: { version: number; says: 'yes' | 'change'; words: string; at: Instant }[]
}

type Of = { context: Context; person: PersonId; listener: Listener }

/** The tables at which somebody has or had a place, the latest first, on her own page; the context is as it was afterwards. */
export async function ownAtTables(trx: Trx, of: Of): Promise<OwnAtTable[]> {
  const { context, person } = of
  await setContext(trx, { ...context, purpose: 'access' })
  const seats = await trx.selectFrom('meeting_place').selectAll().where('person_id', '=', person).execute()
  const ids = seats.map((seat) => seat.meeting_id)
  // As each of her places: her own words, also those that are not open for the others.
  const participants = seats.map((seat) => seat.id as string as NonNullable<Context['participants']>[number])
  await setContext(trx, { ...context, participants, meetings: ids, purpose: 'access' })
  const found = await wordsAt(trx, of, { ids, seats })
  await setContext(trx, context)
  return found
}

type At = { ids: readonly MeetingId[]; seats: readonly PlaceRow[] }

async function wordsAt(trx: Trx, of: Of, at: At): Promise<OwnAtTable[]> {
  const found = await findAll(trx, of, at)
  const asked = askedIn(loadAfterContent(), of.listener)
  return found.meetings.flatMap((meeting) => {
    const seat = at.seats.find((one) => one.meeting_id === meeting.id)
    return seat === undefined ? [] : [presentAt(found, { meeting, seat, asked, listener: of.listener })]
  })
}

type Found = Awaited<ReturnType<typeof findAll>>

async function findAll(trx: Trx, { person }: Of, { ids }: At) {
  const texts = trx.selectFrom('meeting_text').selectAll().where('person_id', '=', person)
  const lines = trx.selectFrom('meeting_transcript_line').select(['meeting_id', 'words'])
  return {
    meetings: await findMeetings(trx, ids),
    texts: await texts.where('body', '!=', '').orderBy('at').orderBy('id').execute(),
    reflections: (await reflectionsOf(trx, ids)).filter((row) => row.person_id === person),
    quotes: (await quotesOf(trx, ids)).filter((row) => row.person_id === person),
    lines: await lines.where('person_id', '=', person).orderBy('transcript_id').orderBy('ordinal').execute(),
    minutes: await trx
      .selectFrom('meeting_minutes')
      .select(['meeting_id', 'version', 'says'])
      .where('meeting_id', '=', anyOf(ids))
      .orderBy('version')
      .execute(),
  }
}

type One = { meeting: MeetingRow; seat: PlaceRow; asked: (key: string) => string; listener: Listener }

function presentAt(found: Found, of: One): OwnAtTable {
  const { meeting, seat, listener } = of
  const here = <Row extends { meeting_id: MeetingId }>(rows: readonly Row[]) =>
    rows.filter((row) => row.meeting_id === meeting.id)
  return {
    ...{ title: meeting.title, at: meeting.planned_at, comes: seat.attends },
    role: meetingRoleWords[seat.role][screenLanguage(listener.language)],
    wrote: [
      ...here(found.texts).map((row) => ({
        ...{ at: row.at, to: promptOf(meeting, row, listener), text: row.body },
      })),
      ...here(found.reflections).flatMap((row) => afterwards(row, of.asked)),
    ],
    said: here(found.lines).map(({ words }) => words),
    quotes: here(found.quotes).map(presentQuote),
    minutes: here(found.minutes).flatMap(({ version, says }) => {
      const said = says[seat.id]
      return said === undefined ? [] : [{ version, ...said }]
    }),
  }
}

function afterwards(row: ReflectionRow, asked: One['asked']): OwnAtTable['wrote'] {
  const answers = [...Object.entries(row.answers ?? {}), ['outcome', row.outcome] as const]
  return answers
    .filter(([, text]) => text !== '')
    .map(([key, text]) => ({ at: row.answered_at, to: asked(key), text }))
}

function presentQuote(row: QuoteRow): OwnAtTable['quotes'][number] {
  const { asked_words: askedWords, own_words: ownWords, decision, use, asked_at: askedAt } = row
  const facts = { askedWords, ownWords, decision, withdrawn: row.withdrawn_at !== null }
  return { words: shownWords(facts) ?? askedWords, use, state: quoteState(facts), askedAt }
}

function askedIn(content: AfterContent, listener: Listener): (key: string) => string {
  const questions = new Map<string, string>(
    content.questions.map(({ key, ask }) => [key satisfies WitnessQuestion, say(ask, listener)]),
  )
  return (key) => (key === 'outcome' ? say(content.outcome, listener) : (questions.get(key) ?? ''))
}

/** What was asked of her: the question beforehand, or the step. */
function promptOf(meeting: MeetingRow, row: TextRow, listener: Listener): string {
  if (row.kind === 'expectation') return guestWordsFor(listener).expected
  if (row.kind === 'preparation') {
    return meeting.questions.find(({ key }) => key === row.step_key)?.text ?? ''
  }
  const step = meeting.format.steps.find(({ key }) => key === row.step_key)
  return step?.title[screenLanguage(listener.language)] ?? ''
}
