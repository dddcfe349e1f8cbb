import { z } from 'zod'
import { exportPurpose } from '../access/access.contract.ts'
import { roles } from '../access/access.ts'
import type { Endpoint } from '../shared/endpoint.ts'
import { memberId, personId, relationId } from '../shared/ids.ts'
import { auditGroups } from './audit.groups.ts'
import { auditBases } from './audit.ts'
import { nenRow } from './nen7513.ts'

/** A day that every calendar agrees on: where it begins in a time zone can be computed. */
const day = z.iso.date().refine((one) => one >= '1900' && one < '2200', 'out-of-range')
const kinds = ['C', 'R', 'U', 'D', 'E'] as const

/** Which lines; everything that is left out is no condition. Days are those of the workspace, both included. */
const filter = {
  from: day.optional(),
  until: day.optional(),
  actor: memberId.optional(),
  group: z.enum(auditGroups).optional(),
  kind: z.enum(kinds).optional(),
  basis: z.enum(auditBases).optional(),
  relation: relationId.optional(),
  person: personId.optional(),
}
const auditFilter = z.object(filter)
export type AuditFilter = z.output<typeof auditFilter>

/** Where the next page begins: after this line. */
const cursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .refine((one) => z.iso.datetime().safeParse(one.split('_')[0]).success && one >= '1900', 'out-of-range')

/** Who did it; a member by name, everybody else by identifier: a name of a client would be content. */
const actor = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('member'),
    id: z.string(),
    name: z.string().nullable(),
    organisation: z.string(),
  }),
  z.object({ kind: z.enum(['participant', 'person']), id: z.string() }),
  z.object({ kind: z.enum(['link', 'system', 'other']) }),
])

const auditLine = z.object({
  id: z.string(),
  at: z.string(),
  actor,
  roles: z.array(z.string()),
  action: z.string(),
  kind: z.enum(kinds).nullable(),
  basis: z.enum(auditBases).nullable(),
  /** What the member calls the token, where a program did it in her name. */
  byProgram: z.string().nullable(),
  /** In an emergency: what was given as the reason. */
  reason: z.string().nullable(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  /** For what data were taken out, or would have been. */
  purpose: z.string().nullable(),
  relation: z.string().nullable(),
  person: z.string().nullable(),
  /** Of a look at many at once: how many it showed, and the first of them. */
  shown: z
    .object({ count: z.int(), relations: z.array(z.string()), persons: z.array(z.string()) })
    .nullable(),
})
export type AuditLine = z.infer<typeof auditLine>

/** When the chains were last looked at, and whether they were whole. */
const lastCheck = z.object({ at: z.string(), whole: z.boolean() })

const auditPage = z.object({
  lines: z.array(auditLine),
  /** Give this as `after` for the page that follows; null on the last one. */
  next: z.string().nullable(),
  /** Everybody who has or had a place here, to choose from. */
  members: z.array(z.object({ id: memberId, name: z.string(), roles: z.array(z.enum(roles)) })),
  lastCheck: lastCheck.nullable(),
})
export type AuditPage = z.infer<typeof auditPage>

const auditCheck = z.object({
  at: z.string(),
  lines: z.int(),
  chains: z.int(),
  /** The first thing that is wrong; null when the chains are whole. */
  broken: z
    .object({
      kind: z.enum(['changed', 'missing', 'added', 'out-of-order', 'head', 'outside']),
      lane: z.int().nullable(),
      seq: z.int().nullable(),
      last: z.int().optional(),
      line: z.object({ id: z.string(), at: z.string() }).nullable(),
    })
    .nullable(),
})
export type AuditCheck = z.infer<typeof auditCheck>

const auditExport = z.object({
  source: z.string(),
  site: z.string(),
  exportedAt: z.string(),
  period: z.object({ from: z.string().nullable(), until: z.string().nullable() }),
  lines: z.array(nenRow),
})

export const auditEndpoints = {
  read: {
    id: 'getAudit',
    method: 'GET',
    path: '/api/audit',
    summary: 'The record of who did what, for the privacy officer, the latest first',
    query: z.object({ ...filter, after: cursor.optional() }),
    response: auditPage,
    errors: ['not-signed-in', 'not-allowed', 'invalid-input'],
  },
  export: {
    id: 'exportAudit',
    method: 'GET',
    path: '/api/audit/export',
    summary: 'The record as a file with the field names of NEN 7513, at most 20,000 lines',
    query: z.object({ ...filter, format: z.enum(['csv', 'json']), purpose: exportPurpose }),
    response: auditExport,
    files: ['text/csv', 'application/json'],
    errors: ['not-signed-in', 'not-allowed', 'invalid-input', 'purpose-refused'],
  },
  verify: {
    id: 'verifyAudit',
    method: 'POST',
    path: '/api/audit/verify',
    summary: 'Look at every link of the chains: whether anybody changed the record',
    response: auditCheck,
    errors: ['not-signed-in', 'not-allowed'],
  },
} as const satisfies Record<string, Endpoint>
