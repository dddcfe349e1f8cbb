import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { momentEndpoints } from '@weerklank/core/learning/moment.contract'
import { call, type Sent } from '../api/client.ts'
import { trajectoryKeys } from './trajectory.queries.ts'

type Endpoints = typeof momentEndpoints
type Typed = Sent<Endpoints['typeOverMoment']>

/** What hinders and what helps, to pick from. */
export const mentionCodesQuery = (trajectory: string) =>
  queryOptions({
    queryKey: [...trajectoryKeys.one(trajectory), 'mention-codes'],
    queryFn: () =>
      call<Endpoints['listMentionCodes']>('GET', '/api/trajectories/:trajectory/mention-codes', {
        params: { trajectory },
      }),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** What came in stands in the register, in the monitor and in the counts. */
export function useTypeOver(trajectory: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ learner, moment, body }: { learner: string; moment: string; body: Typed['body'] }) =>
      call<Endpoints['typeOverMoment']>(
        'POST',
        '/api/trajectories/:trajectory/learners/:learner/moments/:moment',
        { params: { trajectory, learner, moment }, body },
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: trajectoryKeys.one(trajectory) }),
  })
}

/** The trajectories in which one takes part oneself. */
export const myPlacesQuery = queryOptions({
  queryKey: ['my-trajectories'],
  queryFn: () => call<Endpoints['listMyPlaces']>('GET', '/api/my-trajectories', {}),
})

/** A fresh link to one's own pages as a learner. */
export const useOpenMyPages = () =>
  useMutation({
    mutationFn: (trajectory: string) =>
      call<Endpoints['openMyPages']>('POST', '/api/my-trajectories/:trajectory/pages', {
        params: { trajectory },
      }),
  })
