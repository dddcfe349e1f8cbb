import { queryOptions } from '@tanstack/react-query'
import type { monitorEndpoints } from '@weerklank/core/learning/monitor.contract'
import { call } from '../api/client.ts'
import { trajectoryKeys } from './trajectory.queries.ts'

type Endpoints = typeof monitorEndpoints

/** The monitor as it is now: a withdrawal changes it at once. */
export const monitorQuery = (trajectory: string) =>
  queryOptions({
    queryKey: [...trajectoryKeys.one(trajectory), 'monitor'],
    queryFn: () =>
      call<Endpoints['trajectoryMonitor']>('GET', '/api/trajectories/:trajectory/monitor', {
        params: { trajectory },
      }),
  })
