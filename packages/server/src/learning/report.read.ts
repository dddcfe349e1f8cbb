import type { StartingCodebook } from '@weerklank/core/analysis/starting-codebook'
import { monitorOf } from '@weerklank/core/learning/monitor'
import type { MonitorInput } from '@weerklank/core/learning/monitor.input'
import { startingDraft } from '@weerklank/core/learning/report'
import type { KeptReport } from '@weerklank/core/learning/report.contract'
import type { ReportFacts, ReportQuote } from '@weerklank/core/learning/report.facts'
import { quotable, quoteLine, withoutOthers } from '@weerklank/core/learning/report.quote'
import { voiceWord } from '@weerklank/core/relation/relation.words'
import { AppError } from '@weerklank/core/shared/errors'
import type { LearnerId, PersonId, TrajectoryId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import { type Instant, localDay } from '@weerklank/core/shared/time'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { readMonitorInput } from './monitor.read.ts'
import * as report from './report.repository.ts'
import { lectureOutcome } from './survey.ts'

/** For whom a report is read: in which language, and as whom the transaction works. */
export type Reading = {
  context: Context
  workspace: { name: string; timeZone: string }
  language: Language
  now: Instant
  book: StartingCodebook
}

/** A report's facts, and what only its files need: whose words and answers are in it. */
export type ReadReport = {
  facts: ReportFacts
  kept: KeptReport
  persons: PersonId[]
  /** Of whom a quote stands in it. */
  quoted: ReadonlySet<PersonId>
  mentions: MonitorInput['mentions']
}

/** Everything that a report is made of, as it is now; `not-found` for a trajectory out of reach. */
export async function readReport(trx: Trx, trajectory: TrajectoryId, of: Reading): Promise<ReadReport> {
  const { context, workspace, language, now, book } = of
  const found = await report.findTrajectory(trx, trajectory)
  if (found === undefined) throw new AppError('not-found')
  const survey = await lectureOutcome(trx, { context, trajectory, now })
  const input = await readMonitorInput(trx, { trajectory, lectureSurvey: survey.n })
  const people = await report.registerOf(trx, trajectory)
  const numbers = new Map(people.map(({ id, number }) => [id, number]))
  const answers = await report.answersOf(trx, trajectory)
  const quotes = await approvedQuotes(trx, { trajectory, context, numbers })
  const events = await report.eventsOf(trx, trajectory)
  const facts: ReportFacts = {
    ...{ language, workspace: workspace.name, today: localDay(now, workspace.timeZone) },
    ...{ title: found.title, purpose: found.purpose, startsOn: found.starts_on },
    events: events.map(({ at, ...event }) => ({ ...event, on: localDay(at, workspace.timeZone) })),
    ...{ moments: await report.momentsOf(trx, trajectory), learners: people, monitor: monitorOf(input) },
    voices: [...Map.groupBy(people, ({ voice }) => voice)].map(([voice, all]) => ({
      ...{ name: voiceWord(voice, language), people: all.length },
    })),
    answers: answers.map(({ learner_id, moment, item, choice, body }) => ({
      ...{ learner: numbers.get(learner_id) ?? 0, moment, item, choice, body },
    })),
    ...{ quotes: quotes.shown, quotesWaiting: quotes.waiting, survey },
    codeNames: new Map(book.codes.map(({ key, name }) => [key, name[language]])),
  }
  const kept = (await report.findReport(trx, trajectory)) ?? { ...startingDraft(found.title), version: 0 }
  const persons = people.flatMap(({ hasConsent, person }) => (hasConsent ? [person] : []))
  const speakers = new Set(quotes.shown.map(({ learner }) => learner))
  const quoted = new Set(people.flatMap(({ number, person }) => (speakers.has(number) ? [person] : [])))
  return { facts, kept, persons, quoted, mentions: input.mentions }
}

type Quoting = { trajectory: TrajectoryId; context: Context; numbers: ReadonlyMap<LearnerId, number> }

/**
 * Quotes that may be printed: their speaker approved them and consents to being quoted (the row rests on that), and the words they
 * come from are still shared and not on hold.
 */
async function approvedQuotes(trx: Trx, { trajectory, context, numbers }: Quoting) {
  const rows = await report.quotesOf(trx, trajectory)
  if (rows.length === 0) return { shown: [], waiting: 0 }
  const sources = await sourcesOf(trx, trajectory)
  const names = await othersNames(trx, context, trajectory)
  const shown: ReportQuote[] = []
  let waiting = 0
  for (const row of rows) {
    const source = sources.get(sourceOf(row).id)
    if (source === undefined) continue
    if (row.decision === null && row.withdrawn_at === null) waiting++
    const words = row.purpose === null ? null : printedOf(row, names)
    if (words === null) continue
    const { moment, item } = source
    shown.push({ learner: numbers.get(row.learner_id) ?? 0, moment, item, words })
  }
  return { shown, waiting }
}

/** A quote as it would be printed: in her own words where she changed them, without others in it; null when it is gone. */
export function printedOf(row: report.QuoteRow, names: readonly string[]): string | null {
  if (row.decision === 'changed') return row.own_words === null ? null : quotable(row.own_words, names)
  return row.pieces === null ? null : quoteLine(withoutOthers(row.pieces, names))
}

/** The words of a quote as they were asked, in one line; null when they are gone. */
export const lineOf = ({ pieces }: Pick<report.QuoteRow, 'pieces'>) =>
  pieces === null ? null : quoteLine(pieces)

/** Where the words of a quote come from. */
export function sourceOf(row: Pick<report.QuoteRow, 'answer_id' | 'goal_id' | 'mention_id'>) {
  if (row.answer_id !== null) return { source: 'answer' as const, id: row.answer_id as string }
  if (row.goal_id !== null) return { source: 'goal' as const, id: row.goal_id as string }
  return { source: 'mention' as const, id: String(row.mention_id) }
}

export type SharedWords = {
  source: 'answer' | 'goal' | 'mention'
  id: string
  learner_id: LearnerId
  moment: string
  item: string
  body: string
}

/** All words that may be read by others, by the row they stand in. */
export async function sourcesOf(
  trx: Trx,
  trajectory: TrajectoryId,
): Promise<ReadonlyMap<string, SharedWords>> {
  const answers = (await report.answersOf(trx, trajectory)).map(
    ({ id, learner_id, moment, item, body }): SharedWords => ({
      ...{ source: 'answer', id, learner_id, moment, item, body },
    }),
  )
  const goals = (await report.goalsOf(trx, trajectory)).map(
    ({ id, learner_id, moment, text: body }): SharedWords => ({
      ...{ source: 'goal', id, learner_id, moment, item: 'goal', body },
    }),
  )
  const mentions = (await report.mentionsOf(trx, trajectory)).map(
    ({ id, learner_id, moment, body }): SharedWords => ({
      ...{ source: 'mention', id, learner_id, moment, item: 'mention', body },
    }),
  )
  return new Map([...goals, ...answers, ...mentions].map((one) => [one.id, one]))
}

/** The names of everybody in the trajectory, for taking them out of words: who reads the report has none in reach. */
export async function othersNames(trx: Trx, context: Context, trajectory: TrajectoryId): Promise<string[]> {
  const { workspace } = context
  await setContext(trx, { workspace, actor: 'system', relations: [], leads: [trajectory], purpose: 'names' })
  const names = await report.namesOf(trx, trajectory)
  await setContext(trx, context)
  return names
}
