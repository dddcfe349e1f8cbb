import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { workspaceId } from '../shared/ids.ts'

/** Where someone has a place, of herself or as a guest; the one she works in now is `current`. */
const places = z.object({
  places: z.array(
    z.object({ workspace: workspaceId, name: z.string(), asGuest: z.boolean(), current: z.boolean() }),
  ),
})
export type Places = z.infer<typeof places>

export const workspacesEndpoints = {
  places: {
    id: 'listPlaces',
    method: 'GET',
    path: '/api/me/workspaces',
    summary: 'The workspaces in which one has a place',
    response: places,
    errors: ['not-signed-in', 'not-allowed'],
  },
  choosePlace: {
    id: 'choosePlace',
    method: 'PUT',
    path: '/api/me/workspace',
    summary: 'Work in another workspace from now on',
    body: z.strictObject({ workspace: workspaceId }),
    response: places,
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input'],
  },
} as const satisfies Record<string, Endpoint>
