import { z } from 'zod'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { circleCheckId, circleSideId, meetingId, participantId, relationId } from '../shared/ids.ts'
import { bilingual } from '../shared/spoken.schema.ts'
import { text } from '../shared/text-input.ts'
import { circleInstrumentSchema } from './circle-instrument.ts'

const instant = z.iso.datetime()
const day = z.iso.date().refine((one) => one >= '2000-01-01' && one < '2200-01-01', 'out-of-range')
const version = z.int().min(1).max(2_147_483_646)
const instrumentRef = z.strictObject({ id: z.string().max(40), version: z.int().min(1).max(1000) })
const mark = z.union([z.int().min(0).max(10), z.literal('unknown')])

const counts = z.array(z.object({ value: z.int(), count: z.int() }))
/** How many chose each answer of the scale; null where a number would belong to somebody. */
const told = z.object({ n: z.int(), counts }).nullable()

/** What came out of a check, the same for everybody who belongs to the circle. */
export const circleOutcome = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('shown'),
    answered: z.int(),
    items: z.array(
      z.object({
        item: z.string(),
        all: told,
        /** Sides of five people or more, where the rest is none or five; empty otherwise. */
        sides: z.array(z.object({ name: z.string(), n: z.int(), counts })),
      }),
    ),
    /** Without names, in the order of the alphabet. */
    words: z.array(z.string()),
  }),
  /** Too few answers, or too few of those asked: which of the two is not told. */
  z.object({ status: z.literal('talk') }),
])
export type CircleOutcome = z.infer<typeof circleOutcome>

const summary = z.object({
  id: circleCheckId,
  instrument: instrumentRef,
  name: bilingual,
  phase: z.enum(['planned', 'asking', 'open']),
  asksFrom: instant,
  closesAt: instant,
  openedAt: instant.nullable(),
  talkOn: day,
  /** The planned meeting; null where only the day is known. */
  meeting: meetingId.nullable(),
  asked: z.int(),
  /** What the reader herself may do or did. */
  mine: z.object({ isAsked: z.boolean(), mayAnswer: z.boolean(), answered: z.boolean() }),
  version: z.int(),
})
export type CircleCheckSummary = z.infer<typeof summary>

export const circleCheckList = z.object({
  instruments: z.array(circleInstrumentSchema),
  /** Newest first. */
  checks: z.array(summary),
  people: z.array(z.object({ participant: participantId, name: z.string(), sides: z.array(z.string()) })),
  meetings: z.array(z.object({ id: meetingId, title: z.string(), day })),
  midcourseOn: day.nullable(),
  today: day,
  may: z.object({
    make: z.boolean(),
    /** Why not, where she could if there were other people or the circle still ran. */
    why: z.enum(['too-few-people', 'too-many-people', 'ended', 'role']).nullable(),
  }),
})
export type CircleCheckList = z.infer<typeof circleCheckList>

const ownAnswer = z.object({
  side: circleSideId,
  marks: z.record(z.string(), mark),
  words: z.string(),
})

/** An earlier moment of the same questionnaire, as far as it may be told. */
const earlier = z.object({
  id: circleCheckId,
  openedAt: instant,
  asked: z.int(),
  outcome: circleOutcome,
  /** Whether the same people were asked then; who answered is told nowhere. */
  sameAsked: z.boolean(),
})
export type EarlierMoment = z.infer<typeof earlier>

export const circleCheckDetails = summary.extend({
  definition: circleInstrumentSchema,
  ownSides: z.array(z.object({ id: circleSideId, name: z.string() })),
  own: ownAnswer.nullable(),
  outcome: circleOutcome.nullable(),
  /** Oldest first. */
  earlier: z.array(earlier),
  /** Agreements made since the last moment of the same questionnaire opened. */
  agreements: z.array(z.object({ text: z.string(), madeAt: instant, isOpen: z.boolean() })),
  meetings: z.array(z.object({ id: meetingId, title: z.string(), day })),
  mayPlanTalk: z.boolean(),
  /** Whether the reader may take it away, whatever was answered. */
  mayWithdraw: z.boolean(),
})
export type CircleCheckDetails = z.infer<typeof circleCheckDetails>

const base = '/api/relations/:relation/circle/checks'
const inCircle = z.object({ relation: relationId })
const inCheck = z.object({ relation: relationId, check: circleCheckId })
const general = ['not-signed-in', 'not-allowed', 'not-found'] as const
const changing = [...general, 'invalid-input', 'conflict', 'cross-site'] as const

export const circleCheckEndpoints = {
  list: {
    id: 'listCircleChecks',
    method: 'GET',
    path: base,
    params: inCircle,
    response: circleCheckList,
    summary: 'Checks of a team or network, what can be asked, and of whom',
    errors: [...general],
  },
  make: {
    id: 'makeCircleCheck',
    method: 'POST',
    path: base,
    params: inCircle,
    response: done,
    summary: 'Plan a check; without a day on which it is talked about nothing is asked',
    body: z.strictObject({
      id: circleCheckId,
      instrument: instrumentRef,
      asksFrom: day,
      closesOn: day,
      talkOn: day,
      meeting: meetingId.nullable(),
      asked: z.array(participantId).max(40),
    }),
    errors: [...changing],
  },
  get: {
    id: 'getCircleCheck',
    method: 'GET',
    path: `${base}/:check`,
    params: inCheck,
    summary: 'One check: one’s own answer, and what came out once it is open',
    response: circleCheckDetails,
    errors: [...general],
  },
  withdraw: {
    id: 'withdrawCircleCheck',
    method: 'DELETE',
    path: `${base}/:check`,
    params: inCheck,
    summary: 'Take a check away before it opens, with all that was answered; nothing tells how much that was',
    response: done,
    errors: [...general, 'conflict', 'cross-site'],
  },
  answer: {
    id: 'answerCircleCheck',
    method: 'PUT',
    path: `${base}/:check/answer`,
    params: inCheck,
    summary: 'One’s own answer, also to change it while the check is shut',
    body: z.strictObject({
      side: circleSideId,
      marks: z.record(z.string().max(40), mark),
      words: text(1000),
    }),
    response: done,
    errors: [...changing],
  },
  takeBack: {
    id: 'takeBackCircleAnswer',
    method: 'DELETE',
    path: `${base}/:check/answer`,
    params: inCheck,
    summary: 'Take back one’s own answer, also after the opening',
    response: done,
    errors: [...general, 'cross-site'],
  },
  planTalk: {
    id: 'planCircleTalk',
    method: 'PUT',
    path: `${base}/:check/talk`,
    params: inCheck,
    summary: 'Move the talk about a check, or name the meeting in which it is',
    body: z.strictObject({ talkOn: day, meeting: meetingId.nullable(), version }),
    response: done,
    errors: [...changing],
  },
} as const satisfies Record<string, Endpoint>
