/** One good request for the monitor of a trajectory. */
import type { monitorEndpoints } from '@weerklank/core/learning/monitor.contract'
import type { GoodRequest } from './test-requests.types.ts'

type EndpointId = (typeof monitorEndpoints)[keyof typeof monitorEndpoints]['id']

export const monitorRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  trajectoryMonitor: {
    reaches: 'trajectory',
    parts: (_, { learning }) => ({ params: { trajectory: learning.trajectory } }),
    wrong: null,
    audit: 'trajectory.monitor-read',
  },
}
