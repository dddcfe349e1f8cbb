import type { planEndpoints } from '@weerklank/core/feedback/plan.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'

const inRelation = (story: Story) => ({ relation: story.relation.id })

type Id = (typeof planEndpoints)[keyof typeof planEndpoints]['id']

/** Asking someone now and then by itself. */
export const planRequests: Readonly<Record<Id, GoodRequest>> = {
  getCheckPlans: {
    reaches: 'relation',
    parts: (_, story) => ({ params: inRelation(story) }),
    wrong: null,
    audit: 'plan.read',
  },
  saveCheckPlan: {
    reaches: 'relation',
    parts: (_, story) => ({
      params: { ...inRelation(story), participant: story.lina.id },
      body: { rhythm: 'weeks', everyWeeks: 2, weekends: false, email: 'lina@post.example' },
    }),
    wrong: ['everyWeeks', 0],
    audit: 'plan.changed',
  },
}
