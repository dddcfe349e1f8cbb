import { shortDay } from '@weerklank/core/shared/day-words'
import type { Instant } from '@weerklank/core/shared/time'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'

/** Says days as `3 november`, with the year when it is another one. */
export function useDayWords(): (at: Instant) => string {
  const seen = useDaySeen(useNow())
  return (at) => shortDay(at, seen)
}
