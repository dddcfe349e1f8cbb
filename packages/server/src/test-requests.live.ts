/** One good request per endpoint about a meeting that is held. */
import type { liveEndpoints } from '@weerklank/core/dialogue/live.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'

type EndpointId = (typeof liveEndpoints)[keyof typeof liveEndpoints]['id']

const heldNow = ({ live }: Story) => ({ meeting: live })

export const liveRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  getMeetingLive: {
    reaches: 'meeting',
    parts: (_, story) => ({ params: heldNow(story) }),
    wrong: null,
    audit: 'meeting.live-read',
  },
  beginMeetingLive: {
    reaches: 'meeting',
    parts: (_, { table }) => ({ params: { meeting: table.meeting }, body: {} }),
    wrong: null,
    audit: 'meeting.live-begun',
  },
  commandMeetingLive: {
    reaches: 'meeting',
    parts: (app, story) => ({
      params: heldNow(story),
      body: { command: { do: 'extend', id: app.world.newId(), step: 'silent', round: 1 } },
    }),
    wrong: ['command', 'dance'],
    audit: 'meeting.live-led',
  },
  writeInMeetingLive: {
    reaches: 'meeting',
    parts: (app, story) => ({
      params: heldNow(story),
      body: { id: app.world.newId(), step: 'silent', round: 1, body: 'Rust.' },
    }),
    wrong: ['round', 0],
    audit: null,
  },
}
