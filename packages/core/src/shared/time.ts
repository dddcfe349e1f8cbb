import type { Language } from './language.ts'

/** A moment as an ISO 8601 text in UTC, e.g. `2026-11-17T09:30:00.000Z`. */
export type Instant = string

/** A calendar day `YYYY-MM-DD`, without a zone. */
export type Day = string

const dayMs = 86_400_000

/** Milliseconds since 1970 of a moment; throws on a text that is no moment. */
export function millis(instant: Instant): number {
  const value = Date.parse(instant)
  if (Number.isNaN(value)) throw new Error(`Not a moment: ${instant}`)
  return value
}

/** The moment `days` times 24 hours later (earlier when negative). */
export function addDays(instant: Instant, days: number): Instant {
  return new Date(millis(instant) + days * dayMs).toISOString()
}

/** Whole days of 24 hours from `from` to `to`, rounded down; negative when `to` lies earlier. */
export function daysBetween(from: Instant, to: Instant): number {
  return Math.floor((millis(to) - millis(from)) / dayMs)
}

/** The calendar day of a moment in a time zone (IANA name): the local day decides, not UTC. */
export function localDay(instant: Instant, timeZone: string): Day {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(millis(instant))
}

const locales = { nl: 'nl-NL', en: 'en-GB' } as const

/** `17 nov` · for axes and narrow columns. */
export function shortDate(instant: Instant, language: Language, timeZone: string): string {
  return format(instant, { language, timeZone }, { day: 'numeric', month: 'short' }).replace('.', '')
}

/** `17 november`. */
export function dayMonth(instant: Instant, language: Language, timeZone: string): string {
  return format(instant, { language, timeZone }, { day: 'numeric', month: 'long' })
}

/** `dinsdag 17 november`. */
export function weekdayDate(instant: Instant, language: Language, timeZone: string): string {
  return format(instant, { language, timeZone }, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** `09.30` in Dutch, `09:30` in English. */
export function clock(instant: Instant, language: Language, timeZone: string): string {
  const text = format(
    instant,
    { language, timeZone },
    { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  )
  return language === 'nl' ? text.replace(':', '.') : text
}

function format(
  instant: Instant,
  where: { language: Language; timeZone: string },
  options: Intl.DateTimeFormatOptions,
): string {
  return new Intl.DateTimeFormat(locales[where.language], { ...options, timeZone: where.timeZone }).format(
    millis(instant),
  )
}
