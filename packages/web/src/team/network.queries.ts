import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { networkEndpoints } from '@weerklank/core/team/network.contract'
import { call, type Sent } from '../api/client.ts'
import { circleKeys } from './circle.queries.ts'

type Endpoints = typeof networkEndpoints

export const networkRoot = '/api/relations/:relation/circle/network'
const keys = {
  all: (relation: string) => [...circleKeys.one(relation), 'network'] as const,
}

export const networkListQuery = (relation: string) =>
  queryOptions({
    queryKey: [...keys.all(relation), 'list'],
    queryFn: () => call<Endpoints['listNetwork']>('GET', networkRoot, { params: { relation } }),
    refetchOnWindowFocus: false,
  })

export type NetworkAsked = { relation: string; wave: string; since: string | null }

/** One moment; each look is recorded, so it is not fetched anew by itself. */
export const networkQuery = ({ relation, wave, since }: NetworkAsked) =>
  queryOptions({
    queryKey: [...keys.all(relation), wave, since],
    queryFn: () =>
      call<Endpoints['getNetwork']>('GET', `${networkRoot}/:wave`, {
        params: { relation, wave },
        query: since === null ? {} : { since },
      }),
    refetchOnWindowFocus: false,
  })

export const useBeginNetwork = (relation: string) =>
  useNetworkChange(relation, (body: Sent<Endpoints['beginNetwork']>['body']) =>
    call<Endpoints['beginNetwork']>('POST', networkRoot, { params: { relation }, body }),
  )

export const usePlanNetworkTalk = ({ relation, wave }: Omit<NetworkAsked, 'since'>) =>
  useNetworkChange(relation, (body: Sent<Endpoints['planNetworkTalk']>['body']) =>
    call<Endpoints['planNetworkTalk']>('PUT', `${networkRoot}/:wave/talk`, {
      params: { relation, wave },
      body,
    }),
  )

export const useRemoveNetwork = (relation: string) =>
  useNetworkChange(relation, (wave: string) =>
    call<Endpoints['removeNetwork']>('DELETE', `${networkRoot}/:wave`, { params: { relation, wave } }),
  )

export const useTellNetwork = ({ relation, wave }: Omit<NetworkAsked, 'since'>) =>
  useNetworkChange(relation, (body: Sent<Endpoints['tellNetwork']>['body']) =>
    call<Endpoints['tellNetwork']>('PUT', `${networkRoot}/:wave/ties`, { params: { relation, wave }, body }),
  )

export const useUntellNetwork = ({ relation, wave }: Omit<NetworkAsked, 'since'>) =>
  useNetworkChange(relation, () =>
    call<Endpoints['untellNetwork']>('DELETE', `${networkRoot}/:wave/ties`, { params: { relation, wave } }),
  )

/** After each change everything about the map is fetched anew. */
function useNetworkChange<Input, Output>(relation: string, change: (input: Input) => Promise<Output>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.all(relation) }),
  })
}
