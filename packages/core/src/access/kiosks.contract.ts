import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { kioskId } from '../shared/ids.ts'
import { requiredText } from '../shared/text-input.ts'

const kiosk = z.object({
  id: kioskId,
  name: z.string(),
  createdAt: z.string(),
  /** Null until the device is set up. */
  setUpAt: z.string().nullable(),
  /** By day, and no nearer. */
  lastUsedOn: z.string().nullable(),
})
export type Kiosk = z.infer<typeof kiosk>

const kiosks = z.object({ kiosks: z.array(kiosk) })
const errors = ['not-signed-in', 'not-allowed'] as const

/** Devices in a hall, for the administrator. They reach no content. */
export const kioskEndpoints = {
  kiosks: {
    id: 'listKiosks',
    method: 'GET',
    path: '/api/kiosks',
    summary: 'The kiosks of the workspace, for the administrator. Never a secret',
    response: kiosks,
    errors,
  },
  makeKiosk: {
    id: 'makeKiosk',
    method: 'POST',
    path: '/api/kiosks',
    summary: 'Make a kiosk: the link that sets a device up, told once, for a day',
    body: z.strictObject({ name: requiredText(80) }),
    response: kiosks.extend({ url: z.string() }),
    errors: [...errors, 'invalid-input'],
  },
  revokeKiosk: {
    id: 'revokeKiosk',
    method: 'DELETE',
    path: '/api/kiosks/:kiosk',
    summary: 'End a kiosk: its device opens nothing any more',
    params: z.object({ kiosk: kioskId }),
    response: kiosks,
    errors: [...errors, 'not-found'],
  },
} as const satisfies Record<string, Endpoint>
