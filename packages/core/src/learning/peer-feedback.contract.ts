import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { portfolioShareId } from '../shared/ids.ts'
import { trajectoryParams } from './trajectory.contract.ts'

const answer = z.object({ question: z.string(), answer: z.string() })

const sharedFeedback = z.object({
  id: portfolioShareId,
  /** Who asked, and who wrote. */
  about: z.string(),
  from: z.string(),
  at: z.iso.datetime(),
  answers: z.array(answer),
  /** What the learner wrote of herself, where both did. */
  own: z.array(answer),
})
export type SharedFeedback = z.infer<typeof sharedFeedback>

export const peerFeedbackEndpoints = {
  listSharedFeedback: {
    id: 'listSharedFeedback',
    method: 'GET',
    path: '/api/trajectories/:trajectory/feedback',
    summary:
      'What others wrote to learners who chose, before it was written, that those who lead may read it. Nothing else of a portfolio.',
    params: trajectoryParams,
    response: z.object({ feedback: z.array(sharedFeedback) }),
    errors: ['not-signed-in', 'not-allowed', 'not-found'],
  },
} as const satisfies Record<string, Endpoint>
