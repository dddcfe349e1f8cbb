import { createHash } from 'node:crypto'
import type { AuditAction, AuditBasis, AuditKind } from '@weerklank/core/audit/audit'
import type { ApiTokenId, PersonId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type RawBuilder, sql } from 'kysely'

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
  kind: AuditKind
  roles: string
  basis: AuditBasis
  person_id: PersonId | null
  /** By which token of a program, where it was one. */
  token_id?: ApiTokenId
  /** Of a look at many at once: what it showed, each `r:<collaboration>` or `p:<person>`, in the order of its rows. */
  shown?: readonly string[]
}

/**
 * Lines written by one transaction make one link of a chain. A link's hash covers its lines and the hash of the link
 * before it, so that no line can be changed, added or taken out afterwards without every later hash being wrong.
 */

const startWords = 'weerklank audit lane '

/** The hash of a chain without links: each has its own, so that no link of one can stand in another. */
export function chainStart(lane: number): Buffer {
  return createHash('sha256').update(`${startWords}${lane}`).digest()
}

/** The same, computed by the database, which knows the lane of the connection. */
export function chainStartSql(lane: RawBuilder<unknown>): RawBuilder<Buffer> {
  return sql<Buffer>`sha256(convert_to(${startWords}::text || ${lane}, 'UTF8'))`
}

/** Every field of a line that the chain protects, in this order; a new field goes at the end. */
const fields = [
  'workspace_id',
  'id',
  'at',
  'actor',
  'action',
  'subject',
  'subject_id',
  'relation_id',
  'kind',
  'roles',
  'basis',
  'person_id',
] as const satisfies readonly (keyof AuditRecord)[]

/**
 * What a link's hash covers of each of its lines: its fields and, behind them, what it showed where that was several, and
 * by which token it was done where it was a program.
 */
export type Chained = Readonly<Record<(typeof fields)[number], string | null>> & {
  readonly shown?: readonly string[] | null
  readonly token_id?: string | null
}

/** SHA-256 over the lines of one link, in the order in which they were written. */
export function digestOf(lines: readonly Chained[]): Buffer {
  const text = JSON.stringify(
    lines.map(({ shown, token_id: token, ...line }) => [
      ...fields.map((field) => line[field]),
      ...(shown != null && shown.length > 0 ? [shown] : []),
      // A list and a text: neither can be taken for the other.
      ...(token == null ? [] : [token]),
    ]),
  )
  return createHash('sha256').update(text).digest()
}

/** The hash of the link that follows `before`; the database computes the same as `sha256(before || digest)`. */
export function linkHash(before: Buffer, digest: Buffer): Buffer {
  return createHash('sha256').update(before).update(digest).digest()
}

/** A line as it stands in the chain. */
export type ChainLine = Chained & {
  id: string
  at: Instant
  lane: number
  seq: string
  line: number
  hash: Buffer
}
export type Link = { lane: number; seq: number; lines: ChainLine[] }
