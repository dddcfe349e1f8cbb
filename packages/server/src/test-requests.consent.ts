/** One good request per endpoint about consent, and about who somebody is in law. */
import type { consentEndpoints } from '@weerklank/core/consent/consent.contract'
import type { personEndpoints } from '@weerklank/core/consent/person.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'

type Endpoints = typeof consentEndpoints & typeof personEndpoints
type EndpointId = Endpoints[keyof Endpoints]['id']

const inRelation = (story: Story) => ({ relation: story.relation.id })
/** Samira: the other client is her child in the story. */
const ofSamira = (story: Story) => ({ ...inRelation(story), person: story.samira.id })

export const consentRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  getRelationConsent: {
    reaches: 'relation',
    parts: (_, story) => ({ params: inRelation(story) }),
    wrong: null,
    audit: 'consent.read',
  },
  recordConsent: {
    reaches: 'relation',
    parts: (app, story) => ({
      params: ofSamira(story),
      body: {
        ...{ id: app.world.newId(), purpose: 'quotes-team', decision: 'given', textVersion: 1 },
        ...{ readingLevel: 'parent', language: 'nl', method: 'spoken', decidedAs: 'self' },
        decidedBy: story.samira.id,
      },
    }),
    wrong: ['decision', 'perhaps'],
    audit: 'consent.given',
  },
  editPerson: {
    reaches: 'relation',
    parts: (_, story) => ({ params: ofSamira(story), body: { bornOn: '2000-05-09', parents: [] } }),
    wrong: ['bornOn', '2014-02-30'],
    audit: 'person.edited',
  },
  makePersonLink: {
    reaches: 'relation',
    parts: (_, story) => ({ params: ofSamira(story) }),
    wrong: null,
    audit: 'own-page.linked',
  },
  endPersonLinks: {
    reaches: 'relation',
    parts: (_, story) => ({ params: ofSamira(story) }),
    wrong: null,
    audit: 'own-page.unlinked',
  },
  listPersonRequests: {
    reaches: 'relation',
    parts: (_, story) => ({ params: inRelation(story) }),
    wrong: null,
    audit: 'request.read',
  },
  listOpenRequests: { reaches: 'overview', parts: () => ({}), wrong: null, audit: 'request.read' },
  handlePersonRequest: {
    reaches: 'relation',
    parts: (_, story) => ({
      params: { ...inRelation(story), request: story.request },
      body: { outcome: 'done', answer: 'Verbeterd.', deletes: 'nothing' },
    }),
    wrong: ['outcome', 'later'],
    audit: 'request.handled',
  },
}
