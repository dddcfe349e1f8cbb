import { z } from 'zod'
import { bilingual, spoken } from '../shared/spoken.schema.ts'

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

const parts = z.strictObject({
  id,
  version: z.int().min(1),
  /** Asked of the people of one team or network, in confidence: no limits, no sum, no signal about anyone. */
  use: z.literal('circle'),
  name: bilingual,
  aim: bilingual,
  /** Said to whoever fills it in or reads what came out: what this is, and what it is not. */
  caution: spoken,
  /** Whole steps. High is what people hope for, also of the items of the shadow side. */
  scale: z.strictObject({ min: z.literal(0), max: z.int().min(2).max(10) }),
  minutes: z.int().min(1).max(30),
  /** Of everybody who is asked, how many in a hundred must answer before any number is shown. */
  minShare: z.int().min(50).max(100),
  /** After so many weeks it makes sense to look again. */
  repeatWeeks: z.int().min(1).max(52),
  source: z.string().min(1),
  items: z
    .array(
      z.strictObject({
        ...{ id, label: bilingual, question: spoken, low: spoken, high: spoken },
        /** Asks for what it costs or what stays unsaid: the talk comes to it, whatever was answered. */
        shadow: z.literal(true).optional(),
        /** What people can ask each other about it; on its own it is a card for a talk without a check. */
        card: bilingual,
      }),
    )
    .min(3)
    .max(12),
  open: z.strictObject({ question: spoken }),
})

/** A questionnaire for the people of one circle. A published version never changes: what was answered keeps its wording. */
export const circleInstrumentSchema = parts
  .refine(({ items }) => new Set(items.map((item) => item.id)).size === items.length, 'two items have one id')
  .refine(({ items }) => items.some(({ shadow }) => shadow === true), 'no item asks for the shadow side')
export type CircleInstrument = z.infer<typeof circleInstrumentSchema>
export type CircleItem = CircleInstrument['items'][number]
