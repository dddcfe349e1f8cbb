import { addMilliseconds, clock, type Day, dayBounds, type Instant, localDay } from './time.ts'

const hourMs = 3_600_000

/** Hours of a local day, `from` up to but not including `until`, and whether Saturday and Sunday count. */
export type LocalHours = { from: number; until: number; weekends: boolean; timeZone: string }

/** The day that many days later (earlier when negative): days of the calendar, also when the clock changes. */
export function addCalendarDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * hourMs).toISOString().slice(0, 10)
}

/** The moment at which a whole hour begins on a local day. An hour that the clock skips is the one after it. */
export function atLocalHour(day: Day, hour: number, timeZone: string): Instant {
  const guess = addMilliseconds(dayBounds(day, timeZone).from, hour * hourMs)
  const shown = Number(clock(guess, 'en', timeZone).slice(0, 2))
  return addMilliseconds(guess, (hour - shown) * hourMs)
}

/** The first moment from `at` on that lies within the hours: `at` itself when it does. */
export function firstWithin(at: Instant, hours: LocalHours): Instant {
  const { from, until, weekends, timeZone } = hours
  let day = localDay(at, timeZone)
  // The longest wait is from Friday evening to Monday morning.
  for (let tries = 0; tries < 4; tries++, day = addCalendarDays(day, 1)) {
    if (!weekends && isWeekend(day)) continue
    const opens = atLocalHour(day, from, timeZone)
    if (Date.parse(at) < Date.parse(opens)) return opens
    if (Date.parse(at) < Date.parse(atLocalHour(day, until, timeZone))) return at
  }
  throw new Error('Hours of a day that never come')
}

function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}
