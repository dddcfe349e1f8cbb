import { z } from 'zod'
import { bilingual, spoken } from '../shared/spoken.schema.ts'

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

const parts = z.strictObject({
  id,
  version: z.int().min(1),
  /** Asked of a group without names: it has no limits and leads to no signal about anyone. */
  use: z.literal('round'),
  name: bilingual,
  /** Said to whoever fills it in or reads the outcome: what this is, and what it is not. */
  caution: spoken,
  /** Whole steps: a mark of 7.3 would be a signature. */
  scale: z.strictObject({ min: z.literal(0), max: z.int().min(2).max(10) }),
  items: z
    .array(
      z.strictObject({
        ...{ id, label: bilingual, question: spoken, low: spoken, high: spoken },
        /** Asks for what it costs or who is left out: the talk comes to it, whatever was answered. */
        shadow: z.literal(true).optional(),
      }),
    )
    .min(1)
    .max(12),
  /** Asked about another group instead of the own one; `{group}` in a wording is the name of that group. */
  about: z.literal('others').optional(),
  /** Of everybody who is asked, how many in a hundred must answer before anything is shown; `usualShare` when left out. */
  minShare: z.int().min(50).max(100).optional(),
  open: z.strictObject({ question: spoken }),
})

/** A questionnaire for anonymous rounds. A published version never changes: what was counted keeps its wording. */
export const teamInstrumentSchema = parts.refine(
  ({ items }) => new Set(items.map((item) => item.id)).size === items.length,
  'two items have one id',
)
export type TeamInstrument = z.infer<typeof teamInstrumentSchema>
export type TeamItem = TeamInstrument['items'][number]

/** Whether an item asks for the shadow side; the first team check was published before items could say so. */
export function asksForShadow({ id, shadow }: Pick<TeamItem, 'id' | 'shadow'>): boolean {
  return shadow === true || id === 'cost'
}
