import { z } from 'zod'
import { voices } from '../relation/relation.ts'
import type { Endpoint } from '../shared/endpoint.ts'
import { meetingId, memberId, participantId, placeId, relationId } from '../shared/ids.ts'
import { addressForms, respondLanguages } from '../shared/language.ts'
import { bilingual } from '../shared/spoken.schema.ts'
import { requiredText, text } from '../shared/text-input.ts'
import { meetingRoles } from './dialogue.ts'
import { formatShape } from './format.schema.ts'
import type { stepInputs } from './format.ts'
import { attendances, meetingStatuses } from './meeting.ts'
import { meetingUses } from './meeting.uses.ts'

const instant = z.iso.datetime()
const day = z.iso.date()
const meetingParams = z.object({ meeting: meetingId })
const version = z.int().min(1).max(2_147_483_646)

/** A link elsewhere: only what a browser opens safely. Empty where there is none. */
const webAddress = z.union([z.literal(''), z.url({ protocol: /^https$/ }).max(500)])

/** A year that nobody alive means is a typing error, and not every database can hold it. */
const plannedAt = instant.refine((at) => at >= '1900-01-01' && at < '2200-01-01', 'out-of-range')

const change = z.object({ reason: z.string(), by: z.string(), at: instant })

/** A step in the programme of a meeting, with when it begins and why it was put in or moved. */
export const plannedStep = formatShape.shape.steps.element.extend({
  startsAt: instant,
  inserted: change.optional(),
  moved: change.optional(),
})

const preparedQuestion = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  text: requiredText(300),
})
const warmUp = z.strictObject({ text: text(1000), url: webAddress })

/** How somebody answered about one use; null where that is not for the reader to know. */
const useVerdict = z.enum(['yes', 'no', 'open'])
const nonAttend = meetingUses.filter((use) => use !== 'attend')
export const placeUses = z.record(z.enum(nonAttend), useVerdict.nullable())

/** One person at one meeting. */
export const meetingPlace = z.object({
  id: placeId,
  name: z.string(),
  voice: z.enum(voices),
  role: z.enum(meetingRoles),
  member: memberId.nullable(),
  participant: participantId.nullable(),
  address: z.enum(addressForms),
  language: z.enum(respondLanguages),
  attends: z.enum(attendances),
  /** False for who left the table: what she wrote stays. */
  active: z.boolean(),
  /** Until when a link leads to her place; null without one. */
  linkUntil: instant.nullable(),
  /** Whether she has been at her own page. */
  seen: z.boolean(),
  uses: placeUses,
  /** Under 16, and no parent with authority is known: nothing that needs a parent's yes can be a yes. */
  lacksParent: z.boolean(),
  /** Who else at this table is known as a parent with authority of hers. */
  parents: z.array(placeId),
})
export type MeetingPlace = z.infer<typeof meetingPlace>

/** What a plan says besides its programme and its people. */
const planFields = {
  title: requiredText(120),
  purpose: text(1000),
  plannedAt,
  place: text(200),
  videoUrl: webAddress,
  themes: z.array(requiredText(200)).max(12),
  questions: z.array(preparedQuestion).max(8),
  warmUp: warmUp.nullable(),
  shadowQuestion: requiredText(500),
}
const meetingPlan = z.strictObject(planFields)
export type MeetingPlan = z.infer<typeof meetingPlan>

const placeInput = z.strictObject({
  id: placeId,
  name: requiredText(80),
  voice: z.enum(voices),
  role: z.enum(meetingRoles),
  /** A colleague with an account here. */
  member: memberId.nullable(),
  /** Who takes part in the collaboration that the meeting belongs to. */
  participant: participantId.nullable(),
  address: z.enum(addressForms),
  language: z.enum(respondLanguages),
  /** Of children and youths who are in no collaboration: who decides depends on it. */
  bornOn: day.nullable(),
  /** Who else at this table is a parent with authority of theirs; left out: as it was. */
  parents: z.array(placeId).max(6).optional(),
})
export type PlaceInput = z.infer<typeof placeInput>
const placeInputs = z.array(placeInput).min(1).max(200)

export const meetingSummary = z.object({
  id: meetingId,
  title: z.string(),
  formatName: bilingual,
  status: z.enum(meetingStatuses),
  plannedAt: instant,
  minutes: z.int(),
  place: z.string(),
  relation: relationId.nullable(),
  people: z.int(),
  /** Of whom so many say they come. */
  coming: z.int(),
})
export type MeetingSummary = z.infer<typeof meetingSummary>

const tableProblem = z.discriminatedUnion('problem', [
  z.object({ problem: z.enum(['role-missing', 'role-full']), role: z.enum(meetingRoles), count: z.int() }),
  z.object({ problem: z.enum(['too-few', 'too-many']), count: z.int() }),
])

const ownText = z.object({ key: z.string(), text: z.string(), isOpen: z.boolean() })

export const meetingDetails = z.object({
  id: meetingId,
  relation: relationId.nullable(),
  ...planFields,
  status: z.enum(meetingStatuses),
  minutes: z.int(),
  endsAt: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  format: z.object({
    key: z.string(),
    version: z.int(),
    name: bilingual,
    purpose: bilingual,
    rules: z.array(bilingual),
    roles: z.array(z.object({ role: z.enum(meetingRoles), min: z.int(), max: z.int() })),
    source: z.string(),
  }),
  steps: z.array(plannedStep),
  places: z.array(meetingPlace),
  /** Grows with each change of the plan: a change names the version it started from. */
  version: z.int(),
  /** What the reader may do now. */
  may: z.object({ plan: z.boolean(), invite: z.boolean(), cancel: z.boolean(), begin: z.boolean() }),
  /** Her own place. */
  own: placeId.nullable(),
  problems: z.array(tableProblem),
  /** Other meetings of the reader in the same time. */
  clashes: z.array(z.object({ id: meetingId, title: z.string(), plannedAt: instant })),
  /** Whether what is said may be filmed: only when everyone who comes said yes. */
  filming: useVerdict,
  /** How many sent something beforehand, and of how many. What they wrote opens when the meeting begins. */
  beforehand: z.object({ asked: z.int(), came: z.int() }),
  /** What was opened, by question. */
  answers: z.array(z.object({ place: placeId, key: z.string(), text: z.string() })),
  /** What the reader answered herself. */
  ownAnswers: z.array(ownText),
  ownExpectation: z.object({ text: z.string(), isOpen: z.boolean() }),
})
export type MeetingDetails = z.infer<typeof meetingDetails>

const inserted = z.strictObject({
  do: z.literal('insert'),
  /** Key of the step before it; null: as the first. */
  after: z.string().max(80).nullable(),
  title: requiredText(120),
  prompt: requiredText(1000),
  minutes: z.int().min(1).max(480),
  input: z.enum(['none', 'text', 'round', 'cards'] satisfies (typeof stepInputs)[number][]),
  reason: requiredText(300),
})
const key = z.string().min(1).max(80)
const programmeChange = z.discriminatedUnion('do', [
  inserted,
  z.strictObject({ do: z.literal('move'), key, to: z.int().min(0).max(100), reason: requiredText(300) }),
  z.strictObject({ do: z.literal('remove'), key }),
  z.strictObject({ do: z.literal('minutes'), key, minutes: z.int().min(1).max(480) }),
])
export type ProgrammeChange = z.infer<typeof programmeChange>

/** In Unicode code points; the longest answer in emoji of four code points each fits four times. */
export const beforehandAtMost = 20_000

const beforehandInput = z.strictObject({
  attends: z.enum(['yes', 'no']).nullable(),
  answers: z.array(z.strictObject({ key: z.string().min(1).max(40), text: text(beforehandAtMost) })).max(8),
  expectation: text(beforehandAtMost),
})
export type BeforehandInput = z.infer<typeof beforehandInput>

const refusals = ['not-signed-in', 'not-allowed', 'not-found'] as const

export const meetingEndpoints = {
  listMeetings: {
    id: 'listMeetings',
    method: 'GET',
    path: '/api/meetings',
    summary: 'The meetings at whose table one sits: coming, going on, and past',
    response: z.object({ meetings: z.array(meetingSummary), now: instant }),
    errors: ['not-signed-in', 'not-allowed'],
  },
  planMeeting: {
    id: 'planMeeting',
    method: 'POST',
    path: '/api/meetings',
    summary: 'Plan a meeting by a format. The id is made by the sender: a repeat is the same meeting.',
    body: z.strictObject({
      id: meetingId,
      relation: relationId.nullable(),
      /** Key of the format, shipped or of the organisation's own. */
      format: z.string().min(1).max(80),
      ...planFields,
      /** Everyone at the table, the sender too. */
      places: placeInputs,
    }),
    bodyLimit: 256 * 1024,
    response: meetingDetails,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  getMeeting: {
    id: 'getMeeting',
    method: 'GET',
    path: '/api/meetings/:meeting',
    summary: 'One meeting: programme, people, choices, and what came in beforehand',
    params: meetingParams,
    response: meetingDetails,
    errors: refusals,
  },
  editMeeting: {
    id: 'editMeeting',
    method: 'PUT',
    path: '/api/meetings/:meeting',
    summary: 'Change the plan of a meeting',
    params: meetingParams,
    /** With the people of the table it is one change: all of it is kept, or nothing. */
    body: z.strictObject({ version, ...planFields, places: placeInputs.optional() }),
    bodyLimit: 1024 * 1024,
    response: meetingDetails,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  changeProgramme: {
    id: 'changeProgramme',
    method: 'POST',
    path: '/api/meetings/:meeting/programme',
    summary: 'Put a step in, move one, take one out, or give it another length',
    params: meetingParams,
    body: z.strictObject({ version, change: programmeChange }),
    response: meetingDetails,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  seatPeople: {
    id: 'seatPeople',
    method: 'PUT',
    path: '/api/meetings/:meeting/places',
    summary: 'Say who sits at the table. Whoever is left out leaves; what she wrote stays.',
    params: meetingParams,
    body: z.strictObject({ version, places: placeInputs }),
    bodyLimit: 256 * 1024,
    response: meetingDetails,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  invitePlace: {
    id: 'invitePlace',
    method: 'POST',
    path: '/api/meetings/:meeting/places/:place/link',
    summary: 'Make a link to a place, shown once, and mail it where an address is given. Earlier links end.',
    params: meetingParams.extend({ place: placeId }),
    body: z.strictObject({ email: z.email().max(254).nullable() }),
    response: z.object({ url: z.string(), until: instant, mailed: z.boolean() }),
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  endPlaceLinks: {
    id: 'endPlaceLinks',
    method: 'DELETE',
    path: '/api/meetings/:meeting/places/:place/link',
    summary: 'End the links to a place',
    params: meetingParams.extend({ place: placeId }),
    response: z.object({ done: z.literal(true) }),
    errors: refusals,
  },
  cancelMeeting: {
    id: 'cancelMeeting',
    method: 'POST',
    path: '/api/meetings/:meeting/cancelled',
    summary: 'Call a meeting off, or plan it again. Nothing is deleted.',
    params: meetingParams,
    body: z.strictObject({ cancelled: z.boolean() }),
    response: meetingDetails,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  answerBeforehand: {
    id: 'answerBeforehand',
    method: 'PUT',
    path: '/api/meetings/:meeting/beforehand',
    summary: 'Say whether one comes, answer the questions beforehand, and say what one expects',
    params: meetingParams,
    body: beforehandInput,
    bodyLimit: 1024 * 1024,
    response: meetingDetails,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  meetingCalendar: {
    id: 'meetingCalendar',
    method: 'GET',
    path: '/api/meetings/:meeting/calendar',
    summary: 'The meeting for a calendar (iCalendar)',
    params: meetingParams,
    response: z.string(),
    files: ['text/calendar'],
    errors: refusals,
  },
} as const satisfies Record<string, Endpoint>
