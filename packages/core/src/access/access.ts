import { allowed, type Decision, refused } from '../shared/decision.ts'
import type { RelationId } from '../shared/ids.ts'

/** What a member may be in a workspace. An administrator sees no content (product.md, "Who uses it"). */
export const roles = ['professional', 'administrator'] as const
export type Role = (typeof roles)[number]

/** A signed-in member, with the relations she takes part in: content follows the relation, never the position. */
export type Member = { role: Role; relations: readonly RelationId[] }

type ContentRefusal = 'no-content-role' | 'not-in-relation'

/** Whether a member may read and work in a relation. */
export function mayOpenRelation(member: Member, relation: RelationId): Decision<ContentRefusal> {
  const work = mayWorkWithContent(member.role)
  if (!work.allowed) return work
  return member.relations.includes(relation) ? allowed : refused('not-in-relation')
}

/** Whether a role works with content at all. */
export function mayWorkWithContent(role: Role): Decision<'no-content-role'> {
  return role === 'professional' ? allowed : refused('no-content-role')
}
