import { z } from 'zod'
import { exportPurpose } from '../access/access.contract.ts'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { takeawayId } from '../shared/ids.ts'
import { requiredText } from '../shared/text-input.ts'

const params = z.object({ takeaway: takeawayId })
const refusals = ['not-signed-in', 'not-allowed', 'not-found'] as const

/**
 * Where a file with everything of the organisation stands: an administrator asks, a privacy officer who is somebody else
 * agrees, the program makes it, and the privacy officer fetches it once.
 */
export const takeawayStates = ['asked', 'refused', 'making', 'failed', 'ready', 'fetched', 'gone'] as const

export const takeaway = z.object({
  id: takeawayId,
  state: z.enum(takeawayStates),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  /** The name of the file in the data folder, once it is there. */
  file: z.string().nullable(),
  rows: z.int().nullable(),
  madeAt: z.iso.datetime().nullable(),
  fetchedAt: z.iso.datetime().nullable(),
  /** Whether whoever looks may agree or refuse now: a privacy officer, and not who asked. */
  mayDecide: z.boolean(),
  mayFetch: z.boolean(),
})
export type Takeaway = z.infer<typeof takeaway>

export const takeaways = z.object({
  /** Newest first, at most 50. */
  takeaways: z.array(takeaway),
  mayAsk: z.boolean(),
  /** Whether there is a privacy officer beside who looks, without whom nothing goes out. */
  hasOfficer: z.boolean(),
})
export type Takeaways = z.infer<typeof takeaways>

export const takeawayEndpoints = {
  takeaways: {
    id: 'listTakeaways',
    method: 'GET',
    path: '/api/takeaways',
    summary: 'Files with everything of the organisation: asked for, made and fetched',
    response: takeaways,
    errors: ['not-signed-in', 'not-allowed'],
  },
  askTakeaway: {
    id: 'askTakeaway',
    method: 'POST',
    path: '/api/takeaways',
    summary: 'Ask for a file with everything of the organisation, as administrator',
    // The purpose is held against `mayExport` (enforceExport): nothing leaves for personnel or purchasing.
    body: z.strictObject({ id: takeawayId, purpose: exportPurpose, reason: requiredText(300) }),
    response: takeaway,
    errors: ['not-signed-in', 'not-allowed', 'invalid-input', 'purpose-refused', 'conflict'],
  },
  decideTakeaway: {
    id: 'decideTakeaway',
    method: 'POST',
    path: '/api/takeaways/:takeaway/decision',
    summary: 'Agree or refuse, as privacy officer, and not as who asked for it',
    params,
    body: z.strictObject({ agreed: z.boolean() }),
    response: takeaway,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  fetchTakeaway: {
    id: 'fetchTakeaway',
    method: 'POST',
    path: '/api/takeaways/:takeaway/fetch',
    summary: 'Fetch the file, once, as the privacy officer who agreed',
    params,
    response: done,
    files: ['application/zip'],
    errors: [...refusals, 'conflict'],
  },
} as const satisfies Record<string, Endpoint>
