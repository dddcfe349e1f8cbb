import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { monitorEndpoints } from '@weerklank/core/learning/monitor.contract'
import { call } from '../api/client.ts'
import { trajectoryKeys } from './trajectory.queries.ts'

type Endpoints = typeof monitorEndpoints

/** The monitor as it is now: a withdrawal changes it at once. Words are read from a number on, some people at a time. */
export const monitorQuery = (trajectory: string, from: number) =>
  queryOptions({
    queryKey: [...trajectoryKeys.one(trajectory), 'monitor', from],
    queryFn: () =>
      call<Endpoints['trajectoryMonitor']>('GET', '/api/trajectories/:trajectory/monitor', {
        params: { trajectory },
        query: { from },
      }),
    placeholderData: keepPreviousData,
  })
