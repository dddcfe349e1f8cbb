import { z } from 'zod'
import { placeId } from '../shared/ids.ts'
import { requiredText } from '../shared/text-input.ts'

/**
 * What somebody at the table can ask of a meeting that is held. Each command has an id of its own device, so that sending it
 * twice does it once; what moves the meeting says at which step it was meant, so that two who lead do not skip two.
 */

const stepKey = z.string().min(1).max(60)
const id = z.uuid().toLowerCase()
/** For whom: oneself, or somebody whose words this device takes. */
const as = placeId.optional()
const meant = { step: stepKey, round: z.number().int().min(1).max(1000) }
const reason = requiredText(300)

const bilingual = z.object({ nl: requiredText(400), en: requiredText(400) })

/** A step that is put in while the meeting is held. */
export const insertedStep = z.object({
  key: stepKey,
  title: bilingual,
  prompt: bilingual,
  minutes: z.number().int().min(1).max(120),
  input: z.enum(['none', 'text', 'round', 'cards']),
  isSealed: z.boolean(),
  isAnonymous: z.boolean(),
})
export type InsertedStep = z.infer<typeof insertedStep>

/** What anybody at the table may ask. */
const ofEverybody = [
  z.object({ do: z.literal('arrive'), id }),
  z.object({ do: z.literal('leave'), id }),
  z.object({ do: z.literal('carry'), id, place: placeId, is: z.boolean() }),
  z.object({ do: z.literal('ready'), id, as, is: z.boolean(), ...meant }),
  z.object({ do: z.literal('raise'), id, as, is: z.boolean() }),
  z.object({ do: z.literal('pass'), id, as, ...meant }),
  z.object({ do: z.literal('spoke'), id, turn: placeId, ...meant }),
  z.object({ do: z.literal('take-over'), id, reason }),
] as const

/** What only who leads may ask. */
const ofWhoLeads = [
  z.object({ do: z.literal('here'), id }),
  z.object({ do: z.literal('next'), id, ...meant }),
  z.object({ do: z.literal('extend'), id, ...meant }),
  z.object({ do: z.literal('pause'), id, ...meant }),
  z.object({ do: z.literal('resume'), id, ...meant }),
  z.object({ do: z.literal('skip'), id, key: stepKey, reason: reason.nullable() }),
  z.object({ do: z.literal('repeat'), id, key: stepKey, ...meant }),
  z.object({ do: z.literal('move'), id, key: stepKey, before: stepKey.nullable() }),
  z.object({ do: z.literal('insert'), id, add: insertedStep, before: stepKey.nullable(), reason }),
  z.object({ do: z.literal('anonymous'), id, key: stepKey }),
  z.object({ do: z.literal('reveal'), id, ...meant }),
  z.object({ do: z.literal('begin-round'), id, ...meant }),
  z.object({ do: z.literal('turn'), id, place: placeId, ...meant }),
  z.object({ do: z.literal('heard'), id, place: placeId, is: z.boolean() }),
  z.object({ do: z.literal('invite'), id, place: placeId }),
  z.object({ do: z.literal('end'), id, reason: reason.nullable() }),
] as const

export const liveCommand = z.discriminatedUnion('do', [...ofEverybody, ...ofWhoLeads])
export type LiveCommand = z.infer<typeof liveCommand>
export type LiveDeed = LiveCommand['do']

/** Which commands are for who leads only. */
export const leadDeeds: readonly LiveDeed[] = ofWhoLeads.map(({ shape }) => shape.do.value)
