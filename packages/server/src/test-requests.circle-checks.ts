/** One good request per endpoint about the checks of a circle. */
import type { CircleCheckId } from '@weerklank/core/shared/ids'
import { addDays, localDay } from '@weerklank/core/shared/time'
import type { circleCheckEndpoints } from '@weerklank/core/team/circle-check.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'
import type { Running } from './test-running.ts'

type Id = (typeof circleCheckEndpoints)[keyof typeof circleCheckEndpoints]['id']

const inCircle = (story: Story) => ({ relation: story.relation.id })
const inCheck = (story: Story) => ({ ...inCircle(story), check: story.checks.asking })
const day = (app: Running, days: number) => localDay(addDays(app.clock.now(), days), 'Europe/Amsterdam')

export const circleCheckRequests: Readonly<Record<Id, GoodRequest>> = {
  listCircleChecks: {
    ...{ reaches: 'relation', wrong: null, audit: 'circle.checks-read' },
    parts: (_, story) => ({ params: inCircle(story) }),
  },
  makeCircleCheck: {
    ...{ reaches: 'relation', wrong: ['talkOn', 'soon'], audit: 'circle.check-made' },
    parts: (app, story) => ({
      params: inCircle(story),
      body: {
        id: app.world.newId<CircleCheckId>(),
        instrument: { id: 'midcourse', version: 1 },
        ...{ asksFrom: day(app, 0), closesOn: day(app, 7), talkOn: day(app, 9), meeting: null },
        asked: story.checks.people,
      },
    }),
  },
  getCircleCheck: {
    ...{ reaches: 'relation', wrong: null, audit: 'circle.check-read' },
    parts: (_, story) => ({ params: inCheck(story) }),
  },
  withdrawCircleCheck: {
    ...{ reaches: 'relation', wrong: null, audit: 'circle.check-withdrawn' },
    parts: (_, story) => ({ params: inCheck(story) }),
  },
  answerCircleCheck: {
    ...{ reaches: 'relation', wrong: ['marks', 'Lina'], audit: null },
    parts: (_, story) => ({
      params: inCheck(story),
      body: { side: story.circle.professionals, marks: { along: 7, price: 'unknown' }, words: '' },
    }),
  },
  takeBackCircleAnswer: {
    ...{ reaches: 'relation', wrong: null, audit: null },
    parts: (_, story) => ({ params: { ...inCircle(story), check: story.checks.open } }),
  },
  planCircleTalk: {
    ...{ reaches: 'relation', wrong: ['version', 0], audit: 'circle.check-talk-planned' },
    parts: (app, story) => ({
      params: inCheck(story),
      body: { talkOn: day(app, 20), meeting: null, version: 1 },
    }),
  },
}
