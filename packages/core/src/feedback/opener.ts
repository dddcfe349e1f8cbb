import { z } from 'zod'
import { bilingual, spoken } from '../shared/spoken.ts'
import type { SignalFinding } from './signal.ts'

/**
 * A sentence to open the talk with: one that a person can say aloud, and a line how to go on after saying it.
 * `{when}` and `{item}` are filled from the answer it belongs to.
 */
export const openerSchema = z.strictObject({
  id: z.string(),
  /** `item:<id>` for the lowest item, `rule:<signal rule>`, or `any` when nothing stands out. */
  for: z.string().regex(/^(item:[a-z-]+|rule:[a-z-]+|any)$/),
  say: spoken,
  next: bilingual,
})
export type Opener = z.infer<typeof openerSchema>

export const openerFile = z.strictObject({ instrument: z.string(), openers: z.array(openerSchema).min(1) })

/** The openers that fit what is on the table: those of the signal's item or rule first, then those of the lowest item. */
export function openersFor(
  openers: readonly Opener[],
  about: { finding: SignalFinding | null; lowestItem: string | null },
): Opener[] {
  const wanted: string[] = []
  if (about.finding?.rule === 'low-item') wanted.push(`item:${about.finding.item}`)
  else if (about.finding?.rule === 'ceiling' || about.finding?.rule === 'no-check') {
    return openers.filter((opener) => opener.for === `rule:${about.finding?.rule}`)
  }
  if (about.lowestItem !== null) wanted.push(`item:${about.lowestItem}`)
  if (about.finding !== null) wanted.push(`rule:${about.finding.rule}`)
  if (wanted.length === 0) wanted.push('any')
  return [...new Set(wanted)].flatMap((key) => openers.filter((opener) => opener.for === key))
}
