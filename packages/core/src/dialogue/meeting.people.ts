import type { ConsentState } from '../consent/consent.ts'
import type { MeetingRole } from './dialogue.ts'
import type { Format, FormatRole } from './format.ts'
import { type MeetingUse, meetingPurposes } from './meeting.uses.ts'

type Seated = { readonly role: MeetingRole }

/** What a table lacks, or has too much of, by its format. */
export type TableProblem =
  | { readonly problem: 'role-missing'; readonly role: MeetingRole; readonly count: number }
  | { readonly problem: 'role-full'; readonly role: MeetingRole; readonly count: number }
  | { readonly problem: 'too-few' | 'too-many'; readonly count: number }

/**
 * What does not fit between a table and its format: roles that nobody has or too many have, and how many people there are.
 * None of it stops a plan: people come to an agreement about it.
 */
export function tableProblems(
  format: Pick<Format, 'roles' | 'minPeople' | 'maxPeople'>,
  places: readonly Seated[],
): TableProblem[] {
  const count = places.length
  const found: TableProblem[] = format.roles.flatMap((role) => roleProblem(role, places))
  if (count < format.minPeople) found.push({ problem: 'too-few', count: format.minPeople - count })
  if (count > format.maxPeople) found.push({ problem: 'too-many', count: count - format.maxPeople })
  return found
}

function roleProblem({ role, min, max }: FormatRole, places: readonly Seated[]): TableProblem[] {
  const count = places.filter((place) => place.role === role).length
  if (count < min) return [{ problem: 'role-missing', role, count: min - count }]
  return count > max ? [{ problem: 'role-full', role, count: count - max }] : []
}

/** Where everyone at the table stands for one use: nothing is used that way before all who speak said yes. */
export type UseVerdict = 'yes' | 'no' | 'open'

/**
 * Whether something may be done with what is said at the table as a whole, such as filming: one no is enough for a no, and
 * who was not asked has not said yes. An empty table says nothing.
 */
export function verdictOf(states: readonly ConsentState[]): UseVerdict {
  if (states.some((state) => state === 'refused' || state === 'withdrawn')) return 'no'
  return states.length > 0 && states.every((state) => state === 'given') ? 'yes' : 'open'
}

/** How one person answered about one use, of which there may be several purposes: a no in any is a no. */
export function useState(
  use: Exclude<MeetingUse, 'attend'>,
  stateOf: (purpose: (typeof meetingPurposes)[typeof use][number]) => ConsentState,
): UseVerdict {
  return verdictOf(meetingPurposes[use].map(stateOf))
}
