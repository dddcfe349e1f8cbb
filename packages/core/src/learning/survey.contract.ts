import { z } from 'zod'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { trajectoryEventId, trajectoryId } from '../shared/ids.ts'

/** Days that a survey stays open by itself. */
export const surveyDaysAtMost = 60

export const surveyStates = ['none', 'open', 'closed'] as const

/** The survey of one lecture that is open to all. While it is open nothing is told of it, not even how many answered. */
export const lectureSurvey = z.object({
  event: trajectoryEventId,
  title: z.string(),
  at: z.iso.datetime(),
  state: z.enum(surveyStates),
  /** The one link for everybody in the room; null when it is not open. */
  url: z.string().nullable(),
  closesAt: z.iso.datetime().nullable(),
})
export type LectureSurvey = z.infer<typeof lectureSurvey>

const params = z.object({ trajectory: trajectoryId, event: trajectoryEventId })
const errors = ['not-signed-in', 'not-allowed', 'not-found'] as const

export const surveyEndpoints = {
  listLectureSurveys: {
    id: 'listLectureSurveys',
    method: 'GET',
    path: '/api/trajectories/:trajectory/lecture-surveys',
    summary: 'The lectures of a trajectory that are open to all, with the link to the anonymous survey',
    params: params.pick({ trajectory: true }),
    response: z.object({ lectures: z.array(lectureSurvey) }),
    errors,
  },
  openLectureSurvey: {
    id: 'openLectureSurvey',
    method: 'PUT',
    path: '/api/trajectories/:trajectory/lecture-surveys/:event',
    summary: 'Open the anonymous survey of a lecture: one link for everybody in the room',
    params,
    body: z.strictObject({ days: z.int().min(1).max(surveyDaysAtMost) }),
    response: lectureSurvey,
    errors: [...errors, 'invalid-input', 'conflict'],
  },
  closeLectureSurvey: {
    id: 'closeLectureSurvey',
    method: 'DELETE',
    path: '/api/trajectories/:trajectory/lecture-surveys/:event',
    summary:
      'Close the survey of a lecture, for good: from then on its counts can be told, of five people or more',
    params,
    response: done,
    errors,
  },
} as const satisfies Record<string, Endpoint>
