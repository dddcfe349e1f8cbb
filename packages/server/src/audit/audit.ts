import type { MemberId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type RawBuilder, sql } from 'kysely'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'

/** What can be done, for the record. Content never stands in it: it says that something happened, to what, by whom. */
export type AuditAction =
  | 'relation.created'
  | 'relation.read'
  | 'relation.listed'
  | 'relation.edited'
  | 'relation.closed'
  | 'relation.reopened'
  | 'note.added'
  | 'note.removed'
  | 'contact.planned'
  | 'contact.edited'
  | 'contact.removed'
  | 'feedback.read'
  | 'today.read'
  | 'invitation.created'
  | 'invitation.renewed'
  | 'invitation.revoked'
  | 'check.opened'
  | 'response.stored'
  | 'signal.opened'
  | 'signal.closed'
  | 'signal.reopened'
  | 'agreement.made'
  | 'agreement.ended'
  | 'agreement.resumed'

export type AuditEntry = {
  workspace: WorkspaceId
  actor: string
  action: AuditAction
  subject: { kind: string; id: string }
  relation: RelationId | null
}

/** A line of the record, ready to be written. */
export type AuditRecord = {
  workspace_id: WorkspaceId
  id: string
  at: Instant
  actor: string
  action: AuditAction
  subject: string
  subject_id: string
  relation_id: RelationId | null
}

/** The line for a deed. */
export function recordOf(world: World, entry: AuditEntry): AuditRecord {
  return {
    workspace_id: entry.workspace,
    id: world.newId(),
    at: world.now(),
    actor: entry.actor,
    action: entry.action,
    subject: entry.subject.kind,
    subject_id: entry.subject.id,
    relation_id: entry.relation,
  }
}

/** The statement that writes lines, as often as `per` has rows: part of a larger statement when it is given. */
export function insertRecords(
  records: readonly AuditRecord[],
  per?: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const lines = sql`jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as line (workspace_id uuid, id uuid,
    at timestamptz, actor text, action text, subject text, subject_id uuid, relation_id uuid)`
  return sql`insert into audit_event (workspace_id, id, at, actor, action, subject, subject_id, relation_id)
    select line.workspace_id, line.id, line.at, actor, action, subject, subject_id, line.relation_id
    from ${lines}${per === undefined ? sql`` : sql`, ${per}`}`
}

/** Writes one line of the record, in the transaction of the deed itself: no record, no deed. */
export async function record(trx: Trx, world: World, entry: AuditEntry): Promise<void> {
  if (!trx.isTransaction) throw new Error('The record is written in the transaction of the deed')
  await insertRecords([recordOf(world, entry)]).execute(trx)
}

type MemberDeed = {
  session: { workspace: { id: WorkspaceId }; member: { id: MemberId }; changed: Set<RelationId> }
  relation: RelationId
  action: AuditAction
  /** What it was done to, when that is not the relation itself. */
  subject?: string
}

/** The line for what a member did in a relation; for a deed that is no reading, open screens will be told of it. */
export async function recordDeed(trx: Trx, world: World, deed: MemberDeed): Promise<void> {
  const { session, relation, action, subject } = deed
  await record(trx, world, {
    workspace: session.workspace.id,
    actor: session.member.id,
    action,
    subject: { kind: action.split('.')[0] ?? 'relation', id: subject ?? relation },
    relation,
  })
  if (!action.endsWith('.read')) session.changed.add(relation)
}

/** The line for a member who looked over her relations without opening one. */
export async function recordOverview(
  trx: Trx,
  world: World,
  deed: {
    session: Pick<MemberDeed['session'], 'workspace' | 'member'>
    action: 'relation.listed' | 'today.read'
  },
): Promise<void> {
  await record(trx, world, {
    workspace: deed.session.workspace.id,
    actor: deed.session.member.id,
    action: deed.action,
    subject: { kind: 'member', id: deed.session.member.id },
    relation: null,
  })
}
