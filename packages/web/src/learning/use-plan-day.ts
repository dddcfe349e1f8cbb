import type { Day } from '@weerklank/core/shared/time'
import { useLanguage } from '../language/use-text.ts'

/** `di 8 september 2026`: plans reach over the turn of the year. */
export function usePlanDay(): (day: Day) => string {
  const locale = useLanguage() === 'nl' ? 'nl-NL' : 'en-GB'
  const options = {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  } as const
  const words = new Intl.DateTimeFormat(locale, options)
  return (day) => words.format(new Date(`${day}T12:00:00Z`))
}
