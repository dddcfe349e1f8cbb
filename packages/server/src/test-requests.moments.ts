/** One good request per endpoint about the moments of a trajectory. */
import type { momentEndpoints } from '@weerklank/core/learning/moment.contract'
import { localDay } from '@weerklank/core/shared/time'
import type { GoodRequest, Story } from './test-requests.types.ts'

type EndpointId = (typeof momentEndpoints)[keyof typeof momentEndpoints]['id']

const inTrajectory = ({ learning }: Story) => ({ trajectory: learning.trajectory })

export const momentRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  typeOverMoment: {
    reaches: 'trajectory',
    parts: (app, story) => ({
      params: { ...inTrajectory(story), learner: story.words.colleague, moment: story.learning.moment },
      body: {
        ...{ id: app.world.newId(), way: 'paper', receivedOn: localDay(app.clock.now(), 'Europe/Amsterdam') },
        handIn: { goals: [], reviews: [], mentions: [], choices: [], texts: [] },
      },
    }),
    wrong: ['way', 'pigeon'],
    audit: 'trajectory.paper-discarded',
  },
  listMentionCodes: {
    reaches: 'trajectory',
    parts: (_, story) => ({ params: inTrajectory(story) }),
    wrong: null,
    audit: null,
  },
  listMyPlaces: { reaches: 'self', parts: () => ({}), wrong: null, audit: null },
  openMyPages: {
    reaches: 'self',
    parts: (_, story) => ({ params: inTrajectory(story) }),
    wrong: null,
    audit: 'trajectory.page-linked',
  },
}
