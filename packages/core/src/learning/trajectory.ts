import { allowed, type Decision, refused } from '../shared/decision.ts'

/** `draft`: being composed, nobody is asked anything · `running` · `ended`: nothing comes in any more. */
export const trajectoryStatuses = ['draft', 'running', 'ended'] as const
export type TrajectoryStatus = (typeof trajectoryStatuses)[number]

export const eventKinds = ['lecture', 'masterclass', 'evaluation', 'other'] as const
export type EventKind = (typeof eventKinds)[number]

/** What a moment is for; its questions stand in its form (moment-form.ts). */
export const momentKinds = ['start', 'goals', 'review', 'buddy', 'closing', 'exit'] as const
export type MomentKind = (typeof momentKinds)[number]

/** `invited`: has not been at her own pages yet. Only a lead says that somebody stopped or completed it. */
export const learnerStatuses = ['invited', 'active', 'stopped', 'completed'] as const
export type LearnerStatus = (typeof learnerStatuses)[number]

/** How something came in at a moment. */
export const receiptWays = ['phone', 'paper', 'mail', 'talk', 'import'] as const
export type ReceiptWay = (typeof receiptWays)[number]

/** Why somebody stopped, chosen from a list: her own words about it are content, and hers (moment `exit`). */
export const stopReasons = ['time', 'other-work', 'expectation', 'no-value', 'personal', 'unsaid'] as const
export type StopReason = (typeof stopReasons)[number]

/** Whether there was a talk with who stopped: not offered yet, offered, held, or she did not want one. */
export const exitTalks = ['none', 'offered', 'held', 'declined'] as const
export type ExitTalk = (typeof exitTalks)[number]

/** What a trajectory needs to work (domain.md §1.4, conclusion), in the order in which it is named there. */
export const trajectoryComponents = ['stories', 'theory', 'practice', 'monitor', 'equality'] as const
export type TrajectoryComponent = (typeof trajectoryComponents)[number]

/** How long a link to one's own pages opens them after the trajectory is over, or after today when that is later. */
export const learnerLinkDays = 60

/** People in one trajectory at most. */
export const learnersAtMost = 1_500

export type TrajectoryAct = 'compose' | 'people' | 'register' | 'start' | 'end' | 'reopen'

/**
 * What a lead may do with a trajectory as it stands. `compose`: change its plan; `people`: let people in and invite them;
 * `register`: write attendance, stopping and paper, also when it has ended, for that is when one catches up.
 */
export function mayWithTrajectory(
  status: TrajectoryStatus,
  act: TrajectoryAct,
): Decision<'ended' | 'not-running' | 'not-draft' | 'not-ended'> {
  switch (act) {
    case 'register':
      return allowed
    case 'compose':
    case 'people':
      return status === 'ended' ? refused('ended') : allowed
    case 'start':
      return status === 'draft' ? allowed : refused('not-draft')
    case 'end':
      return status === 'running' ? allowed : refused('not-running')
    case 'reopen':
      return status === 'ended' ? allowed : refused('not-ended')
  }
}

export type LearnerStanding = { readonly status: LearnerStatus; readonly seen: boolean }

/**
 * What a learner becomes when a lead says so. Who goes on after stopping is active again, or invited when she never came to
 * her pages; the same status once more is no change.
 */
export function learnerAfter(
  { status, seen }: LearnerStanding,
  to: 'stopped' | 'completed' | 'going-on',
): LearnerStatus {
  if (to !== 'going-on') return to
  return status === 'invited' || !seen ? 'invited' : 'active'
}
