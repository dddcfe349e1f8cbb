import type { Role } from '../access/access.ts'
import { allowed, type Decision, refused } from '../shared/decision.ts'
import { groupThreshold } from '../shared/small-groups.input.ts'

/** The roles in which one may ask a team or group something without names. */
const roundRoles: readonly Role[] = ['professional', 'facilitator', 'trainer', 'coach']

/** Whether a member may make rounds and read their outcome. A guest may not, nor who only administers or studies. */
export function mayHoldRounds(own: readonly Role[]): Decision<'no-round-role'> {
  return own.some((role) => roundRoles.includes(role)) ? allowed : refused('no-round-role')
}

/**
 * How many people a round can be held with. With ten or fewer, colleagues recognise each other whatever is counted
 * (domain.md §8.5: work with consent and confidentiality instead). The most is what still fits on sheets of paper.
 */
export const roundSize = { least: 11, most: 400 } as const

/** Rounds are answered within so many days. */
export const roundDays = { least: 1, usual: 14, most: 60 } as const

/** Smallest group that may be told about, and the largest such limit. */
export const roundThreshold = groupThreshold

/** A group as it is planned: its own people, or parts that have them. */
export type PlannedGroup = {
  readonly name: string
  /** People invited in it; 0 when it has parts. */
  readonly invited: number
  readonly parts: readonly { readonly name: string; readonly invited: number }[]
}

/** `too-few-people`: nobody can be anonymous here. `group-too-small`: a group that could never be shown. */
export type AnonymityRefusal =
  | 'too-few-people'
  | 'too-many-people'
  | 'group-too-small'
  | 'people-beside-parts'
  | 'same-name'

/**
 * Decides whether a round can keep people anonymous. People belong to the lowest groups only, and each of those invites
 * `k` people or none: so that a count of answers, also as it is stored, is never about fewer people than may be told of,
 * and so that readers who know how many were invited know nothing that `reportGroups` does not reckon with.
 */
export function mayBeAnonymous(groups: readonly PlannedGroup[], k: number): Decision<AnonymityRefusal> {
  const people = peopleIn(groups)
  if (people < roundSize.least) return refused('too-few-people')
  if (people > roundSize.most) return refused('too-many-people')
  if (groups.some((group) => group.parts.length > 0 && group.invited > 0))
    return refused('people-beside-parts')
  if (lowest(groups).some(({ invited }) => invited < k)) return refused('group-too-small')
  const names = groups.flatMap((group) => [group.name, ...group.parts.map(({ name }) => name)])
  return new Set(names.map((name) => name.toLowerCase())).size === names.length
    ? allowed
    : refused('same-name')
}

/** How many people are invited in all. */
export function peopleIn(groups: readonly PlannedGroup[]): number {
  return lowest(groups).reduce((sum, { invited }) => sum + invited, 0)
}

function lowest(groups: readonly PlannedGroup[]): { readonly invited: number }[] {
  return groups.flatMap((group) => (group.parts.length === 0 ? [group] : [...group.parts]))
}
