import { allowed, type Decision, refused } from '../shared/decision.ts'
import { addDays, type Day, daysBetween, type Instant, localDay } from '../shared/time.ts'

/** A team, or a temporary network of organisations round one family (ADR 0031). */
export const circleKinds = ['team', 'network'] as const
export type CircleKind = (typeof circleKinds)[number]

/** Why a circle is over: rounded off, its last day went by, or its family left. */
export type CircleEnd = 'done' | 'by-itself' | 'family-left'

/** A network is temporary: at most so many days, counted from its first (peers.md D6). */
export const networkDaysAtMost = 366
/** When nobody of the family is there any more, people have so many days to round off. */
export const familyWindUpDays = 14
/** From so many people on a team is asked without names, in a round (ADR 0031). */
export const anonymousFrom = 11
/** How long a link to the pages of a circle opens them after its last day, or after today when that is later. */
export const circleLinkDays = 60
/** An expired link can be renewed by who holds it for so many days more. */
export const circleRenewDays = 60
/** Somebody speaks from at most so many sides. */
export const sidesAtMost = 4

/** What is stored of a circle, as far as it says whether it still runs. */
export type CircleSpan = {
  endsOn: Day | null
  endedAt: Instant | null
  /** When the last of the family left; null while somebody of it is there, or where no family takes part. */
  familyLeftAt: Instant | null
}

/** By which calendar, and at which moment. */
export type Moment = { now: Instant; timeZone: string }

export type CircleState =
  | { status: 'running' }
  /** The family has left: it can be rounded off until this day, and nothing new is asked. */
  | { status: 'rounding-off'; until: Day }
  | { status: 'ended'; reason: CircleEnd; on: Day }

/**
 * How a circle stands, worked out at every reading: the last day is a day on which it still runs. A circle that was rounded
 * off is over, whatever its days say.
 */
export function circleState(circle: CircleSpan, { now, timeZone }: Moment): CircleState {
  const { endsOn, endedAt, familyLeftAt } = circle
  if (endedAt !== null) return { status: 'ended', reason: 'done', on: localDay(endedAt, timeZone) }
  const today = localDay(now, timeZone)
  const until = familyLeftAt === null ? null : localDay(addDays(familyLeftAt, familyWindUpDays), timeZone)
  const isOver = endsOn !== null && endsOn < today
  if (until !== null && until < today && (!isOver || until <= endsOn))
    return { status: 'ended', reason: 'family-left', on: until }
  if (isOver) return { status: 'ended', reason: 'by-itself', on: endsOn }
  if (until === null) return { status: 'running' }
  return { status: 'rounding-off', until: endsOn !== null && endsOn < until ? endsOn : until }
}

/**
 * Whether anything new may be asked or written in a circle: a check, a map, a word, a tension. Not when it is over, and not
 * when the family has left: nobody goes on about people who are not there.
 */
export function mayAsk(circle: CircleSpan, moment: Moment): Decision<'ended' | 'family-left'> {
  const state = circleState(circle, moment)
  if (state.status === 'running') return allowed
  return refused(state.status === 'ended' ? 'ended' : 'family-left')
}

/**
 * Whether the last day of a circle can be this one. A network needs one, at most a year after its first day; a team need not
 * have any. The last day is not before the first.
 */
export function checkLastDay(circle: {
  kind: CircleKind
  startsOn: Day
  endsOn: Day | null
}): Decision<'needs-last-day' | 'before-first-day' | 'longer-than-a-year'> {
  const { kind, startsOn, endsOn } = circle
  if (endsOn === null) return kind === 'team' ? allowed : refused('needs-last-day')
  if (endsOn < startsOn) return refused('before-first-day')
  const isLong = daysBetween(noon(startsOn), noon(endsOn)) > networkDaysAtMost
  return kind === 'network' && isLong ? refused('longer-than-a-year') : allowed
}

/** The day half-way between two days, the earlier one where there are two. */
export function halfWay(from: Day, to: Day): Day {
  return addDays(noon(from), Math.floor(daysBetween(noon(from), noon(to)) / 2)).slice(0, 10)
}

const noon = (day: Day): Instant => `${day}T12:00:00.000Z`

/** The moment after which nobody reads the pages of a circle that is over, however often a link is renewed; null while it goes on. */
export function pagesEnd(state: CircleState): Instant | null {
  return state.status === 'ended' ? addDays(noon(state.on), circleLinkDays + circleRenewDays) : null
}

/** "Are we all still there?": asked from its day on for so many days, while the circle runs. */
const midcourseDays = 14

/** Whether the look half-way is on now: from its day on, for two weeks. */
export function isMidcourse(midcourseOn: Day | null, { now, timeZone }: Moment): boolean {
  if (midcourseOn === null) return false
  const today = localDay(now, timeZone)
  return midcourseOn <= today && today < addDays(noon(midcourseOn), midcourseDays).slice(0, 10)
}

/** The earliest day from which a look half-way can still be on. */
export function midcourseSince(now: Instant): Instant {
  return addDays(now, -midcourseDays)
}

/** Whether the look half-way can still be planned on a day: before it, and while it is on. */
export function mayLookHalfWay(midcourseOn: Day | null, today: Day): boolean {
  return midcourseOn !== null && today < addDays(noon(midcourseOn), midcourseDays).slice(0, 10)
}

type Belonging = { sides: readonly string[]; leftAt: Instant | null }

/** When the last of the family left; null while somebody of it is there, and where nobody of a family ever belonged to it. */
export function familyLeft(people: readonly Belonging[], familySides: ReadonlySet<string>): Instant | null {
  const family = people.filter(({ sides }) => sides.some((side) => familySides.has(side)))
  if (family.length === 0 || family.some(({ leftAt }) => leftAt === null)) return null
  return (
    family
      .map(({ leftAt }) => leftAt ?? '')
      .toSorted()
      .at(-1) ?? null
  )
}

/** How many there are of each side, and of all together: whoever belongs to two sides counts once in all. */
export function countPeople(people: readonly Belonging[]): {
  all: number
  bySide: ReadonlyMap<string, number>
} {
  const there = people.filter(({ leftAt }) => leftAt === null)
  const bySide = new Map<string, number>()
  for (const { sides } of there)
    for (const side of new Set(sides)) bySide.set(side, (bySide.get(side) ?? 0) + 1)
  return { all: there.length, bySide }
}
