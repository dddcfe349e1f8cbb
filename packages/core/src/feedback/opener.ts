import { z } from 'zod'
import { bilingual, spoken } from '../shared/spoken.schema.ts'

/**
 * A sentence to open the talk with: one that a person can say aloud, and a line how to go on after saying it.
 * `{when}` and `{item}` are filled from the answer it belongs to.
 */
export const openerSchema = z.strictObject({
  id: z.string(),
  /** `item:<id>` for the lowest item, `rule:<signal rule>`, or `any` when nothing stands out. */
  for: z.string().regex(/^(item:[a-z][a-z0-9-]*|rule:[a-z-]+|any)$/),
  say: spoken,
  next: bilingual,
})
export type Opener = z.infer<typeof openerSchema>

export const openerFile = z.strictObject({ instrument: z.string(), openers: z.array(openerSchema).min(1) })
