import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { kioskEndpoints } from '@weerklank/core/access/kiosks.contract'
import { call } from '../api/client.ts'

export const kiosksQuery = queryOptions({
  queryKey: ['kiosks'],
  queryFn: () => call<typeof kioskEndpoints.kiosks>('GET', '/api/kiosks', {}),
})

/** Makes a kiosk; answers the link that sets a device up, which nobody can fetch again. */
export function useMakeKiosk() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (name: string) =>
      call<typeof kioskEndpoints.makeKiosk>('POST', '/api/kiosks', { body: { name } }),
    onSuccess: ({ kiosks }) => queryClient.setQueryData(kiosksQuery.queryKey, { kiosks }),
  })
}

export function useRevokeKiosk() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (kiosk: string) =>
      call<typeof kioskEndpoints.revokeKiosk>('DELETE', '/api/kiosks/:kiosk', { params: { kiosk } }),
    onSuccess: (kiosks) => queryClient.setQueryData(kiosksQuery.queryKey, kiosks),
  })
}
