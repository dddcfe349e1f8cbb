/** One good request per endpoint about one's own caseload, and what one recognises in oneself. */
import type { caseloadEndpoints } from '@weerklank/core/feedback/caseload.contract'
import type { challengeEndpoints } from '@weerklank/core/feedback/challenge.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'

type Endpoints = typeof caseloadEndpoints & typeof challengeEndpoints
type EndpointId = Endpoints[keyof Endpoints]['id']

const inRelation = (story: Story) => ({ relation: story.relation.id })
const ofChallenge = (story: Story) => ({ ...inRelation(story), challenge: story.challenge })

export const caseloadRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  getCaseload: {
    reaches: 'overview',
    parts: () => ({ query: { from: '0' } }),
    wrong: ['from', '-1'],
    audit: 'relation.listed',
  },
  getCoverage: { reaches: 'overview', parts: () => ({}), wrong: null, audit: 'relation.listed' },
  listChallenges: {
    reaches: 'relation',
    parts: (_, story) => ({ params: inRelation(story) }),
    wrong: null,
    audit: 'own-challenge.read',
    isPrivate: true,
  },
  tagChallenge: {
    reaches: 'relation',
    parts: (app, story) => ({
      params: inRelation(story),
      body: { id: app.world.newId(), challenge: 'postponing' },
    }),
    wrong: ['challenge', 'lazy'],
    audit: 'own-challenge.tagged',
    isPrivate: true,
  },
  closeChallenge: {
    reaches: 'relation',
    parts: (_, story) => ({ params: ofChallenge(story), body: { outcome: 'discussed' } }),
    wrong: ['outcome', 'not-now'],
    audit: 'own-challenge.closed',
    isPrivate: true,
  },
  removeChallenge: {
    reaches: 'relation',
    parts: (_, story) => ({ params: ofChallenge(story) }),
    wrong: null,
    audit: 'own-challenge.removed',
    isPrivate: true,
  },
}
