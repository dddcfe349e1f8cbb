import type { Day } from '@weerklank/core/shared/time'
import { useLanguage } from '../language/use-text.ts'

/** `8 september 2026`: the days of a team or network reach over the turn of the year. */
export function useCircleDay(): (day: Day) => string {
  const locale = useLanguage() === 'nl' ? 'nl-NL' : 'en-GB'
  const words = new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  })
  return (day) => words.format(new Date(`${day}T12:00:00Z`))
}
