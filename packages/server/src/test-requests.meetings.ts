/** One good request per endpoint about planning a meeting. */
import type { meetingEndpoints } from '@weerklank/core/dialogue/meeting.contract'
import { addDays } from '@weerklank/core/shared/time'
import type { GoodRequest, Story } from './test-requests.types.ts'
import type { Running } from './test-running.ts'

type EndpointId = (typeof meetingEndpoints)[keyof typeof meetingEndpoints]['id']

const atTable = ({ table }: Story) => ({ meeting: table.meeting })
const atPlace = (story: Story) => ({ ...atTable(story), place: story.table.places[0] ?? '' })

function plan(app: Running) {
  return {
    ...{
      title: 'Open dialoog',
      purpose: '',
      plannedAt: addDays(app.clock.now(), 3),
      place: '',
      videoUrl: '',
    },
    ...{ themes: [], questions: [], warmUp: null, shadowQuestion: 'Wie stond er buiten?' },
  }
}

function noorsPlace(app: Running, story: Story, id: string = app.world.newId()) {
  return {
    ...{ id, name: 'Noor', voice: 'professional', role: 'facilitator', member: story.by.member },
    ...{ participant: null, address: 'je', language: 'nl', bornOn: null },
  }
}

export const meetingRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  listMeetings: { reaches: 'overview', parts: () => ({}), wrong: null, audit: 'meeting.listed' },
  planMeeting: {
    reaches: 'overview',
    parts: (app, story) => ({
      body: {
        ...{ id: app.world.newId(), relation: null, format: 'retrospective', ...plan(app) },
        places: [noorsPlace(app, story)],
      },
    }),
    wrong: ['title', ''],
    audit: 'meeting.planned',
  },
  getMeeting: {
    reaches: 'meeting',
    parts: (_, story) => ({ params: atTable(story) }),
    wrong: null,
    audit: 'meeting.read',
  },
  editMeeting: {
    reaches: 'meeting',
    parts: (app, story) => ({ params: atTable(story), body: { version: 1, ...plan(app) } }),
    wrong: ['version', 0],
    audit: 'meeting.edited',
  },
  changeProgramme: {
    reaches: 'meeting',
    parts: (_, story) => ({
      params: atTable(story),
      body: { version: 1, change: { do: 'minutes', key: 'welcome', minutes: 5 } },
    }),
    wrong: ['version', 0],
    audit: 'meeting.programme-changed',
  },
  seatPeople: {
    reaches: 'meeting',
    parts: (app, story) => ({
      params: atTable(story),
      body: { version: 1, places: [noorsPlace(app, story, story.table.noorsPlace)] },
    }),
    wrong: ['version', 0],
    audit: 'meeting.seated',
  },
  invitePlace: {
    reaches: 'meeting',
    parts: (_, story) => ({ params: atPlace(story), body: { email: null } }),
    wrong: ['email', 'nowhere'],
    audit: 'meeting.linked',
  },
  endPlaceLinks: {
    reaches: 'meeting',
    parts: (_, story) => ({ params: atPlace(story) }),
    wrong: null,
    audit: 'meeting.unlinked',
  },
  cancelMeeting: {
    reaches: 'meeting',
    parts: (_, story) => ({ params: atTable(story), body: { cancelled: true } }),
    wrong: ['cancelled', 'yes'],
    audit: 'meeting.cancelled',
  },
  answerBeforehand: {
    reaches: 'meeting',
    parts: (_, story) => ({
      params: atTable(story),
      body: { attends: 'yes', answers: [{ key: 'valuable', text: 'Tijd.' }], expectation: '' },
    }),
    wrong: ['attends', 'perhaps'],
    audit: 'meeting.answered',
  },
  meetingCalendar: {
    reaches: 'meeting',
    parts: (_, story) => ({ params: atTable(story) }),
    wrong: null,
    audit: 'meeting.read',
  },
}
