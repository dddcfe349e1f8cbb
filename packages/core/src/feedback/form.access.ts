import type { Role } from '../access/access.ts'
import { allowed, type Decision, refused } from '../shared/decision.ts'

/** The roles in which one brings in, changes and publishes forms. */
const writers: readonly Role[] = [
  'professional',
  'facilitator',
  'trainer',
  'researcher',
  'coach',
  'administrator',
]

/** Whether a member may bring in a form, change it or publish it: a guest, and who only guards privacy, may not. */
export function mayKeepForms(own: readonly Role[]): Decision<'other-role' | 'guest'> {
  if (own.includes('guest')) return refused('guest')
  return own.some((role) => writers.includes(role)) ? allowed : refused('other-role')
}

/** Whether a member may look over the forms of the organisation. A guest sees those of her own collaborations only. */
export function mayReadForms(own: readonly Role[]): Decision<'guest'> {
  return own.includes('guest') ? refused('guest') : allowed
}
