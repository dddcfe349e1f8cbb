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
  for: z.string().regex(/^(item:[a-z][a-z0-9-]*|rule:[a-z-]+|any)$/),
  say: spoken,
  next: bilingual,
})
export type Opener = z.infer<typeof openerSchema>

export const openerFile = z.strictObject({ instrument: z.string(), openers: z.array(openerSchema).min(1) })

/** What the talk is about: the signal, if there is one, and the lowest item of the answer, if anything was answered. */
export type OpenerOccasion = { finding: SignalFinding | null; lowestItem: string | null }

/**
 * The openers that fit, the most concrete first: those of the item, then those of the rule. A ceiling or a missing check
 * has its own only. When nothing stands out, or nothing was written for it, those that always fit.
 */
export function openersFor(openers: readonly Opener[], occasion: OpenerOccasion): Opener[] {
  const fitting = placesOf(occasion).flatMap((place) => openers.filter((opener) => opener.for === place))
  return fitting.length > 0 ? fitting : openers.filter((opener) => opener.for === 'any')
}

function placesOf({ finding, lowestItem }: OpenerOccasion): string[] {
  if (finding?.rule === 'ceiling' || finding?.rule === 'no-check') return [`rule:${finding.rule}`]
  const items = [finding?.rule === 'low-item' ? finding.item : null, lowestItem]
  const places = items.flatMap((item) => (item === null ? [] : [`item:${item}`]))
  if (finding !== null) places.push(`rule:${finding.rule}`)
  return [...new Set(places)]
}
