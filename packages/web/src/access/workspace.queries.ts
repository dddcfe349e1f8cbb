import { queryOptions, useMutation } from '@tanstack/react-query'
import type { workspacesEndpoints } from '@weerklank/core/access/workspaces.contract'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'

/** Where the member herself has places. */
export const placesQuery = queryOptions({
  queryKey: keys.places,
  queryFn: () => call<typeof workspacesEndpoints.places>('GET', '/api/me/workspaces', {}),
  staleTime: 5 * 60_000,
})

/** Works in another workspace from now on: nothing of this one may stay on the screen. */
export function useChoosePlace() {
  return useMutation({
    mutationFn: (workspace: string) =>
      call<typeof workspacesEndpoints.choosePlace>('PUT', '/api/me/workspace', { body: { workspace } }),
    onSuccess: () => window.location.assign('/'),
  })
}
