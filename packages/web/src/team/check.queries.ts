import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { circleCheckEndpoints } from '@weerklank/core/team/circle-check.contract'
import { call, type Sent } from '../api/client.ts'
import { circleKeys } from './circle.queries.ts'

type Endpoints = typeof circleCheckEndpoints

const checksKey = (relation: string) => [...circleKeys.one(relation), 'checks'] as const

/** The checks of a circle; each look is recorded, so they are not fetched anew by themselves. */
export const checkListQuery = (relation: string) =>
  queryOptions({
    queryKey: [...checksKey(relation), 'list'],
    queryFn: () =>
      call<Endpoints['list']>('GET', '/api/relations/:relation/circle/checks', { params: { relation } }),
    refetchOnWindowFocus: false,
  })

export const checkQuery = (relation: string, check: string) =>
  queryOptions({
    queryKey: [...checksKey(relation), check],
    queryFn: () =>
      call<Endpoints['get']>('GET', '/api/relations/:relation/circle/checks/:check', {
        params: { relation, check },
      }),
    refetchOnWindowFocus: false,
  })

/** The id is made by the screen, so that a second press is the same check. */
export function useMakeCheck(relation: string) {
  return useCheckChange(relation, (body: Sent<Endpoints['make']>['body']) =>
    call<Endpoints['make']>('POST', '/api/relations/:relation/circle/checks', {
      params: { relation },
      body,
    }),
  )
}

type Which = { relation: string; check: string }

/** What is gone is not fetched anew: the page of the check is left. */
export function useWithdrawCheck({ relation, check }: Which) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () =>
      call<Endpoints['withdraw']>('DELETE', '/api/relations/:relation/circle/checks/:check', {
        params: { relation, check },
      }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: circleKeys.list })
      return queryClient.invalidateQueries({ queryKey: checkListQuery(relation).queryKey })
    },
  })
}

export function useAnswerCheck({ relation, check }: Which) {
  return useCheckChange(relation, (body: Sent<Endpoints['answer']>['body']) =>
    call<Endpoints['answer']>('PUT', '/api/relations/:relation/circle/checks/:check/answer', {
      params: { relation, check },
      body,
    }),
  )
}

export function useTakeBackCheck({ relation, check }: Which) {
  return useCheckChange(relation, () =>
    call<Endpoints['takeBack']>('DELETE', '/api/relations/:relation/circle/checks/:check/answer', {
      params: { relation, check },
    }),
  )
}

export function usePlanCheckTalk({ relation, check }: Which) {
  return useCheckChange(relation, (body: Sent<Endpoints['planTalk']>['body']) =>
    call<Endpoints['planTalk']>('PUT', '/api/relations/:relation/circle/checks/:check/talk', {
      params: { relation, check },
      body,
    }),
  )
}

function useCheckChange<Input>(relation: string, change: (input: Input) => Promise<unknown>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      // *Vandaag* tells what waits.
      void queryClient.invalidateQueries({ queryKey: circleKeys.list })
      return queryClient.invalidateQueries({ queryKey: checksKey(relation) })
    },
  })
}
