/** One good request per endpoint about a team or network. */

import { addDays } from '@weerklank/core/shared/time'
import type { circleEndpoints } from '@weerklank/core/team/circle.contract'
import type { GoodRequest, Story } from './test-requests.types.ts'
import type { Running } from './test-running.ts'

type EndpointId = (typeof circleEndpoints)[keyof typeof circleEndpoints]['id']

const inCircle = ({ relation }: Story) => ({ relation: relation.id })
const lina = (story: Story) => ({ ...inCircle(story), participant: story.lina.id })
const word = (story: Story) => ({ ...inCircle(story), word: story.circle.word })
const day = (app: Running, days: number) => addDays(app.clock.now(), days).slice(0, 10)

const sidesOf = ({ circle }: Story) => [
  { id: circle.professionals, name: 'De Linde', isFamily: false },
  { id: circle.family, name: 'Het gezin', isFamily: true },
]

/** Said by a colleague who takes part, for the family does not tell itself. */
const said = { kind: 'tell', text: 'We komen met zijn tweeën.', plannedOn: null }

export const circleRequests: Readonly<Record<EndpointId, GoodRequest>> = {
  listCircles: { reaches: 'overview', parts: () => ({}), wrong: null, audit: 'circle.listed' },
  getCircle: {
    reaches: 'relation',
    parts: (_, story) => ({ params: inCircle(story) }),
    wrong: null,
    audit: 'circle.read',
  },
  makeCircle: {
    reaches: 'relation',
    parts: (app, story) => ({
      params: inCircle(story),
      body: {
        ...{ id: story.circle.circle, kind: 'network', question: 'Wat nu?', endsOn: day(app, 90) },
        ...{ midcourseOn: null, sides: sidesOf(story) },
        people: [{ participant: story.lina.id, sides: [story.circle.family] }],
      },
    }),
    wrong: ['kind', 'choir'],
    audit: 'circle.made',
  },
  editCircle: {
    reaches: 'relation',
    parts: (app, story) => ({
      params: inCircle(story),
      body: {
        ...{ version: 1, question: 'Wat nu?', endsOn: day(app, 90), midcourseOn: null },
        sides: sidesOf(story),
      },
    }),
    wrong: ['version', 0],
    audit: 'circle.edited',
  },
  setCircleStatus: {
    reaches: 'relation',
    parts: (_, story) => ({ params: inCircle(story), body: { to: 'end', endsOn: null } }),
    wrong: ['to', 'sleep'],
    audit: 'circle.ended',
  },
  addCirclePerson: {
    reaches: 'relation',
    parts: (_, story) => ({
      params: inCircle(story),
      body: { participant: story.lina.id, sides: [story.circle.family], person: null },
    }),
    wrong: ['sides', []],
    audit: 'circle.people-changed',
  },
  setCirclePerson: {
    reaches: 'relation',
    parts: (_, story) => ({
      params: lina(story),
      body: { sides: [story.circle.family, story.circle.professionals], active: true },
    }),
    wrong: ['sides', []],
    audit: 'circle.people-changed',
  },
  linkCirclePerson: {
    reaches: 'relation',
    parts: (_, story) => ({ params: lina(story), body: { email: null } }),
    wrong: ['email', 'nergens'],
    audit: 'circle.linked',
  },
  unlinkCirclePerson: {
    reaches: 'relation',
    parts: (_, story) => ({ params: lina(story) }),
    wrong: null,
    audit: 'circle.unlinked',
  },
  planCircleMeeting: {
    reaches: 'relation',
    parts: (app, story) => ({
      params: inCircle(story),
      body: {
        ...{ id: app.world.newId(), plannedAt: addDays(app.clock.now(), 5), place: '', format: 'stilstaan' },
      },
    }),
    wrong: ['format', 'gossip'],
    audit: 'meeting.planned',
  },
  addFamilyWord: {
    reaches: 'relation',
    parts: (app, story) => ({
      params: inCircle(story),
      body: { id: app.world.newId(), ...said, saidBy: story.circle.noor },
    }),
    wrong: ['text', ''],
    audit: 'circle.family-told',
  },
  setFamilyWord: {
    reaches: 'relation',
    parts: (_, story) => ({
      params: word(story),
      body: { version: 1, ...said, saidBy: story.circle.noor, said: true, answer: 'Dat is goed.' },
    }),
    wrong: ['version', 0],
    audit: 'circle.family-told',
  },
  removeFamilyWord: {
    reaches: 'relation',
    parts: (_, story) => ({ params: word(story) }),
    wrong: null,
    audit: 'circle.family-untold',
  },
}
