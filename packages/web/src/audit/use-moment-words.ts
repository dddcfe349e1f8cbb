import { shortDay } from '@weerklank/core/shared/day-words'
import { clock, type Instant } from '@weerklank/core/shared/time'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'

/** `19 november 09.00`, with the year when it is another one. */
export function useMomentWords(): (at: Instant) => string {
  const seen = useDaySeen(useNow())
  return (at) => `${shortDay(at, seen)}, ${clock(at, seen.language, seen.timeZone)}`
}
