import type { Language } from './language.ts'
import { type Day, dayMonth, type Instant, localDay, weekdayDate } from './time.ts'

/** From where a day is seen: the reader's own day, her language, and the zone in which days begin and end. */
export type DaySeen = { today: Day; language: Language; timeZone: string }

const near = {
  nl: { '-1': 'gisteren', '0': 'vandaag', '1': 'morgen' },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
} as const

/**
 * The day of a moment as a sentence says it: `vandaag`, `gisteren`, `morgen`, `dinsdag` for less than a week away (past or
 * coming: the sentence tells which), else `op 3 november`, with the year when it is another one. English: `on Tuesday`.
 */
export function dayInSentence(at: Instant, seen: DaySeen): string {
  const { language, timeZone } = seen
  const away = daysAway(at, seen)
  if (away === -1 || away === 0 || away === 1) return near[language][`${away}`]
  const preposition = language === 'nl' ? 'op' : 'on'
  if (Math.abs(away) >= 7) return `${preposition} ${shortDay(at, seen)}`
  const [weekday = ''] = weekdayDate(at, language, timeZone).split(/,? /)
  return language === 'nl' ? weekday : `${preposition} ${weekday}`
}

/** `3 november`, with the year when it is not this year: `3 november 2025`. */
export function shortDay(at: Instant, { today, language, timeZone }: DaySeen): string {
  const year = localDay(at, timeZone).slice(0, 4)
  const day = dayMonth(at, language, timeZone)
  return year === today.slice(0, 4) ? day : `${day} ${year}`
}

/** `dinsdag 17 november`; in another year the weekday says nothing any more: `17 november 2025`. */
export function fullDay(at: Instant, seen: DaySeen): string {
  const sameYear = localDay(at, seen.timeZone).slice(0, 4) === seen.today.slice(0, 4)
  return sameYear ? weekdayDate(at, seen.language, seen.timeZone) : shortDay(at, seen)
}

// Both are midnights in UTC, so that a day of 23 or 25 hours counts as one.
function daysAway(at: Instant, { today, timeZone }: DaySeen): number {
  return (Date.parse(localDay(at, timeZone)) - Date.parse(today)) / 86_400_000
}
