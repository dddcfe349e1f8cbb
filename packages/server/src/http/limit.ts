import { AppError } from '@weerklank/core/shared/errors'

/** At most `max` times per `windowMs` per key. */
export type Limit = { max: number; windowMs: number }

/**
 * Counts per key in fixed windows, in this process. It stops hammering, it is no accounting: with several processes each
 * counts for itself. Keys are forgotten when their window is over.
 */
export function newLimiter(limit: Limit, nowMs: () => number): (key: string) => void {
  let windowStart = nowMs()
  let counts = new Map<string, number>()
  return (key) => {
    // A clock that was set back starts a new window too.
    if (Math.abs(nowMs() - windowStart) >= limit.windowMs) {
      windowStart = nowMs()
      counts = new Map()
    }
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count > limit.max) throw new AppError('too-many')
  }
}
