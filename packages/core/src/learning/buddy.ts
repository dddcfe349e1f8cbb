import type { LearnerId } from '../shared/ids.ts'
import type { Day } from '../shared/time.ts'

/** Parts of a day on which somebody can talk; that of a week, not of a date. */
export const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const
export type Weekday = (typeof weekdays)[number]
export const dayParts = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]
export type HalfDay = `${Weekday}-${DayPart}`
export const halfDays: readonly HalfDay[] = weekdays.flatMap((day) =>
  dayParts.map((part): HalfDay => `${day}-${part}`),
)

/** How somebody can meet her buddy. */
export const meetWays = ['online', 'travel'] as const
export type MeetWay = (typeof meetWays)[number]

/**
 * What somebody wants to learn about, picked by herself for finding a buddy. It stands in the register and is shown to her
 * buddy, so it is never read from what she wrote as her goal.
 */
export const goalThemes = [
  ...(['listening', 'judging', 'deciding', 'youth', 'quarrels', 'safety'] as const),
  ...(['boundaries', 'power', 'own-story', 'feedback', 'colleagues', 'organisation'] as const),
]
export type GoalTheme = (typeof goalThemes)[number]

/** Why a pair ended before the round did. */
export const pairEnds = ['re-matched', 'joined', 'alone', 'undone'] as const
export type PairEnd = (typeof pairEnds)[number]

/** A buddy pair has two or three buddies. */
export const buddiesAtMost = 3

/** What the register knows of a pair. */
export type PairFacts = {
  readonly members: readonly LearnerId[]
  /** Null as long as it is a proposal. */
  readonly formedOn: Day | null
  readonly endedOn: Day | null
  /** What a lead wrote down, or what a file says; null: nothing. */
  readonly talked: boolean | null
  /** Talks that a buddy reported. */
  readonly meetings: number
}

/** What is known of one of its members. */
export type MemberFacts = {
  readonly stopped: boolean
  readonly consent: boolean
  /** How her evaluation as a buddy came in (moment `buddy`); null: it did not. */
  readonly evaluated: 'talk' | 'mail' | null
}

/**
 * Where a pair is: `proposed`, `formed`, then whether they exchanged, then how it was evaluated (domain.md §1.6). Each later
 * one says what came before it: `exchanged` and `evaluation` hold beside it.
 */
export type PairStatus = {
  readonly state: 'proposed' | 'formed' | 'exchanged' | 'not-exchanged' | 'evaluated' | 'ended'
  /** Whether they talked with each other in between; null: nobody told. */
  readonly exchanged: boolean | null
  readonly evaluation: 'talk' | 'mail' | 'none'
  readonly memberStopped: readonly LearnerId[]
  readonly consent: 'both' | 'one' | 'none'
}

/**
 * Where a pair is, derived from the register. A talk that a buddy reported outweighs a "no" of somebody else: who was there
 * knows. `consent` is `both` when all of them gave it, also of three.
 */
export function pairStatus(
  pair: PairFacts,
  memberOf: (learner: LearnerId) => MemberFacts | undefined,
): PairStatus {
  const known = pair.members.map((id) => ({ id, ...memberOf(id) }))
  const exchanged = pair.meetings > 0 ? true : pair.talked
  const ways = known.map(({ evaluated }) => evaluated ?? null)
  const evaluation = ways.includes('talk') ? 'talk' : ways.includes('mail') ? 'mail' : 'none'
  const given = known.filter(({ consent }) => consent === true).length
  return {
    state: stateOf(pair, exchanged, evaluation),
    ...{ exchanged, evaluation },
    memberStopped: known.flatMap(({ id, stopped }) => (stopped === true ? [id] : [])),
    consent: given === 0 ? 'none' : given === known.length ? 'both' : 'one',
  }
}

function stateOf(
  pair: PairFacts,
  exchanged: boolean | null,
  evaluation: PairStatus['evaluation'],
): PairStatus['state'] {
  if (pair.formedOn === null) return 'proposed'
  if (evaluation !== 'none') return 'evaluated'
  if (pair.endedOn !== null) return 'ended'
  if (exchanged === null) return 'formed'
  return exchanged ? 'exchanged' : 'not-exchanged'
}
