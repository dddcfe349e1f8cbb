import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Between, nudgeEndpoints } from '@weerklank/core/learning/nudge.contract'
import { call, type Sent } from '../api/client.ts'
import { trajectoryKeys } from './trajectory.queries.ts'

type Endpoints = typeof nudgeEndpoints

/** What comes between the meetings, for those who lead. */
export const betweenQuery = (trajectory: string) =>
  queryOptions({
    queryKey: [...trajectoryKeys.one(trajectory), 'between'],
    queryFn: () =>
      call<Endpoints['getBetween']>('GET', '/api/trajectories/:trajectory/between', {
        params: { trajectory },
      }),
  })

export const useBeginNudges = (trajectory: string) =>
  useChange(trajectory, () =>
    call<Endpoints['beginNudges']>('POST', '/api/trajectories/:trajectory/standard-nudges', {
      params: { trajectory },
      body: {},
    }),
  )

export const useAddNudge = (trajectory: string) =>
  useChange(trajectory, (body: Sent<Endpoints['addNudge']>['body']) =>
    call<Endpoints['addNudge']>('POST', '/api/trajectories/:trajectory/nudges', {
      params: { trajectory },
      body,
    }),
  )

export const useChangeNudge = (trajectory: string, nudge: string) =>
  useChange(trajectory, (body: Sent<Endpoints['changeNudge']>['body']) =>
    call<Endpoints['changeNudge']>('PUT', '/api/trajectories/:trajectory/nudges/:nudge', {
      params: { trajectory, nudge },
      body,
    }),
  )

export const useLookAtMeasure = (trajectory: string) =>
  useChange(trajectory, (body: Sent<Endpoints['lookAtMeasure']>['body']) =>
    call<Endpoints['lookAtMeasure']>('POST', '/api/trajectories/:trajectory/measures', {
      params: { trajectory },
      body,
    }),
  )

export const useDecideMeasure = (trajectory: string, measure: string) =>
  useChange(trajectory, (body: Sent<Endpoints['decideMeasure']>['body']) =>
    call<Endpoints['decideMeasure']>('POST', '/api/trajectories/:trajectory/measures/:measure/decision', {
      params: { trajectory, measure },
      body,
    }),
  )

export const useWriteWorkFact = (trajectory: string, learner: string) =>
  useChange(trajectory, (body: Sent<Endpoints['writeWorkFact']>['body']) =>
    call<Endpoints['writeWorkFact']>('PUT', '/api/trajectories/:trajectory/learners/:learner/work', {
      params: { trajectory, learner },
      body,
    }),
  )

/** Each change answers with how it is now. */
function useChange<Input>(trajectory: string, change: (input: Input) => Promise<Between>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (now) => queryClient.setQueryData(betweenQuery(trajectory).queryKey, now),
  })
}
