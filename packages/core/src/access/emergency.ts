import { type Decision, refused } from '../shared/decision.ts'
import { addMilliseconds, type Instant } from '../shared/time.ts'
import { mayStartRelation, type Role } from './access.ts'

/** How long access in an emergency lasts: one service; whoever needs longer says so again. */
export const emergencyHours = 4

/** A reason is a sentence that the team and the person themselves will read: 10 to 500 characters. */
export const emergencyReason = { least: 10, most: 500 } as const

/** When access that is opened at a moment ends by itself. */
export function emergencyEndsAt(at: Instant): Instant {
  return addMilliseconds(at, emergencyHours * 3_600_000)
}

/** Whether a member may look in where she does not take part, when it cannot wait: not a guest, and nobody without content. */
export function mayOpenInEmergency(own: readonly Role[]): Decision<'no-content-role' | 'guest'> {
  const decision = mayStartRelation(own)
  return decision.allowed ? decision : refused(decision.reason)
}
