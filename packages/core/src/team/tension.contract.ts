import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { meetingId, relationId, tensionId } from '../shared/ids.ts'
import { requiredText, text } from '../shared/text-input.ts'
import { leans, tensionLimits, tensionPairs, tensionRooms } from './tension.ts'

const day = z.iso.date()
/** A year that nobody alive means is a typing error, and not every database can hold it. */
const likelyDay = day.refine((on) => on >= '1900-01-01' && on < '2200-01-01', 'out-of-range')
const params = z.object({ relation: relationId })
const tensionParams = params.extend({ tension: tensionId })
const lean = z.literal([...leans])

const outcome = z.object({
  /** Who see this tension too. */
  seen: z.int(),
  /** From five people on: how many see us lean where, from left to right. */
  counts: z.array(z.int()).length(leans.length).nullable(),
  words: z.enum(['alike', 'different']).nullable(),
})

const tension = z.object({
  id: tensionId,
  pair: z.enum(tensionPairs),
  left: z.string(),
  right: z.string(),
  leftGood: z.string(),
  rightGood: z.string(),
  situation: z.string(),
  asks: z.string(),
  room: z.enum(tensionRooms).nullable(),
  meeting: z.object({ id: meetingId, title: z.string(), on: day }).nullable(),
  /** On which day they look again. */
  lookOn: day.nullable(),
  /** "Not for now": it is never solved. */
  restingSince: day.nullable(),
  version: z.int(),
  now: outcome,
  /** Six weeks ago, where anybody had looked then. */
  before: outcome.nullable(),
  /** One's own newest look; null: she did not say that she sees it. */
  mine: z.object({ on: day, lean: lean.nullable() }).nullable(),
})
export type Tension = z.infer<typeof tension>

export const tensionRegister = z.object({
  /** Those that are in sight first, then those that are not for now; each in the order in which they came. */
  tensions: z.array(tension),
  /** Meetings of this circle that are planned: room for it. */
  meetings: z.array(z.object({ id: meetingId, title: z.string(), on: day })),
  mayWrite: z.boolean(),
  today: day,
})
export type TensionRegister = z.infer<typeof tensionRegister>

const fields = {
  /** What the poles are called; of one of the three pairs these may be other words for the same. */
  left: requiredText(tensionLimits.pole),
  right: requiredText(tensionLimits.pole),
  /** Both poles have something good: without that a pole would only be the wrong one. */
  leftGood: requiredText(tensionLimits.good),
  rightGood: requiredText(tensionLimits.good),
  situation: text(tensionLimits.situation),
  asks: text(tensionLimits.asks),
  room: z.enum(tensionRooms).nullable(),
  meeting: meetingId.nullable(),
  lookOn: likelyDay.nullable(),
}
export const tensionInput = z.strictObject(fields)
export type TensionInput = z.infer<typeof tensionInput>

const refusals = ['not-signed-in', 'not-allowed', 'not-found'] as const
const changes = [...refusals, 'invalid-input', 'conflict'] as const
const base = '/api/relations/:relation/circle/tensions'

export const tensionEndpoints = {
  listTensions: {
    id: 'listTensions',
    method: 'GET',
    path: base,
    summary: 'The tensions of a team or network: both poles, who sees them, where they are talked about',
    params,
    response: tensionRegister,
    errors: refusals,
  },
  addTension: {
    id: 'addTension',
    method: 'POST',
    path: base,
    summary: 'Put a tension in the register. The id is made by the sender: a repeat is the same tension.',
    params,
    body: z.strictObject({ id: tensionId, pair: z.enum(tensionPairs), ...fields }),
    response: tensionRegister,
    errors: changes,
  },
  changeTension: {
    id: 'changeTension',
    method: 'PUT',
    path: `${base}/:tension`,
    summary: 'Change the words of a tension, where it is talked about, or when they look again',
    params: tensionParams,
    body: z.strictObject({ version: z.int().min(1).max(2_147_483_646), ...fields }),
    response: tensionRegister,
    errors: changes,
  },
  restTension: {
    id: 'restTension',
    method: 'PUT',
    path: `${base}/:tension/resting`,
    summary: 'Say that a tension is not for now, or that it is again',
    params: tensionParams,
    body: z.strictObject({ resting: z.boolean() }),
    response: tensionRegister,
    errors: changes,
  },
  lookAtTension: {
    id: 'lookAtTension',
    method: 'PUT',
    path: `${base}/:tension/look`,
    summary: 'Say today that one sees a tension, and where one sees us lean',
    params: tensionParams,
    body: z.strictObject({ lean: lean.nullable() }),
    response: tensionRegister,
    errors: changes,
  },
  takeBackLooks: {
    id: 'takeBackLooks',
    method: 'DELETE',
    path: `${base}/:tension/look`,
    summary: 'Take back all that one said of a tension',
    params: tensionParams,
    response: tensionRegister,
    errors: refusals,
  },
} as const satisfies Record<string, Endpoint>
