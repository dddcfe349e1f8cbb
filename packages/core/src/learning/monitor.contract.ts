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
  /**
   * Of whom there are words in it, and from which number one reads on. Null for who leads: she knows the names beside the numbers.
   */
  words: z.object({ people: z.array(z.int()), next: z.int().nullable() }).nullable(),
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
    query: z.object({
      /** From which number on words are read. */
      from: z.coerce.number().int().min(1).max(1_000_000).optional(),
    }),
    response: monitorPage,
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
} as const satisfies Record<string, Endpoint>
