import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { trajectoryId } from '../shared/ids.ts'
import { bilingual } from '../shared/spoken.schema.ts'
import { monitorShape } from './monitor.shape.ts'
import { trajectoryParams } from './trajectory.contract.ts'
import { trajectoryStatuses } from './trajectory.ts'

const monitorPage = z.object({
  trajectory: z.object({ id: trajectoryId, title: z.string(), status: z.enum(trajectoryStatuses) }),
  monitor: monitorShape,
  /** What the codes of barriers and resources in it are called. */
  codes: z.record(z.string(), bilingual),
  /** Words of learners are in it: the reader leads nothing here, so that no number has a name for her. */
  showsWords: z.boolean(),
})
export type MonitorPage = z.infer<typeof monitorPage>

export const monitorEndpoints = {
  trajectoryMonitor: {
    id: 'trajectoryMonitor',
    method: 'GET',
    path: '/api/trajectories/:trajectory/monitor',
    summary:
      'The monitor of a trajectory: what came in, by the register, and counts of what people consented to, under numbers. Words only for who leads nothing here.',
    params: trajectoryParams,
    response: monitorPage,
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
} as const satisfies Record<string, Endpoint>
