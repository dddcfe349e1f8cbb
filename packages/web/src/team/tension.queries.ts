import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { TensionRegister, tensionEndpoints } from '@weerklank/core/team/tension.contract'
import { call, type Sent } from '../api/client.ts'
import { circleKeys } from './circle.queries.ts'

type Endpoints = typeof tensionEndpoints

/** The tensions of one team or network. */
export const tensionsQuery = (relation: string) =>
  queryOptions({
    queryKey: [...circleKeys.one(relation), 'tensions'],
    queryFn: () =>
      call<Endpoints['listTensions']>('GET', '/api/relations/:relation/circle/tensions', {
        params: { relation },
      }),
    refetchOnWindowFocus: false,
  })

export const useAddTension = (relation: string) =>
  useTensionChange(relation, (body: Sent<Endpoints['addTension']>['body']) =>
    call<Endpoints['addTension']>('POST', '/api/relations/:relation/circle/tensions', {
      params: { relation },
      body,
    }),
  )

type AtTension = { relation: string; tension: string }

export const useChangeTension = ({ relation, tension }: AtTension) =>
  useTensionChange(relation, (body: Sent<Endpoints['changeTension']>['body']) =>
    call<Endpoints['changeTension']>('PUT', '/api/relations/:relation/circle/tensions/:tension', {
      params: { relation, tension },
      body,
    }),
  )

export const useRestTension = ({ relation, tension }: AtTension) =>
  useTensionChange(relation, (body: Sent<Endpoints['restTension']>['body']) =>
    call<Endpoints['restTension']>('PUT', '/api/relations/:relation/circle/tensions/:tension/resting', {
      params: { relation, tension },
      body,
    }),
  )

export const useLookAtTension = ({ relation, tension }: AtTension) =>
  useTensionChange(relation, (body: Sent<Endpoints['lookAtTension']>['body']) =>
    call<Endpoints['lookAtTension']>('PUT', '/api/relations/:relation/circle/tensions/:tension/look', {
      params: { relation, tension },
      body,
    }),
  )

export const useTakeBackLooks = ({ relation, tension }: AtTension) =>
  useTensionChange(relation, (_: null) =>
    call<Endpoints['takeBackLooks']>('DELETE', '/api/relations/:relation/circle/tensions/:tension/look', {
      params: { relation, tension },
    }),
  )

/** Each change answers with the register as it is now. */
function useTensionChange<Input>(relation: string, change: (input: Input) => Promise<TensionRegister>) {
  const queryClient = useQueryClient()
  const { queryKey } = tensionsQuery(relation)
  return useMutation({
    mutationFn: change,
    onSuccess: (now) => queryClient.setQueryData(queryKey, now),
    onError: () => queryClient.invalidateQueries({ queryKey }),
  })
}
