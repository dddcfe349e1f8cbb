/** One good request per endpoint about what learners let others read of their portfolios. */
import type { peerFeedbackEndpoints } from '@weerklank/core/learning/peer-feedback.contract'
import type { GoodRequest } from './test-requests.types.ts'

type EndpointId = (typeof peerFeedbackEndpoints)[keyof typeof peerFeedbackEndpoints]['id']

export const portfolioRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  listSharedFeedback: {
    ...{ reaches: 'trajectory', audit: 'portfolio.feedback-shown', wrong: null },
    parts: (_, story) => ({ params: { trajectory: story.learning.trajectory } }),
  },
}
