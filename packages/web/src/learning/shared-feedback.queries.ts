import { queryOptions } from '@tanstack/react-query'
import type { peerFeedbackEndpoints } from '@weerklank/core/learning/peer-feedback.contract'
import { call } from '../api/client.ts'
import { trajectoryKeys } from './trajectory.queries.ts'

type Endpoints = typeof peerFeedbackEndpoints

/** What learners let those who lead read of what others wrote to them. */
export const sharedFeedbackQuery = (trajectory: string) =>
  queryOptions({
    queryKey: [...trajectoryKeys.one(trajectory), 'feedback'],
    queryFn: () =>
      call<Endpoints['listSharedFeedback']>('GET', '/api/trajectories/:trajectory/feedback', {
        params: { trajectory },
      }),
  })
