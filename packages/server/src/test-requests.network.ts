/** One good request per endpoint about the map of who works with whom. */
import type { networkEndpoints } from '@weerklank/core/team/network.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'

type EndpointId = (typeof networkEndpoints)[keyof typeof networkEndpoints]['id']

const at = (story: Story, wave: keyof Story['network']) => ({
  params: { relation: story.relation.id, wave: story.network[wave] },
})

export const networkRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  listNetwork: {
    ...{ reaches: 'relation', audit: 'network.listed', wrong: null },
    parts: (_, story) => ({ params: { relation: story.relation.id } }),
  },
  beginNetwork: {
    ...{ reaches: 'relation', audit: 'network.begun', wrong: ['talkOn', ''] },
    parts: (app, story) => ({
      params: { relation: story.relation.id },
      body: {
        ...{ id: app.world.newId<string>(), title: 'Na de zomer', closesOn: '2030-06-01' },
        ...{ talkOn: '2030-06-03', meeting: null },
      },
    }),
  },
  planNetworkTalk: {
    ...{ reaches: 'relation', audit: 'network.talk-planned', wrong: ['talkOn', 'ooit'] },
    parts: (_, story) => ({ ...at(story, 'open'), body: { talkOn: '2030-06-03', meeting: null } }),
  },
  getNetwork: {
    ...{ reaches: 'relation', audit: 'network.read', wrong: ['since', 'gisteren'] },
    parts: (_, story) => at(story, 'shut'),
  },
  exportNetwork: {
    ...{ reaches: 'relation', audit: 'network.exported', wrong: ['purpose', 'nieuwsgierig'] },
    parts: (_, story) => ({
      ...at(story, 'shut'),
      body: { purpose: 'team-discussion', language: 'nl', since: null },
    }),
  },
  removeNetwork: {
    ...{ reaches: 'relation', audit: 'network.removed', wrong: null },
    parts: (_, story) => at(story, 'empty'),
  },
  tellNetwork: {
    ...{ reaches: 'relation', audit: 'network.told', wrong: ['ties', 'Lina'] },
    parts: (_, story) => ({ ...at(story, 'open'), body: { ties: [] } }),
  },
  untellNetwork: {
    ...{ reaches: 'relation', audit: 'network.untold', wrong: null },
    parts: (_, story) => at(story, 'open'),
  },
}
