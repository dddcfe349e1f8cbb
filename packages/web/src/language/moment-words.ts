import { type DaySeen, dayInSentence, fullDay } from '@weerklank/core/shared/day-words'
import type { Language } from '@weerklank/core/shared/language'
import { clock, type Instant, localDay } from '@weerklank/core/shared/time'

/** The day by itself: `vandaag`, `morgen`, `gisteren`, or `dinsdag 24 november`. */
export function dayAlone(at: Instant, seen: DaySeen): string {
  const away = Date.parse(localDay(at, seen.timeZone)) - Date.parse(seen.today)
  return Math.abs(away) <= 86_400_000 ? dayInSentence(at, seen) : fullDay(at, seen)
}

/** `morgen, 09.30 uur` or `dinsdag 24 november, 09.30 uur`. */
export function momentWords(at: Instant, seen: DaySeen): string {
  const time = clock(at, seen.language, seen.timeZone)
  return `${dayAlone(at, seen)}, ${seen.language === 'nl' ? `${time} uur` : time}`
}

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }

/** `Lina, Samira en Noor`. */
export function listWords(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(names)
}
