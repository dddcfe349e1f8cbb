import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type {
  supervisionEndpoints,
  supervisionShareEndpoints,
} from '@weerklank/core/feedback/supervision.contract'
import { call, type Sent } from '../api/client.ts'
import { keys } from '../api/keys.ts'

type Own = typeof supervisionEndpoints
type Shares = typeof supervisionShareEndpoints

/** What colleagues share with me. */
export const sharedWithMeQuery = queryOptions({
  queryKey: ['supervision'],
  queryFn: () => call<Own['supervisedCases']>('GET', '/api/supervision', {}),
})

/** Asked again each minute: it may end while it stands on the screen. */
export function supervisedCaseQuery(share: string) {
  return queryOptions({
    queryKey: ['supervision', share],
    queryFn: () => call<Own['supervisedCase']>('GET', '/api/supervision/:share', { params: { share } }),
    refetchInterval: 60_000,
    gcTime: 0,
  })
}

export function useGiveBack(share: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => call<Own['giveBack']>('POST', '/api/supervision/:share/ended', { params: { share } }),
    onSuccess: (data) => queryClient.setQueryData(sharedWithMeQuery.queryKey, data),
  })
}

/** With whom a collaboration is shared, and whom one may ask. */
export function sharesQuery(relation: string) {
  return queryOptions({
    queryKey: [...keys.relation(relation), 'supervision'],
    queryFn: () =>
      call<Shares['shares']>('GET', '/api/relations/:relation/supervision', { params: { relation } }),
  })
}

function useSharesChange<Input>(
  relation: string,
  change: (input: Input) => ReturnType<typeof call<Shares['shares']>>,
) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (data) => queryClient.setQueryData(sharesQuery(relation).queryKey, data),
  })
}

export function useShare(relation: string) {
  return useSharesChange(relation, (body: Sent<Shares['share']>['body']) =>
    call<Shares['share']>('POST', '/api/relations/:relation/supervision', { params: { relation }, body }),
  )
}

export function useStopSharing(relation: string) {
  return useSharesChange(relation, (share: string) =>
    call<Shares['stopSharing']>('POST', '/api/relations/:relation/supervision/:share/ended', {
      params: { relation, share },
    }),
  )
}
