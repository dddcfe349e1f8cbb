import { allowed, type Decision, refused } from '../shared/decision.ts'
import type { Day } from '../shared/time.ts'
import { ageBand, ageOn } from './age.ts'

/**
 * Whether someone may have an account for her own page. Under 12 her parents decide, and see to it by their own page; from
 * 12 on she may, as she may open the page itself. No birth date (`null`) is grown up. Asked at every use, not only once.
 */
export function mayHaveAccount(bornOn: Day | null, today: Day): Decision<'under-12'> {
  const age = bornOn === null ? null : ageOn(bornOn, today)
  return ageBand(age) === 'child' ? refused('under-12') : allowed
}
