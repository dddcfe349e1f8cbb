import { z } from 'zod'
import { exportPurpose } from '../access/access.contract.ts'
import { voices } from '../relation/relation.ts'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { circleSideId, meetingId, networkWaveId, participantId, relationId } from '../shared/ids.ts'
import { languages } from '../shared/language.ts'
import { requiredText } from '../shared/text-input.ts'
import { oftens, usefuls } from './network.ts'
import { tieChanges } from './network-change.ts'

const day = z.iso.date().refine((one) => one >= '2000-01-01' && one < '2200-01-01', 'out-of-range')
const useful = z.enum(usefuls).nullable()
const told = z.object({ often: z.enum(oftens), useful })
const ends = { from: participantId, to: participantId }

const wave = z.object({
  id: networkWaveId,
  title: z.string(),
  openedOn: day,
  closesOn: day,
  state: z.enum(['open', 'closed']),
  /** The day on which it is talked about; null where it was begun before that was asked. */
  talkOn: day.nullable(),
  /** The planned meeting; null where only the day is known. */
  meeting: meetingId.nullable(),
})
export type NetworkWave = z.infer<typeof wave>

const side = z.object({ id: circleSideId, name: z.string() })
const person = z.object({
  participant: participantId,
  name: z.string(),
  voice: z.enum(voices),
  /** All sides she belongs to; she stands once. */
  sides: z.array(circleSideId),
})

/** Where who reads stands herself: she can fill in, was not asked or said no, or does not belong to the team or network. */
const standing = z.enum(['may-fill', 'no-consent', 'not-in-circle'])

const share = z.number().min(0).max(1)
const measures = z.object({
  ...{ ties: z.int(), possible: z.int(), density: share, returned: z.int(), reciprocity: share.nullable() },
  centralisation: z.object({ in: share, out: share }).nullable(),
})

/** The map of a moment that is shut: whoever has not said yes is not in it. */
const map = z.object({
  sides: z.array(side),
  people: z.array(person),
  ties: z.array(told.extend(ends)),
  findings: z.object({ ties: z.int(), across: z.int(), measures: measures.nullable() }),
  /** How many people are not on the map, and how many on it did not fill in: numbers, without names. */
  notOnMap: z.int(),
  notAnswered: z.int(),
})
export type NetworkMap = z.infer<typeof map>

const comparison = z.object({
  before: wave,
  ties: z.array(
    z.object({
      ...ends,
      change: z.enum(tieChanges),
      before: told.nullable(),
      after: told.nullable(),
    }),
  ),
  counts: z.object({ new: z.int(), gone: z.int(), changed: z.int(), same: z.int() }),
  apart: z.int(),
})
export type NetworkComparisonTold = z.infer<typeof comparison>

const sheet = z.object({
  standing,
  sides: z.array(side),
  /** Whom she can name: who said yes, without herself. Empty for whoever cannot fill in. */
  people: z.array(person),
  /** What she told; null when she has not filled in. */
  mine: z.array(told.extend({ to: participantId })).nullable(),
})
export type NetworkSheet = z.infer<typeof sheet>

const closed = z.object({
  ...{ state: z.literal('closed'), wave, map, compared: comparison.nullable() },
})
export type NetworkClosed = z.infer<typeof closed>

/** A moment: the sheet while it is open, the map once it is shut; nothing for whoever only looks in for an emergency. */
const details = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open'), wave, sheet, answered: z.int(), size: z.int() }),
  closed,
  z.object({ state: z.literal('hidden'), wave }),
])
export type NetworkDetails = z.infer<typeof details>

const ofRelation = z.object({ relation: relationId })
const ofWave = ofRelation.extend({ wave: networkWaveId })
const root = '/api/relations/:relation/circle/network'

export const networkEndpoints = {
  listNetwork: {
    id: 'listNetwork',
    method: 'GET',
    path: root,
    summary: 'The moments of the map of who works with whom, newest first',
    params: ofRelation,
    response: z.object({
      waves: z.array(wave),
      standing,
      /** Whether the reader may begin a moment; not when the team or network ended or the family left. */
      mayBegin: z.boolean(),
      /** Whether the reader may move the talk about a moment. */
      mayPlanTalk: z.boolean(),
      /** The planned meetings that the reader sits at: in one of them a map can be talked about. */
      meetings: z.array(z.object({ id: meetingId, title: z.string(), day })),
    }),
    errors: ['not-signed-in', 'not-found'],
  },
  beginNetwork: {
    id: 'beginNetwork',
    method: 'POST',
    path: root,
    summary:
      'Begins a moment at which people tell with whom they work; without a day on which it is talked about it is refused',
    params: ofRelation,
    body: z.strictObject({
      ...{ id: networkWaveId, title: requiredText(120), closesOn: day },
      ...{ talkOn: day, meeting: meetingId.nullable() },
    }),
    response: wave,
    errors: ['not-signed-in', 'invalid-input', 'conflict', 'not-allowed', 'not-found'],
  },
  getNetwork: {
    id: 'getNetwork',
    method: 'GET',
    path: `${root}/:wave`,
    summary:
      'A moment: what can be filled in while it is open, the map once it is shut, beside an earlier moment',
    params: ofWave,
    query: z.object({ since: networkWaveId.optional() }),
    response: details,
    errors: ['not-signed-in', 'not-found', 'invalid-input'],
  },
  exportNetwork: {
    id: 'exportNetwork',
    method: 'POST',
    path: `${root}/:wave/exports`,
    summary: 'The map of a moment that is shut, as a table and as what it is drawn from',
    params: ofWave,
    body: z.strictObject({
      ...{ purpose: exportPurpose, language: z.enum(languages), since: networkWaveId.nullable() },
    }),
    response: z.object({ name: z.string(), csv: z.string(), details: closed }),
    errors: ['not-signed-in', 'invalid-input', 'not-found', 'conflict', 'not-allowed', 'purpose-refused'],
  },
  planNetworkTalk: {
    id: 'planNetworkTalk',
    method: 'PUT',
    path: `${root}/:wave/talk`,
    summary: 'Moves the talk about a moment, or names the meeting in which it is',
    params: ofWave,
    body: z.strictObject({ talkOn: day, meeting: meetingId.nullable() }),
    response: done,
    errors: ['not-signed-in', 'invalid-input', 'not-allowed', 'not-found'],
  },
  removeNetwork: {
    id: 'removeNetwork',
    method: 'DELETE',
    path: `${root}/:wave`,
    summary: 'Takes back a moment that was begun by mistake, as long as nobody filled in',
    params: ofWave,
    response: done,
    errors: ['not-signed-in', 'not-found', 'conflict', 'not-allowed'],
  },
  tellNetwork: {
    id: 'tellNetwork',
    method: 'PUT',
    path: `${root}/:wave/ties`,
    summary: 'Tells with whom the reader works, in the place of what she told before at this moment',
    params: ofWave,
    body: z.strictObject({
      ties: z.array(z.strictObject({ to: participantId, often: z.enum(oftens), useful })).max(200),
    }),
    response: details,
    errors: ['not-signed-in', 'invalid-input', 'not-found', 'conflict', 'not-allowed'],
  },
  untellNetwork: {
    id: 'untellNetwork',
    method: 'DELETE',
    path: `${root}/:wave/ties`,
    summary: 'Takes back what the reader told at a moment, also one that is shut',
    params: ofWave,
    response: done,
    errors: ['not-signed-in', 'not-found'],
  },
} as const satisfies Record<string, Endpoint>
