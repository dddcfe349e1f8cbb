import type { RespondLanguage } from './language.ts'

/** A moment as an ISO 8601 text in UTC, e.g. `2026-11-17T09:30:00.000Z`. */
export type Instant = string

/** A calendar day `YYYY-MM-DD`, without a zone. */
export type Day = string

const dayMs = 86_400_000

/** Milliseconds since 1970 of a moment; throws on a text that is no moment. */
export function millis(instant: Instant): number {
  // Date.parse alone would also read "room 5" as a day in 2001.
  const value = /^\d{4}-\d\d-\d\d/.test(instant) ? Date.parse(instant) : Number.NaN
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
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const
  return formatter('en-CA', options).format(millis(instant))
}

const locales: Readonly<Record<RespondLanguage, string>> = {
  ...{ nl: 'nl-NL', en: 'en-GB' },
  ...{ tr: 'tr-TR', ar: 'ar', uk: 'uk-UA', pl: 'pl-PL' },
}

/** `17 nov` · for axes and narrow columns. */
export function shortDate(instant: Instant, language: RespondLanguage, timeZone: string): string {
  return format(instant, { language, timeZone }, { day: 'numeric', month: 'short' }).replace('.', '')
}

/** `17 november`. */
export function dayMonth(instant: Instant, language: RespondLanguage, timeZone: string): string {
  return format(instant, { language, timeZone }, { day: 'numeric', month: 'long' })
}

/** `dinsdag 17 november`. */
export function weekdayDate(instant: Instant, language: RespondLanguage, timeZone: string): string {
  return format(instant, { language, timeZone }, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** `09.30` in Dutch, `09:30` in English. */
export function clock(instant: Instant, language: RespondLanguage, timeZone: string): string {
  const text = format(
    instant,
    { language, timeZone },
    { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  )
  return language === 'nl' ? text.replace(':', '.') : text
}

function format(
  instant: Instant,
  where: { language: RespondLanguage; timeZone: string },
  options: Intl.DateTimeFormatOptions,
): string {
  const { language, timeZone } = where
  return formatter(locales[language], { ...options, timeZone }).format(millis(instant))
}

// Making a formatter takes a hundred times as long as using one, and a list shows thousands of dates. There are only as many
// as there are ways to write a date, times the zones of the workspaces.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options])
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(locale, options)
  formatters.set(key, made)
  return made
}

/** The first moment of a local day and that of the next one: 23, 24 or 25 hours apart. */
export function dayBounds(day: Day, timeZone: string): { from: Instant; to: Instant } {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)
  return { from: startOfDay(day, timeZone), to: startOfDay(next, timeZone) }
}

function startOfDay(day: Day, timeZone: string): Instant {
  const utc = Date.parse(`${day}T00:00:00Z`)
  // The offset in force at the wanted moment may differ from the one at midnight UTC: look twice.
  const near = utc - offsetAt(utc, timeZone)
  return new Date(utc - offsetAt(near, timeZone)).toISOString()
}

/** Milliseconds by which a zone's wall clock is ahead of UTC at a moment. */
function offsetAt(at: number, timeZone: string): number {
  const wall = formatter('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone }).format(at)
  return Date.parse(`${wall.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000
}

/** The moment so many milliseconds later. */
export function addMilliseconds(instant: Instant, milliseconds: number): Instant {
  return new Date(millis(instant) + milliseconds).toISOString()
}
