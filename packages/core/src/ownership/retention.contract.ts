import { z } from 'zod'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { retentionKinds } from './retention.ts'

const kind = z.enum(retentionKinds)
const refusals = ['not-signed-in', 'not-allowed'] as const

/** How long one kind is kept here, and what goes soon. The words of each kind stand in retention.ts. */
export const retentionTerm = z.object({
  kind,
  days: z.int(),
  /** Whether the workspace chose this itself; otherwise it is what we propose. */
  isChosen: z.boolean(),
  /** How many will go within thirty days, as the last look counted them; null when nobody looked yet. */
  soon: z.int().nonnegative().nullable(),
})
export type RetentionTerm = z.infer<typeof retentionTerm>

/** What went, when: numbers only. */
export const retentionReceipt = z.object({
  at: z.iso.datetime(),
  kind,
  removed: z.int().positive(),
})
export type RetentionReceipt = z.infer<typeof retentionReceipt>

export const retention = z.object({
  /** In the order of `retentionKinds`. */
  terms: z.array(retentionTerm),
  lookedAt: z.iso.datetime().nullable(),
  /** A look was asked for and is still to be done. */
  isLooking: z.boolean(),
  /** Newest first, at most 200. */
  receipts: z.array(retentionReceipt),
  mayChange: z.boolean(),
})
export type Retention = z.infer<typeof retention>

export const retentionEndpoints = {
  retention: {
    id: 'getRetention',
    method: 'GET',
    path: '/api/retention',
    summary: 'How long what is kept, what goes soon and what went: for administrator and privacy officer',
    response: retention,
    errors: [...refusals],
  },
  changeRetention: {
    id: 'changeRetention',
    method: 'PUT',
    path: '/api/retention',
    summary: 'Keep one kind of record longer or shorter; null is as proposed. Within the limits of its kind.',
    body: z.strictObject({ kind, days: z.int().min(0).max(36_525).nullable() }),
    response: retention,
    errors: [...refusals, 'invalid-input'],
  },
  lookAhead: {
    id: 'lookAheadRetention',
    method: 'POST',
    path: '/api/retention/preview',
    summary: 'Ask to count now what will go within thirty days. Nothing is removed by it.',
    response: done,
    errors: [...refusals],
  },
} as const satisfies Record<string, Endpoint>
