import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { meetingId, relationId } from '../shared/ids.ts'

/** Key of the format by which a circle looks back in five minutes. */
export const debriefFormat = 'debrief'

export const debriefEndpoints = {
  beginDebrief: {
    id: 'beginDebrief',
    method: 'POST',
    path: '/api/relations/:relation/circle/debrief',
    summary: 'Begin a debrief of five minutes now, with everybody of the team or network at the table',
    params: z.object({ relation: relationId }),
    body: z.strictObject({ id: meetingId }),
    response: z.object({ meeting: meetingId }),
    errors: ['not-signed-in', 'not-allowed', 'not-found', 'invalid-input', 'conflict'],
  },
} as const satisfies Record<string, Endpoint>
