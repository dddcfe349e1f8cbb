/** One good request per endpoint about strain and its repair. */
import type { ruptureEndpoints } from '@weerklank/core/feedback/rupture.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'

type EndpointId = (typeof ruptureEndpoints)[keyof typeof ruptureEndpoints]['id']

const inRelation = (story: Story) => ({ relation: story.relation.id })
const ofStrain = (story: Story) => ({ ...inRelation(story), rupture: story.rupture })

export const strainRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  getReflectionTexts: { reaches: 'self', parts: () => ({}), wrong: null, audit: null },
  listRuptures: {
    reaches: 'relation',
    parts: (_, story) => ({ params: inRelation(story) }),
    wrong: null,
    audit: 'rupture.read',
  },
  listRuptureReviews: { reaches: 'overview', parts: () => ({}), wrong: null, audit: 'today.read' },
  noticeRupture: {
    reaches: 'relation',
    parts: (app, story) => ({
      params: inRelation(story),
      body: {
        ...{ id: app.world.newId(), participant: story.lina.id, kind: 'confrontation', markers: ['C5'] },
        ...{ salience: null, text: 'Lina zei dat het niet helpt.', shared: true, signals: [] },
      },
    }),
    wrong: ['kind', 'silence'],
    audit: 'rupture.noticed',
  },
  changeRupture: {
    reaches: 'relation',
    parts: (_, story) => ({
      params: ofStrain(story),
      body: { kind: 'withdrawal', markers: ['W2', 'W6'], salience: 4, text: 'Het bleef stil.', version: 1 },
    }),
    wrong: ['salience', 6],
    audit: 'rupture.changed',
  },
  shareRupture: {
    reaches: 'relation',
    parts: (_, story) => ({
      params: { ...inRelation(story), rupture: story.privateRupture },
      body: { version: 1 },
    }),
    wrong: ['version', 0],
    audit: 'rupture.shared',
  },
  stepRupture: {
    reaches: 'relation',
    parts: (_, story) => ({
      params: { ...ofStrain(story), step: 'invite' },
      body: {
        state: 'done',
        text: 'Gevraagd wat er gebeurde.',
        agreement: null,
        reviewOn: null,
        outcome: null,
      },
    }),
    wrong: ['state', 'maybe'],
    audit: 'rupture.step-taken',
  },
  removeRupture: {
    reaches: 'relation',
    parts: (_, story) => ({ params: { ...inRelation(story), rupture: story.privateRupture } }),
    wrong: null,
    audit: 'rupture.removed',
    isPrivate: true,
  },
}
