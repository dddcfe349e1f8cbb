import { createHash } from 'node:crypto'
import type { AuditRecord } from './audit.ts'

/**
 * Lines written by one transaction make one link of a chain. A link's hash covers its lines and the hash of the link
 * before it, so that no line can be changed, added or taken out afterwards without every later hash being wrong.
 */

/** The hash of a chain without links. */
export const chainStart = Buffer.alloc(32)

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

/** SHA-256 over the lines of one link, in the order in which they were written. */
export function digestOf(lines: readonly Pick<AuditRecord, (typeof fields)[number]>[]): Buffer {
  const text = JSON.stringify(lines.map((line) => fields.map((field) => line[field])))
  return createHash('sha256').update(text).digest()
}

/** The hash of the link that follows `before`; the database computes the same as `sha256(before || digest)`. */
export function linkHash(before: Buffer, digest: Buffer): Buffer {
  return createHash('sha256').update(before).update(digest).digest()
}
