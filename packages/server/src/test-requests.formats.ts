/** One good request per endpoint about formats of talking together. */
import type { formatEndpoints } from '@weerklank/core/dialogue/format.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'
import { draftOf } from './test-story-formats.ts'

type EndpointId = (typeof formatEndpoints)[keyof typeof formatEndpoints]['id']

const ofFormat = (story: Story) => ({ format: story.format })

export const formatRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  listFormats: { reaches: 'self', parts: () => ({}), wrong: null, audit: null },
  getFormat: {
    reaches: 'self',
    parts: () => ({ params: { key: 'open-dialogue' }, query: { version: '1' } }),
    wrong: ['version', '0'],
    audit: null,
  },
  copyFormat: {
    reaches: 'self',
    parts: (app) => ({ params: { format: app.world.newId() }, body: { from: 'stilstaan' } }),
    wrong: ['from', 'Stil staan'],
    audit: 'format.copied',
  },
  saveFormat: {
    reaches: 'self',
    parts: (_, story) => ({
      params: ofFormat(story),
      body: { body: { ...draftOf(story.format), maxPeople: 12 }, revision: 1 },
    }),
    wrong: ['revision', 0],
    audit: 'format.changed',
  },
  publishFormat: {
    reaches: 'self',
    parts: (_, story) => ({ params: ofFormat(story), body: { revision: 1 } }),
    wrong: ['revision', 0],
    audit: 'format.published',
  },
  withdrawFormat: {
    reaches: 'self',
    parts: (_, story) => ({ params: ofFormat(story), body: { revision: 1 } }),
    wrong: ['revision', 0],
    audit: 'format.withdrawn',
  },
}
