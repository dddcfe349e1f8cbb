import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { relationId } from '../shared/ids.ts'
import { requiredText, text } from '../shared/text-input.ts'
import { emergencyReason } from './emergency.ts'

/** Identifier of one access in an emergency, made by the sender. */
const emergencyId = z.uuid().toLowerCase()

/** Someone who looked in without taking part, as the team sees it. */
export const emergencyAccess = z.object({
  id: emergencyId,
  /** Empty where the reader may not see the list of colleagues. */
  name: z.string(),
  reason: z.string(),
  at: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  own: z.boolean(),
  open: z.boolean(),
})
export type EmergencyAccess = z.infer<typeof emergencyAccess>

const params = z.object({ relation: relationId })
const list = z.object({ accesses: z.array(emergencyAccess) })

export const emergencyEndpoints = {
  openEmergency: {
    id: 'openEmergency',
    method: 'POST',
    path: '/api/emergency',
    summary:
      'Look in a collaboration in which one takes no part, because it cannot wait. Always seen by its people.',
    body: z.strictObject({
      id: emergencyId,
      /** The exact name of the collaboration; capitals do not matter. */
      title: requiredText(120),
      reason: text(emergencyReason.most).min(emergencyReason.least),
    }),
    response: z.object({
      /** `none` as well for one that does not exist as for a name that is not exact. */
      outcome: z.enum(['opened', 'none', 'several']),
      relation: relationId.nullable(),
      endsAt: z.iso.datetime().nullable(),
    }),
    errors: ['not-signed-in', 'not-allowed', 'invalid-input', 'conflict', 'too-many'],
  },
  emergencies: {
    id: 'listEmergencies',
    method: 'GET',
    path: '/api/relations/:relation/emergency',
    summary: 'Who looked in without taking part, in the last month, and why',
    params,
    response: list,
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
  endEmergency: {
    id: 'endEmergency',
    method: 'DELETE',
    path: '/api/relations/:relation/emergency',
    summary: 'End one’s own access in an emergency, before it ends by itself',
    params,
    response: list,
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
} as const satisfies Record<string, Endpoint>
