import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Retention, retentionEndpoints } from '@weerklank/core/ownership/retention.contract'
import { call, type Sent } from '../api/client.ts'

type Endpoints = typeof retentionEndpoints
const key = ['retention']

/** While a look is asked for it is asked again now and then, so that the numbers come by themselves. */
export const retentionQuery = queryOptions({
  queryKey: key,
  queryFn: () => call<Endpoints['retention']>('GET', '/api/retention', {}),
  refetchInterval: (query) => ((query.state.data as Retention | undefined)?.isLooking ? 5_000 : false),
})

export function useChangeTerm() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Sent<Endpoints['changeRetention']>['body']) =>
      call<Endpoints['changeRetention']>('PUT', '/api/retention', { body }),
    onSuccess: (retention) => queryClient.setQueryData(key, retention),
  })
}

export function useLookAhead() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => call<Endpoints['lookAhead']>('POST', '/api/retention/preview', {}),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key }),
  })
}
