import type { Instant } from '../shared/time.ts'
import { type LivePlace, type LiveState, roundOf } from './live.state.ts'

/** Why a command is not done. The wording lives with the screens. */
export type LiveRefusal =
  | 'ended'
  | 'not-at-table'
  | 'not-leading'
  | 'lead-is-here'
  | 'moved-on'
  | 'no-such-step'
  | 'step-is-past'
  | 'must-stay'
  | 'reason-needed'
  | 'shadow-stays'
  | 'shadow-not-held'
  | 'already-anonymous'
  | 'nothing-to-open'
  | 'speaks-herself'
  | 'not-a-member'
  | 'listens-now'
  | 'no-round'

/** What is kept of a command: what was done to which step, and why. Who writes or is ready is nobody's history. */
export type LiveLog = { step: string; reason: string | null }

export type LiveOutcome =
  | { allowed: true; state: LiveState; log: LiveLog | null }
  | { allowed: false; reason: LiveRefusal }

/** Who asks, when, and who is at the table in its order. */
export type LiveAsk = { now: Instant; by: LivePlace; places: readonly LivePlace[] }

/** Whether the meeting is still where somebody saw it when she asked. */
export function isMeantNow(state: LiveState, meant: { step: string; round: number }): boolean {
  return meant.step === state.step && meant.round === roundOf(state, meant.step)
}
