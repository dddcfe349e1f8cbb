import { addCalendarDays } from '../shared/local-hours.ts'
import { addMilliseconds, type Day, dayBounds, type Instant, millis } from '../shared/time.ts'
import { readWallTime, wallTime } from '../shared/wall-clock.ts'

/** Where a moment stands on a day: it can be handed in from `opensOn` through `closesOn`; later is late, and still taken. */
export type MomentWindow = { readonly opensOn: Day; readonly closesOn: Day }

export function windowOf({ opensOn, closesOn }: MomentWindow, today: Day): 'before' | 'open' | 'closed' {
  if (today < opensOn) return 'before'
  return today > closesOn ? 'closed' : 'open'
}

/** So much later: `months` of the calendar first, then weeks and days. */
export type Later = { readonly months?: number; readonly weeks?: number; readonly days?: number }

/** The day so much later. A month later than the 31st is the last day of a month that has no 31st. */
export function dayLater(day: Day, { months = 0, weeks = 0, days = 0 }: Later): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const moved = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
  return addCalendarDays(moved.toISOString().slice(0, 10), weeks * 7 + days)
}

/** Whole days of the calendar from one day to another; negative when `to` is earlier. */
export function daysApart(from: Day, to: Day): number {
  return Math.round((millis(to) - millis(from)) / 86_400_000)
}

/** The moment that the clock shows that time on a day; in the night that skips it, an hour later. */
export function momentAt(day: Day, time: string, timeZone: string): Instant {
  const read = readWallTime({ day, time }, timeZone)
  if ('at' in read) return read.at
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return addMilliseconds(dayBounds(day, timeZone).from, (hours * 60 + minutes) * 60_000)
}

/** The same time on the clock, so many days of the calendar later, also when the clock changes in between. */
export function sameTimeLater(at: Instant, days: number, timeZone: string): Instant {
  if (days === 0) return at
  const { day, time } = wallTime(at, timeZone)
  return momentAt(addCalendarDays(day, days), time, timeZone)
}

type Dated = {
  readonly startsOn: Day
  readonly events: readonly { readonly id: string; readonly at: Instant }[]
  readonly moments: readonly (MomentWindow & { readonly id: string; readonly key: string })[]
}

export const planProblemCodes = [
  'key-twice',
  'closes-before-opens',
  'before-start',
  'out-of-order',
  'too-far',
] as const
export type PlanProblem = {
  readonly code: (typeof planProblemCodes)[number]
  /** The event or moment that it is about. */
  readonly id: string
}

/** A trajectory lasts so long at most, in days; longer is a year that was mistyped. */
export const planDaysAtMost = 3 * 366

/**
 * What is wrong with the dates of a plan, one line for each event and moment: a moment that closes before it opens, that is
 * there twice, that opens before an earlier one (T2 before T1), or anything before the first day or years after it. Leaving
 * is no step of the row: it can be asked at any time.
 */
export function planProblems({ startsOn, events, moments }: Dated, timeZone: string): PlanProblem[] {
  const last = addCalendarDays(startsOn, planDaysAtMost)
  const ofEvents = events.flatMap(({ id, at }): PlanProblem[] => {
    const { day } = wallTime(at, timeZone)
    if (day < startsOn) return [{ code: 'before-start', id }]
    return day > last ? [{ code: 'too-far', id }] : []
  })
  const inOrder = [...moments].sort((a, b) => orderOf(a.key) - orderOf(b.key))
  const ofMoments = inOrder.flatMap((moment, at): PlanProblem[] => {
    const { id, key, opensOn, closesOn } = moment
    const before = inOrder[at - 1]
    if (before?.key === key) return [{ code: 'key-twice', id }]
    if (closesOn < opensOn) return [{ code: 'closes-before-opens', id }]
    if (opensOn < startsOn) return [{ code: 'before-start', id }]
    if (closesOn > last) return [{ code: 'too-far', id }]
    if (key !== 'exit' && before !== undefined && opensOn < before.opensOn)
      return [{ code: 'out-of-order', id }]
    return []
  })
  return [...ofEvents, ...ofMoments]
}

/** T0, T1 … and leaving as the last. */
export function orderOf(key: string): number {
  return key === 'exit' ? 1_000 : Number(key.slice(1))
}

type Shifted = Dated & { readonly components: readonly { readonly planned: readonly string[] }[] }

/**
 * A plan of an earlier year from another first day on: the same number of days between all of it, the same times on the
 * clock, everything under an id of its own.
 */
export function shiftPlan<Plan extends Shifted>(
  plan: Plan,
  { startsOn, timeZone, newId }: { startsOn: Day; timeZone: string; newId: () => string },
): Plan {
  const days = daysApart(plan.startsOn, startsOn)
  const ids = new Map([...plan.events, ...plan.moments].map(({ id }) => [id, newId()]))
  const moved = <One extends { readonly id: string }>(one: One) => ({ ...one, id: ids.get(one.id) ?? one.id })
  return {
    ...plan,
    startsOn,
    events: plan.events.map((event) => ({ ...moved(event), at: sameTimeLater(event.at, days, timeZone) })),
    moments: plan.moments.map((moment) => ({
      ...moved(moment),
      opensOn: addCalendarDays(moment.opensOn, days),
      closesOn: addCalendarDays(moment.closesOn, days),
    })),
    components: plan.components.map((part) => ({
      ...part,
      planned: part.planned.flatMap((id) => ids.get(id) ?? []),
    })),
  }
}
