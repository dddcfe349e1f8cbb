import { addMilliseconds, type Day, dayBounds, type Instant, localDay } from '@weerklank/core/shared/time'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
type Weekday = (typeof weekdays)[number]

/**
 * A moment of a story, on the wall clock of the workspace: `-3 thu 16.00` (weeks before the week of the last Tuesday),
 * `today 09.30`, or `next mon 10.00` (the first Monday after today). The present of every story is the last Tuesday before
 * today, so that nobody works at weekends, whatever day the demo is filled.
 */
export type When = `${number} ${Weekday} ${string}` | `today ${string}` | `next ${Weekday} ${string}`

/** Turns the moments of a story into real ones. */
export type Calendar = (when: When) => Instant

const dayMs = 86_400_000
const written = /^(?:(?<week>-?\d+) (?<past>[a-z]{3})|today|next (?<coming>[a-z]{3})) (?<time>\d\d\.\d\d)$/

/** The calendar as it is seen from a moment. */
export function calendarFrom(now: Instant, timeZone: string): Calendar {
  const today = localDay(now, timeZone)
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  // One to seven days ago.
  const tuesday = plusDays(today, -((weekday + 6) % 7 || 7))
  return (when) => {
    const { week, past, coming, time = '' } = written.exec(when)?.groups ?? {}
    if (time === '') throw new Error(`Not a moment of a story: ${when}`)
    if (coming !== undefined) {
      return onClock(plusDays(today, (numberOf(coming) - weekday + 7) % 7 || 7), time, timeZone)
    }
    if (past === undefined) return onClock(today, time, timeZone)
    const days = Number(week) * 7 + numberOf(past) - 1
    if (days > 0) throw new Error(`A story ends at its last Tuesday: ${when}`)
    return onClock(plusDays(tuesday, days), time, timeZone)
  }
}

function numberOf(name: string): number {
  const number = weekdays.indexOf(name as Weekday)
  if (number < 0) throw new Error(`Not a day of the week: ${name}`)
  return number
}

function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** The moment at which the clock shows `09.30` on a day; the night in which the clock is moved is nobody's working time. */
function onClock(day: Day, time: string, timeZone: string): Instant {
  const [hours = 0, minutes = 0] = time.split('.').map(Number)
  const { from, to } = dayBounds(day, timeZone)
  const short = Date.parse(from) + dayMs - Date.parse(to)
  // The clock is moved before anyone works: all later hours of that day stand closer to its end than to its start.
  const moved = hours >= 4 ? short : 0
  return addMilliseconds(from, (hours * 60 + minutes) * 60_000 - moved)
}
