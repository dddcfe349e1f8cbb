import { allowed, type Decision, refused } from '../shared/decision.ts'
import type { MemberId, PersonId, RelationId } from '../shared/ids.ts'

/**
 * What a member may be in a workspace; one person can be several (the owner of a small practice is professional and
 * administrator). A role opens work, never content: content follows the collaboration, meeting or trajectory that one
 * belongs to (product.md, "Who uses it"). A guest belongs to another organisation and is nothing else here.
 */
export const roles = [
  'professional',
  'facilitator',
  'trainer',
  'researcher',
  'coach',
  'administrator',
  'privacy-officer',
  'guest',
] as const
export type Role = (typeof roles)[number]

/** A colleague is the person of the same identifier: whoever gives consent is a person, client or colleague. */
export const asPerson = (member: MemberId): PersonId => member as string as PersonId

/** Why someone may look inside a collaboration: the audit keeps it, and the person it is about reads it. */
export type Basis = 'takes-part' | 'emergency' | 'supervision'

/** A signed-in member, with the collaborations she may look inside now, and why. */
export type Member = { roles: readonly Role[]; relations: ReadonlyMap<RelationId, Basis> }

type ContentRefusal = 'no-content-role' | 'not-in-relation'

/** Whether a member may read in a relation. */
export function mayOpenRelation(member: Member, relation: RelationId): Decision<ContentRefusal> {
  const work = mayWorkWithContent(member.roles)
  if (!work.allowed) return work
  return member.relations.has(relation) ? allowed : refused('not-in-relation')
}

/** Whether a member may also change something in a relation: whoever came in for an emergency, or was asked to look along, only looks. */
export function mayWorkInRelation(
  member: Member,
  relation: RelationId,
): Decision<ContentRefusal | 'only-looking'> {
  const look = mayOpenRelation(member, relation)
  if (!look.allowed) return look
  return member.relations.get(relation) === 'takes-part' ? allowed : refused('only-looking')
}

/** The roles in which one takes part in collaborations; the others see no content in that role. */
const contentRoles: readonly Role[] = ['professional', 'facilitator', 'trainer', 'coach', 'guest']

/** Whether one of these roles works with content at all. */
export function mayWorkWithContent(own: readonly Role[]): Decision<'no-content-role'> {
  return own.some((role) => contentRoles.includes(role)) ? allowed : refused('no-content-role')
}

/**
 * Whether a member may lay words side by side or lead a trajectory: with those whose it is, and only what there is consent for.
 * A researcher may, a guest takes part in the meeting and not in what is made of it.
 */
export function mayAnalyse(own: readonly Role[]): Decision<'no-content-role' | 'guest'> {
  if (own.includes('guest')) return refused('guest')
  return own.includes('researcher') ? allowed : mayWorkWithContent(own)
}

/** Whether a member may begin a collaboration: a guest takes part in those of others. */
export function mayStartRelation(own: readonly Role[]): Decision<'no-content-role' | 'guest'> {
  const work = mayWorkWithContent(own)
  if (!work.allowed) return work
  return own.includes('guest') ? refused('guest') : allowed
}

/** Whether a member has the role that some work asks for. */
export function mayAs(own: readonly Role[], needed: Role): Decision<'other-role'> {
  return own.includes(needed) ? allowed : refused('other-role')
}
