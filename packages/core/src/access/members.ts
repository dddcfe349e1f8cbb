import { allowed, type Decision, refused } from '../shared/decision.ts'
import { type Role, roles } from './access.ts'

/** What an administrator can make someone; a guest is invited into a collaboration by someone who takes part in it. */
export type ColleagueRole = Exclude<Role, 'guest'>
export const colleagueRoles = roles.filter((role): role is ColleagueRole => role !== 'guest')

/** A member as far as these rules look at her. `ended` for someone who has left. */
type Held = { roles: readonly Role[]; ended: boolean }

const isActing = (member: Held) => !member.ended && member.roles.includes('administrator')

/**
 * Whether a member may become `next`, seen from all the others of the workspace: someone always remains who can let people
 * in and out. `null` is leaving.
 */
export function mayBecome(
  member: Held,
  next: readonly ColleagueRole[] | null,
  others: readonly Held[],
): Decision<'guest' | 'last-administrator'> {
  if (member.roles.includes('guest') && next !== null) return refused('guest')
  const staysAdministrator = next?.includes('administrator') ?? false
  if (!isActing(member) || staysAdministrator || others.some(isActing)) return allowed
  return refused('last-administrator')
}
