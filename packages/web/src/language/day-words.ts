import type { Language } from '@weerklank/core/shared/language'
import { clock, dayMonth, type Instant, localDay, shortDate, weekdayDate } from '@weerklank/core/shared/time'

/** For whom and when a moment is put into words. */
export type Reading = { language: Language; timeZone: string; now: Instant }

const dayMs = 86_400_000

/** How many local days a moment lies after today; negative before it. */
export function daysFromToday(at: Instant, { timeZone, now }: Reading): number {
  const noon = (moment: Instant) => Date.parse(`${localDay(moment, timeZone)}T12:00:00Z`)
  return Math.round((noon(at) - noon(now)) / dayMs)
}

/** Whether two moments fall on the same local day. */
export function sameDay(a: Instant, b: Instant, { timeZone }: Reading): boolean {
  return localDay(a, timeZone) === localDay(b, timeZone)
}

const near = {
  nl: { [-1]: 'gisteren', 0: 'vandaag', 1: 'morgen' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
} as const

function nearWord(days: number, language: Language): string | undefined {
  return days === -1 || days === 0 || days === 1 ? near[language][days] : undefined
}

/** A day as a sentence says it: `vandaag`, `dinsdag` (of the past six days), `op 3 november`, `op 3 november 2025`. */
export function whenWords(at: Instant, reading: Reading): string {
  const { language } = reading
  const days = daysFromToday(at, reading)
  const word = nearWord(days, language)
  if (word !== undefined) return word
  if (days < 0 && days > -7) {
    const weekday = weekdayDate(at, language, reading.timeZone).split(/[ ,]/)[0] ?? ''
    return language === 'nl' ? weekday : `on ${weekday}`
  }
  return `${language === 'nl' ? 'op' : 'on'} ${dated(at, reading)}`
}

/** `3 november`, and the year when it is not this one. */
export function dated(at: Instant, reading: Reading): string {
  return dayMonth(at, reading.language, reading.timeZone) + yearOf(at, reading)
}

/** `3 nov`, and the year when it is not this one. */
export function shortDated(at: Instant, reading: Reading): string {
  return shortDate(at, reading.language, reading.timeZone) + yearOf(at, reading)
}

/** `dinsdag 3 november`, or `vandaag`, `morgen`, `gisteren`. */
export function dayName(at: Instant, reading: Reading): string {
  const word = nearWord(daysFromToday(at, reading), reading.language)
  return word ?? weekdayDate(at, reading.language, reading.timeZone) + yearOf(at, reading)
}

/** `dinsdag 3 november, 09.30 uur`. */
export function momentWords(at: Instant, reading: Reading): string {
  const time = clock(at, reading.language, reading.timeZone)
  return `${dayName(at, reading)}, ${reading.language === 'nl' ? `${time} uur` : time}`
}

function yearOf(at: Instant, { timeZone, now }: Reading): string {
  const year = localDay(at, timeZone).slice(0, 4)
  return year === localDay(now, timeZone).slice(0, 4) ? '' : ` ${year}`
}

/** `Lina, Samira en Noor`. */
export function listWords(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
}
