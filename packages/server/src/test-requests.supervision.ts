/** One good request per endpoint about sharing a collaboration for supervision. */
import type { supervisionShareEndpoints } from '@weerklank/core/feedback/supervision.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'

type EndpointId = (typeof supervisionShareEndpoints)[keyof typeof supervisionShareEndpoints]['id']

const inRelation = (story: Story) => ({ relation: story.relation.id })

export const supervisionRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  listRelationSupervision: {
    reaches: 'relation',
    parts: (_, story) => ({ params: inRelation(story) }),
    wrong: null,
    audit: 'supervision.listed',
  },
  shareForSupervision: {
    reaches: 'relation',
    parts: (app, story) => ({
      params: inRelation(story),
      body: {
        ...{ id: app.world.newId(), supervisor: story.supervisor.member, days: 14 },
        question: 'Hoe vraag ik hier beter door?',
      },
    }),
    wrong: ['days', 3],
    audit: 'supervision.shared',
  },
  stopSupervision: {
    reaches: 'relation',
    parts: (_, story) => ({ params: { ...inRelation(story), share: story.supervision } }),
    wrong: null,
    audit: 'supervision.ended',
  },
}
