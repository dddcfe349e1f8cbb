import { mayStartRelation, type Role } from '../access/access.ts'
import { allowed, type Decision, refused } from '../shared/decision.ts'
import type { MemberId } from '../shared/ids.ts'
import { addDays, type Instant, millis } from '../shared/time.ts'

/** The roles whose work it is to think along with others about their work; nobody looks along as an administrator. */
const supervisingRoles: readonly Role[] = ['facilitator', 'trainer', 'coach']

/** For how many days a collaboration can be shared for supervision; it ends by itself after them. */
export const supervisionDays = [7, 14, 28, 56] as const
export type SupervisionDays = (typeof supervisionDays)[number]

/** A question that the team and the people it is about may read as well: 10 to 300 characters. */
export const supervisionQuestion = { least: 10, most: 300 } as const

/** Whether somebody can be asked to look along, as far as her roles go. */
export function maySupervise(own: readonly Role[]): Decision<'other-role' | 'guest'> {
  if (own.includes('guest')) return refused('guest')
  return own.some((role) => supervisingRoles.includes(role)) ? allowed : refused('other-role')
}

/** Whoever may be asked: not oneself, nobody who takes part (she sees it anyway), nobody who left. */
export type Asked = { id: MemberId; roles: readonly Role[]; ended: boolean; takesPart: boolean }

/** Whether a member may share a collaboration in which she takes part with another one. */
export function mayShareWith(
  sharer: { id: MemberId; roles: readonly Role[] },
  asked: Asked,
): Decision<'guest' | 'no-content-role' | 'other-role' | 'ended' | 'takes-part'> {
  const start = mayStartRelation(sharer.roles)
  if (!start.allowed) return start
  if (asked.ended) return refused('ended')
  if (asked.takesPart || asked.id === sharer.id) return refused('takes-part')
  return maySupervise(asked.roles)
}

/** When a share ends by itself: so many times 24 hours after it began. */
export function supervisionEndsAt(at: Instant, days: SupervisionDays): Instant {
  return addDays(at, days)
}

export type SupervisionTimes = { sharedAt: Instant; endsAt: Instant; endedAt: Instant | null }

/** Whether a share holds at a moment: begun, not withdrawn or given back, and not over. The moment it ends it is over. */
export function isSupervised(share: SupervisionTimes, now: Instant): boolean {
  return share.endedAt === null && millis(share.sharedAt) <= millis(now) && millis(now) < millis(share.endsAt)
}
