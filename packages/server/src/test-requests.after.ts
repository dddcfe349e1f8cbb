/** One good request per endpoint about what comes after a meeting. */
import type { afterEndpoints } from '@weerklank/core/dialogue/after.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'

type EndpointId = (typeof afterEndpoints)[keyof typeof afterEndpoints]['id']

const inMeeting = ({ after }: Story) => ({ meeting: after.meeting })
const file = Buffer.from('Noor: Goedemorgen.').toString('base64')

type Row = [audit: string, wrong: GoodRequest['wrong'], parts: GoodRequest['parts']]

const row = ([audit, wrong, parts]: Row): GoodRequest => ({ reaches: 'meeting', audit, wrong, parts })

export const afterRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  getMeetingAfter: row(['meeting.after-read', null, (_, story) => ({ params: inMeeting(story) })]),
  getMeetingOpening: row(['meeting.opening-read', null, (_, story) => ({ params: inMeeting(story) })]),
  endMeeting: row(['meeting.ended', null, (_, story) => ({ params: inMeeting(story) })]),
  writeReflection: row([
    'meeting.reflection-written',
    ['letter', 'always'],
    (_, story) => ({
      params: inMeeting(story),
      body: { answers: { image: 'Een brug.' }, outcome: '', letter: 'unnamed' },
    }),
  ]),
  askQuote: row([
    'meeting.quote-asked',
    ['words', ''],
    (app, story) => ({
      params: inMeeting(story),
      body: { id: app.world.newId(), place: story.after.noorsPlace, words: 'Het was warm.', use: 'team' },
    }),
  ]),
  decideQuote: row([
    'meeting.quote-decided',
    ['decision', 'perhaps'],
    (_, story) => ({
      params: { ...inMeeting(story), quote: story.after.quote },
      body: { decision: 'yes', words: '' },
    }),
  ]),
  agreeInMeeting: {
    ...row([
      'meeting.agreed',
      ['dueOn', 'soon'],
      (app, story) => ({
        params: inMeeting(story),
        body: { id: app.world.newId(), owner: null, ifText: '', text: 'We bellen.', dueOn: '2026-12-01' },
      }),
    ]),
    // It becomes one of the collaboration too.
    alsoAudit: 'agreement.made',
  },
  changeMeetingAgreement: row([
    'meeting.agreement-changed',
    ['state', 'lost'],
    (_, story) => ({
      params: { ...inMeeting(story), agreement: story.after.agreement },
      body: { state: 'done' },
    }),
  ]),
  carryTopics: row([
    'meeting.topics-carried',
    ['topics', 'geld'],
    (_, story) => ({ params: inMeeting(story), body: { topics: ['geld'] } }),
  ]),
  writeMinutes: row([
    'meeting.minutes-written',
    ['version', 0],
    (_, story) => ({ params: inMeeting(story), body: { version: 1, text: 'Wij spraken.' } }),
  ]),
  sayOfMinutes: row([
    'meeting.minutes-said',
    ['says', 'perhaps'],
    (_, story) => ({ params: inMeeting(story), body: { version: 1, says: 'yes', words: '' } }),
  ]),
  sendMeetingLetter: row([
    'meeting.letter-sent',
    ['opening', 1],
    (_, story) => ({ params: inMeeting(story), body: { opening: 'Voor jullie.' } }),
  ]),
  lookAtTranscript: row([
    'meeting.transcript-looked',
    ['file', 'é'],
    (_, story) => ({ params: inMeeting(story), body: { file } }),
  ]),
  takeTranscript: row([
    'meeting.transcript-taken',
    ['title', ''],
    (app, story) => ({
      params: inMeeting(story),
      body: {
        id: app.world.newId(),
        title: 'Opname',
        file,
        speakers: [{ label: 'Noor', place: story.after.noorsPlace }],
      },
    }),
  ]),
  removeTranscript: row([
    'meeting.transcript-removed',
    null,
    (_, story) => ({ params: { ...inMeeting(story), transcript: story.after.transcript } }),
  ]),
  withdrawReflection: row([
    'meeting.reflection-withdrawn',
    null,
    (_, story) => ({ params: inMeeting(story) }),
  ]),
}
