import { clock, type Instant, localDay, millis } from './time.ts'

/** A moment as a form asks for it: `2026-11-24` and `09:30` on the clock on the wall. */
export type WallTime = { readonly day: string; readonly time: string }

export type WallReading =
  | { at: Instant }
  /** Not filled in, or in that night the clock skips it. */
  | { problem: 'missing' | 'skipped' }

/** What the clock on the wall shows at a moment. */
export function wallTime(at: Instant, timeZone: string): WallTime {
  return { day: localDay(at, timeZone), time: clock(at, 'en', timeZone) }
}

/**
 * The moment that a form names. In the night in which the clock goes back an hour comes twice: its first time is meant, which
 * nobody is late for. A time that the clock skips is told, and not moved in silence.
 */
export function readWallTime({ day, time }: WallTime, timeZone: string): WallReading {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d$/.test(time)) return { problem: 'missing' }
  const wanted = asIfUtc({ day, time })
  if (Number.isNaN(wanted)) return { problem: 'missing' }
  // The offset may change around that moment: those of half a day before and after are all there can be.
  const offsets = [-12, 0, 12].map((hours) => aheadAt(wanted + hours * 3_600_000, timeZone))
  const moments = [...new Set(offsets)].map((offset) => new Date(wanted - offset).toISOString()).sort()
  const at = moments.find((moment) => asIfUtc(wallTime(moment, timeZone)) === wanted)
  return at === undefined ? { problem: 'skipped' } : { at }
}

/** Milliseconds by which the clock on the wall is ahead of UTC. */
function aheadAt(ms: number, timeZone: string): number {
  const instant = new Date(ms).toISOString()
  return asIfUtc(wallTime(instant, timeZone)) - Math.floor(millis(instant) / 60_000) * 60_000
}

function asIfUtc({ day, time }: WallTime): number {
  return Date.parse(`${day}T${time}:00Z`)
}
