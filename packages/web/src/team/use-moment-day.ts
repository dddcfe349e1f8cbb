import type { Instant } from '@weerklank/core/shared/time'
import { useLanguage } from '../language/use-text.ts'

/**
 * The day of a moment, where the reader is. A window closes at the first moment of the next day: `last` names the day on which one
 * could still do something.
 */
export function useMomentDay(): (at: Instant, which?: 'itself' | 'last') => string {
  const locale = useLanguage() === 'nl' ? 'nl-NL' : 'en-GB'
  const words = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' })
  return (at, which = 'itself') => words.format(new Date(Date.parse(at) - (which === 'last' ? 1 : 0)))
}
