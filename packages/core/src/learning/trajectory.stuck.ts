import { addCalendarDays } from '../shared/local-hours.ts'
import type { Day } from '../shared/time.ts'
import { type MomentWindow, windowOf } from './trajectory.plan.ts'
import type { LearnerStatus } from './trajectory.ts'

/** Somebody gets so many days to open her pages before she is named to the lead. */
export const openWithinDays = 4

/** A moment may stand open so many days before she is named. */
export const momentQuietDays = 5

/** Buddies get so many days for their first talk. */
export const buddyQuietDays = 21

/** Between two reminders lie at least so many days. */
export const remindEveryDays = 7

/** What the register knows of a learner. Of what she wrote it knows nothing. */
export type RegisterLine = {
  readonly status: LearnerStatus
  readonly joinedOn: Day
  /** When a link was last sent or made for her; null when never. */
  readonly invitedOn: Day | null
  readonly seen: boolean
  readonly remindedOn: Day | null
  /** Moments at which something of hers came in. */
  readonly received: ReadonlySet<string>
  /** Since when she has a buddy, and whether they said that they met; null without one. */
  readonly buddy: { readonly since: Day; readonly met: boolean } | null
}

export type Waiting =
  | { readonly why: 'not-invited' | 'not-opened' | 'no-buddy-contact' }
  | { readonly why: 'moment-missing'; readonly moment: string }

type Moment = MomentWindow & { readonly id: string; readonly key: string }

/**
 * Where a learner may be stuck on a day. Who stopped or completed it never is; a moment that was over before she joined is
 * not asked of her, and why she left is asked of nobody who is there.
 */
export function waitingOf(learner: RegisterLine, moments: readonly Moment[], today: Day): Waiting[] {
  if (learner.status === 'stopped' || learner.status === 'completed') return []
  // Whoever hands in on paper needs no pages.
  if (!learner.seen && learner.received.size === 0) return beforeOpening(learner, today)
  const missing = moments.filter((moment) => isMissing(learner, moment, today))
  const { buddy } = learner
  const alone = buddy !== null && !buddy.met && addCalendarDays(buddy.since, buddyQuietDays) <= today
  return [
    ...missing.map(({ id }): Waiting => ({ why: 'moment-missing', moment: id })),
    ...(alone ? [{ why: 'no-buddy-contact' } as const] : []),
  ]
}

function beforeOpening({ invitedOn }: RegisterLine, today: Day): Waiting[] {
  if (invitedOn === null) return [{ why: 'not-invited' }]
  return addCalendarDays(invitedOn, openWithinDays) <= today ? [{ why: 'not-opened' }] : []
}

function isMissing({ received, joinedOn }: RegisterLine, moment: Moment, today: Day): boolean {
  if (moment.key === 'exit' || received.has(moment.id) || moment.closesOn < joinedOn) return false
  const window = windowOf(moment, today)
  const since = moment.opensOn > joinedOn ? moment.opensOn : joinedOn
  return window === 'closed' || (window === 'open' && addCalendarDays(since, momentQuietDays) <= today)
}

/** Whether a letter may go to a learner on a day: she is stuck where a letter helps, and had none of late. */
export function mayRemind(learner: RegisterLine, waiting: readonly Waiting[], today: Day): boolean {
  if (!waiting.some(({ why }) => why !== 'not-invited')) return false
  const isAgo = (day: Day | null, days: number) => day === null || addCalendarDays(day, days) <= today
  return isAgo(learner.remindedOn, remindEveryDays) && isAgo(learner.invitedOn, openWithinDays)
}
