import type { waysInEndpoints } from '@weerklank/core/feedback/ways-in.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'

const ofOpen = (story: Story) => ({ relation: story.relation.id, invitation: story.openInvitation })

type Id = (typeof waysInEndpoints)[keyof typeof waysInEndpoints]['id']

/** Ways to a question beside its link. */
export const waysInRequests: Readonly<Record<Id, GoodRequest>> = {
  getWaysIn: {
    reaches: 'relation',
    parts: (_, story) => ({ params: ofOpen(story) }),
    wrong: null,
    audit: null,
  },
  mailInvitation: {
    reaches: 'relation',
    parts: (_, story) => ({ params: ofOpen(story), body: { email: 'lina@post.example' } }),
    wrong: ['email', 'lina'],
    audit: 'invitation.mailed',
  },
  handOverInvitation: {
    reaches: 'relation',
    parts: (_, story) => ({ params: ofOpen(story) }),
    wrong: null,
    audit: 'invitation.handed-over',
  },
}
