import { atLocalHour } from '../shared/local-hours.ts'
import { type Day, type Instant, localDay, millis } from '../shared/time.ts'

/** Why a day cannot be the one on which something was answered on paper. */
export type PaperDayProblem = 'in-the-future' | 'before-it-began'

export type PaperFacts = {
  now: Instant
  /** When the collaboration began. */
  began: Instant
  /** Of the workspace: days are its days. */
  timeZone: string
}

/** The days on which a paper can have been answered: from the day that the collaboration began up to today, both included. */
export function paperDays({ now, began, timeZone }: PaperFacts): { first: Day; last: Day } {
  return { first: localDay(began, timeZone), last: localDay(now, timeZone) }
}

/**
 * The moment that a day on paper stands for: noon there, or as near to noon as lies between the beginning of the
 * collaboration and now. A paper says a day and no hour; noon is on that day in every season, whatever the clock does.
 */
export function paperMoment(
  day: Day,
  facts: PaperFacts,
): { ok: true; at: Instant } | { ok: false; problem: PaperDayProblem } {
  const { first, last } = paperDays(facts)
  if (day > last) return { ok: false, problem: 'in-the-future' }
  if (day < first) return { ok: false, problem: 'before-it-began' }
  const noon = atLocalHour(day, 12, facts.timeZone)
  if (millis(noon) > millis(facts.now)) return { ok: true, at: facts.now }
  return { ok: true, at: millis(noon) < millis(facts.began) ? facts.began : noon }
}
