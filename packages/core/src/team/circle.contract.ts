import { z } from 'zod'
import { voices } from '../relation/relation.ts'
import { done, type Endpoint } from '../shared/endpoint.ts'
import {
  circleCheckId,
  circleId,
  circleSideId,
  familyWordId,
  meetingId,
  memberId,
  participantId,
  relationId,
} from '../shared/ids.ts'
import { addressForms, respondLanguages } from '../shared/language.ts'
import { requiredText, text } from '../shared/text-input.ts'
import { circleKinds, sidesAtMost } from './circle.ts'

const instant = z.iso.datetime()
/** A year that nobody alive means is a typing error, and not every database can hold it. */
const isLikely = (at: string) => at >= '1900-01-01' && at < '2200-01-01'
const day = z.iso.date().refine(isLikely, 'out-of-range')
const version = z.int().min(1).max(2_147_483_646)

/** Every endpoint of a circle is one of its collaboration. */
export const circleParams = z.object({ relation: relationId })
const personParams = z.object({ relation: relationId, participant: participantId })
const wordParams = z.object({ relation: relationId, word: familyWordId })

const state = z.discriminatedUnion('status', [
  z.object({ status: z.literal('running') }),
  z.object({ status: z.literal('rounding-off'), until: day }),
  z.object({ status: z.literal('ended'), reason: z.enum(['done', 'by-itself', 'family-left']), on: day }),
])

const side = z.object({
  id: circleSideId,
  name: z.string(),
  isFamily: z.boolean(),
  /** How many are there of it; whoever belongs to two sides is counted at both. */
  people: z.int(),
})
export type CircleSide = z.infer<typeof side>

const person = z.object({
  participant: participantId,
  name: z.string(),
  voice: z.enum(voices),
  detail: z.string(),
  member: memberId.nullable(),
  sides: z.array(circleSideId),
  active: z.boolean(),
  /** Whether she has been at the pages of the circle. */
  seen: z.boolean(),
  /** Until when a link leads there; null without one. */
  linkUntil: instant.nullable(),
})
export type CirclePerson = z.infer<typeof person>

const familyWord = z.object({
  id: familyWordId,
  kind: z.enum(['ask', 'tell']),
  text: z.string(),
  saidBy: participantId,
  plannedOn: day.nullable(),
  /** Null: not said yet, and the family does not see it. */
  saidAt: instant.nullable(),
  answer: z.string(),
  version: z.int(),
})
export type FamilyWord = z.infer<typeof familyWord>

const agreement = z.object({
  text: z.string(),
  madeAt: instant,
  /** Null: it still holds. */
  endedAt: instant.nullable(),
  /** What people said when they were asked whether it changed something: counts. */
  echoes: z.record(z.enum(['changed', 'a-bit', 'not-yet']), z.int()),
})
export type CircleAgreement = z.infer<typeof agreement>

const table = z.object({ id: meetingId, title: z.string(), at: instant })

export const circleDetails = z.object({
  id: circleId,
  relation: relationId,
  title: z.string(),
  kind: z.enum(circleKinds),
  question: z.string(),
  startsOn: day,
  endsOn: day.nullable(),
  midcourseOn: day.nullable(),
  /** "Are we all still there?" is on now. */
  isMidcourse: z.boolean(),
  state,
  sides: z.array(side),
  /** In the order of the alphabet. */
  people: z.array(person),
  /** How many are there: whoever belongs to two sides counts once. */
  count: z.int(),
  /** The next meeting at which the reader has a place. */
  next: table.nullable(),
  agreements: z.array(agreement),
  words: z.array(familyWord),
  /** As whom the reader takes part. */
  own: participantId.nullable(),
  may: z.object({ change: z.boolean(), ask: z.boolean() }),
  version: z.int(),
})
export type CircleDetails = z.infer<typeof circleDetails>

const circleSummary = z.object({
  relation: relationId,
  title: z.string(),
  kind: z.enum(circleKinds),
  people: z.int(),
  isRunning: z.boolean(),
  endsOn: day.nullable(),
  midcourseOn: day.nullable(),
  isMidcourse: z.boolean(),
  next: instant.nullable(),
  /** What waits for the reader herself: the check of half-way that nobody planned yet, and checks that she did not answer. */
  waits: z.object({ halfWay: z.boolean(), checks: z.array(circleCheckId) }),
})
export type CircleSummary = z.infer<typeof circleSummary>

const sideInput = z.strictObject({ id: circleSideId, name: requiredText(80), isFamily: z.boolean() })
const sideInputs = z.array(sideInput).min(1).max(20)
const sideIds = z.array(circleSideId).min(1).max(sidesAtMost)

const span = { question: text(1000), endsOn: day.nullable(), midcourseOn: day.nullable() }
const newWord = {
  kind: z.enum(['ask', 'tell']),
  text: requiredText(1000),
  saidBy: participantId,
  plannedOn: day.nullable(),
}

/** Somebody who does not take part in the collaboration yet. */
const newPerson = z.strictObject({
  name: requiredText(80),
  voice: z.enum(voices),
  detail: text(80),
  address: z.enum(addressForms),
  language: z.enum(respondLanguages),
  /** Of a colleague with an account here; a colleague who takes part already is herself. */
  member: memberId.nullable(),
})

const reading = ['not-signed-in', 'not-allowed', 'not-found'] as const
const changing = [...reading, 'invalid-input', 'conflict'] as const

export const circleEndpoints = {
  listCircles: {
    id: 'listCircles',
    method: 'GET',
    path: '/api/circles',
    summary: 'Teams and networks of the collaborations in which one takes part: by name, without outcomes',
    response: z.object({ circles: z.array(circleSummary) }),
    errors: ['not-signed-in', 'not-allowed'],
  },
  makeCircle: {
    id: 'makeCircle',
    method: 'POST',
    path: '/api/relations/:relation/circle',
    summary:
      'Let a collaboration be a team or network, with its sides and new people. The same once more changes nothing',
    params: circleParams,
    body: z.strictObject({
      id: circleId,
      kind: z.enum(circleKinds),
      ...span,
      sides: sideInputs,
      people: z
        .array(
          z.strictObject({
            participant: participantId,
            sides: sideIds,
            /** Of somebody new; null or absent for who takes part in the collaboration already. */
            person: newPerson.nullish(),
          }),
        )
        .min(1)
        .max(60),
    }),
    response: circleDetails,
    errors: changing,
  },
  getCircle: {
    id: 'getCircle',
    method: 'GET',
    path: '/api/relations/:relation/circle',
    summary:
      'A team or network: its people and sides, what was agreed, the next meeting, what the family is told',
    params: circleParams,
    response: circleDetails,
    errors: reading,
  },
  editCircle: {
    id: 'editCircle',
    method: 'PUT',
    path: '/api/relations/:relation/circle',
    summary: 'Change what they want to find out, its days, and its sides',
    params: circleParams,
    body: z.strictObject({ version, ...span, sides: sideInputs }),
    response: circleDetails,
    errors: changing,
  },
  setCircleStatus: {
    id: 'setCircleStatus',
    method: 'POST',
    path: '/api/relations/:relation/circle/status',
    summary: 'Round a team or network off, or take it up again with a new last day',
    params: circleParams,
    body: z.strictObject({
      to: z.enum(['end', 'resume']),
      /** The new last day of one that is taken up again; null: none, which only a team can have. */
      endsOn: day.nullable(),
    }),
    response: circleDetails,
    errors: changing,
  },
  addCirclePerson: {
    id: 'addCirclePerson',
    method: 'POST',
    path: '/api/relations/:relation/circle/people',
    summary: 'Let somebody belong to it: who takes part in the collaboration, or somebody new',
    params: circleParams,
    body: z.strictObject({
      participant: participantId,
      sides: sideIds,
      /** Of somebody new; null for who takes part in the collaboration already. */
      person: newPerson.nullable(),
    }),
    response: circleDetails,
    errors: changing,
  },
  setCirclePerson: {
    id: 'setCirclePerson',
    method: 'PUT',
    path: '/api/relations/:relation/circle/people/:participant',
    summary: 'From which sides somebody speaks, and whether she is there; who leaves keeps what she wrote',
    params: personParams,
    body: z.strictObject({ sides: sideIds, active: z.boolean() }),
    response: circleDetails,
    errors: changing,
  },
  linkCirclePerson: {
    id: 'linkCirclePerson',
    method: 'POST',
    path: '/api/relations/:relation/circle/people/:participant/link',
    summary: 'A new link to the pages of the circle, shown once or mailed; the links before it end',
    params: personParams,
    body: z.strictObject({ email: z.email().max(254).nullable() }),
    response: z.object({ url: z.string(), until: instant, mailed: z.boolean() }),
    errors: changing,
  },
  unlinkCirclePerson: {
    id: 'unlinkCirclePerson',
    method: 'DELETE',
    path: '/api/relations/:relation/circle/people/:participant/link',
    summary: 'End the links of somebody to the pages of the circle',
    params: personParams,
    response: done,
    errors: changing,
  },
  planCircleMeeting: {
    id: 'planCircleMeeting',
    method: 'POST',
    path: '/api/relations/:relation/circle/meetings',
    summary: 'Plan a meeting at which everyone of the circle has a place already',
    params: circleParams,
    body: z.strictObject({
      id: meetingId,
      plannedAt: instant.refine(isLikely, 'out-of-range'),
      place: text(200),
      format: z.enum(['stilstaan', 'stilstaan-short']),
    }),
    response: z.object({ meeting: meetingId }),
    errors: changing,
  },
  addFamilyWord: {
    id: 'addFamilyWord',
    method: 'POST',
    path: '/api/relations/:relation/circle/words',
    summary: 'Write down what the family will be asked or told, and who says it',
    params: circleParams,
    body: z.strictObject({ id: familyWordId, ...newWord }),
    response: circleDetails,
    errors: changing,
  },
  setFamilyWord: {
    id: 'setFamilyWord',
    method: 'PUT',
    path: '/api/relations/:relation/circle/words/:word',
    summary: 'Change it, or write down that it was said and what the family answered',
    params: wordParams,
    body: z.strictObject({ version, ...newWord, said: z.boolean(), answer: text(1000) }),
    response: circleDetails,
    errors: changing,
  },
  removeFamilyWord: {
    id: 'removeFamilyWord',
    method: 'DELETE',
    path: '/api/relations/:relation/circle/words/:word',
    summary: 'Take back what was not said yet',
    params: wordParams,
    response: circleDetails,
    errors: changing,
  },
} as const satisfies Record<string, Endpoint>
