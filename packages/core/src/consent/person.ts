import type { Day } from '../shared/time.ts'
import { ageOn, aloneFrom, youthFrom } from './age.ts'

/** What someone is to a child in law. Only with authority does one decide, or read along. */
export const authorities = ['parent', 'guardian', 'none'] as const
export type Authority = (typeof authorities)[number]

/** Whether someone has authority over the child; a guardian counts as a parent. */
export function hasAuthority(authority: Authority): boolean {
  return authority !== 'none'
}

/** A link to one's own page works so many days; whoever holds it can make a new one until then. */
export const ownPageDays = 30

/**
 * The next birthday on which someone else decides (12 or 16); null when there is none any more. On that day consent is
 * looked at again. Who was born on 29 February has her birthday on 1 March in a year without that day, as in `ageOn`.
 */
export function nextDecisionDay(bornOn: Day, today: Day): Day | null {
  const age = ageOn(bornOn, today)
  const next = age < youthFrom ? youthFrom : age < aloneFrom ? aloneFrom : null
  if (next === null) return null
  const day = `${String(Number(bornOn.slice(0, 4)) + next).padStart(4, '0')}${bornOn.slice(4)}`
  // A day that the calendar does not have comes back as the one after it.
  return new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)
}
