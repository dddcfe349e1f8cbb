import type { Basis, Role } from '@weerklank/core/access/access'
import type { ExportPurpose } from '@weerklank/core/access/purpose-lock'
import { type AuditAction, type AuditBasis, auditKinds } from '@weerklank/core/audit/audit'
import type { ApiTokenId, MemberId, PersonId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import { type RawBuilder, sql } from 'kysely'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { type AuditRecord, chainStartSql, digestOf } from './chain.ts'

export type { AuditRecord } from './chain.ts'
export { lookedAtMe } from './looked-at-me.ts'
export { pruneAudit } from './prune.ts'
export { type ChainReport, verifyChains } from './verify.ts'

/** What it was done to; and for what, where data were taken out. */
export type Subject = { kind: string; id: string; purpose?: ExportPurpose }

export type AuditEntry = {
  workspace: WorkspaceId
  actor: string
  action: AuditAction
  subject: Subject
  relation: RelationId | null
  /** Why it was allowed; when it is left out: by a link of one's own, or by the system itself. */
  basis?: AuditBasis
  roles?: readonly Role[]
  /** Whom it is about, where that is one person and not everybody in a relation. */
  person?: PersonId
  /** By which token, where it was a program in the name of a member. */
  token?: ApiTokenId | undefined
}

/** The line for a deed. */
export function recordOf(world: World, entry: AuditEntry): AuditRecord {
  return {
    workspace_id: entry.workspace,
    id: world.newId(),
    at: world.now(),
    actor: entry.actor,
    action: entry.action,
    subject: subjectText(entry.subject),
    subject_id: entry.subject.id,
    relation_id: entry.relation,
    kind: auditKinds[entry.action],
    roles: entry.roles?.join(' ') ?? '',
    basis: entry.basis ?? (entry.actor === 'system' ? 'system' : 'own-link'),
    person_id: entry.person ?? null,
    ...(entry.token && { token_id: entry.token }),
  }
}

/** The purpose stands in the text of the subject (`research:review`), so that the chain protects it too. */
function subjectText({ kind, purpose }: Subject): string {
  return purpose === undefined ? kind : `${kind}:${purpose}`
}

/**
 * The statements that write lines as the next link of a chain, for the `with` of a larger one: `audit_link` and
 * `audit_lines`. Nothing is written when `per` has no row. The chain is that of the connection (of those with its number):
 * who writes at the same time on another one does not wait.
 */
export function linkAnd(records: readonly AuditRecord[], per?: RawBuilder<unknown>): RawBuilder<unknown> {
  const [first] = records
  if (first === undefined) throw new Error('A link has at least one line')
  const digest = digestOf(records)
  // What was shown goes in rows of its own.
  const lines = JSON.stringify(records.map(({ shown: _, ...line }) => line))
  return sql`audit_link as (
      insert into audit_head as head (workspace_id, lane, seq, hash)
      select ${first.workspace_id}::uuid, ${lane}, 1, sha256(${chainStartSql(lane)} || ${digest}::bytea)
      ${per === undefined ? sql`` : sql`from ${per}`}
      on conflict (workspace_id, lane) do update set seq = head.seq + 1, hash = sha256(head.hash || ${digest}::bytea)
      returning lane, seq, hash
    ), audit_lines as (
      insert into audit_event (workspace_id, id, at, actor, action, subject, subject_id, relation_id, kind, roles, basis,
        person_id, token_id, lane, seq, line, hash)
      select l.workspace_id, l.id, l.at, l.actor, l.action, l.subject, l.subject_id, l.relation_id, l.kind, l.roles, l.basis,
        l.person_id, l.token_id, link.lane, link.seq, l.line, link.hash
      from audit_link link, rows from (jsonb_to_recordset(${lines}::jsonb) as (workspace_id uuid, id uuid,
        at timestamptz, actor text, action text, subject text, subject_id uuid, relation_id uuid, kind text, roles text,
        basis text, person_id uuid, token_id uuid)) with ordinality as l (workspace_id, id, at, actor, action, subject, subject_id,
        relation_id, kind, roles, basis, person_id, token_id, line)
    )${sql.join(records.filter(({ shown = [] }) => shown.length > 0).map(shownAnd), sql``)}`
}

/** Beside a line that was written in the same statement: a row for each of what it showed. */
function shownAnd({ shown = [], ...line }: AuditRecord, at: number): RawBuilder<unknown> {
  return sql`, ${sql.ref(`audit_shown_${at}`)} as (
      insert into audit_shown (workspace_id, event_id, place, at, actor, action, basis, relation_id, person_id)
      select ${line.workspace_id}::uuid, ${line.id}::uuid, one.place, ${line.at}::timestamptz, ${line.actor}, ${line.action},
        ${line.basis}, case when one.what like 'r:%' then substr(one.what, 3)::uuid end,
        case when one.what like 'p:%' then substr(one.what, 3)::uuid end
      from audit_link, unnest(${shown}::text[]) with ordinality as one (what, place)
    )`
}

/** More than connections of one process, so that two of them seldom share a chain. */
const lanes = 64
const lane = sql`(pg_backend_pid() % ${lanes}::integer)`

/** Writes lines in the transaction of the deed itself: no record, no deed. */
export async function writeRecords(trx: Trx, records: readonly AuditRecord[]): Promise<void> {
  if (!trx.isTransaction) throw new Error('The record is written in the transaction of the deed')
  await sql`with ${linkAnd(records)} select`.execute(trx)
}

/** Writes one line. */
export async function record(trx: Trx, world: World, entry: AuditEntry): Promise<void> {
  await writeRecords(trx, [recordOf(world, entry)])
}

/** A member at work, as far as the record says it. */
export type Recorded = {
  workspace: { id: WorkspaceId }
  member: { id: MemberId; roles: readonly Role[]; relations: ReadonlyMap<RelationId, Basis> }
  changed: Set<RelationId>
  token?: ApiTokenId
}

type MemberDeed = {
  session: Recorded
  relation: RelationId
  action: AuditAction
  /** What it was done to, when that is not the relation itself. */
  subject?: string
  person?: PersonId
}

/** The line for what a member did in a relation; for a deed that is no reading, open screens will be told of it. */
export async function recordDeed(trx: Trx, world: World, deed: MemberDeed): Promise<void> {
  const { session, relation, action, subject, person } = deed
  await record(trx, world, {
    workspace: session.workspace.id,
    actor: session.member.id,
    roles: session.member.roles,
    basis: session.member.relations.get(relation) ?? 'takes-part',
    action,
    subject: { kind: action.split('.')[0] ?? 'relation', id: subject ?? relation },
    relation,
    token: session.token,
    ...(person && { person }),
  })
  if (auditKinds[action] !== 'R') session.changed.add(relation)
}

/** The line for what a member did outside any collaboration: looking over her own, or what belongs to her role. */
export async function recordOwn(
  trx: Trx,
  world: World,
  deed: {
    session: Pick<Recorded, 'workspace' | 'member' | 'token'>
    action: AuditAction
    subject?: Subject
    person?: PersonId
  },
): Promise<void> {
  const { member, workspace, token } = deed.session
  await record(trx, world, {
    workspace: workspace.id,
    actor: member.id,
    roles: member.roles,
    basis: 'role',
    action: deed.action,
    subject: deed.subject ?? { kind: 'member', id: member.id },
    relation: null,
    token,
    ...(deed.person && { person: deed.person }),
  })
}

/**
 * The line for what a member saw of many at once, with beside it each of her collaborations, or each person, of whom
 * something was shown, so that they can read that it was. However many they are, it is one line and one statement.
 */
export async function recordOver(trx: Trx, world: World, deed: WideDeed): Promise<void> {
  const { session, action } = deed
  const { id: actor, roles } = session.member
  const isHers = 'relations' in deed
  const line = recordOf(world, {
    ...{ workspace: session.workspace.id, actor, roles, action, relation: null, token: session.token },
    basis: isHers ? 'takes-part' : 'role',
    subject: deed.subject ?? { kind: 'member', id: actor },
  })
  const shown = isHers ? deed.relations.map((id) => `r:${id}`) : deed.persons.map((id) => `p:${id}`)
  // In the order of their identifiers: that in which they were shown is nobody's business.
  await writeRecords(trx, [{ ...line, shown: [...new Set(shown)].sort() }])
}

type WideDeed = {
  session: Pick<Recorded, 'workspace' | 'member' | 'token'>
  action: AuditAction
  subject?: Subject
} & ({ relations: readonly RelationId[] } | { persons: readonly PersonId[] })
