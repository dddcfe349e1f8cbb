import type { Opener } from './opener.ts'
import type { SignalFinding, SignalRule } from './signal.ts'

/** What the talk is about: the signal, if there is one, and the lowest item of the answer, if anything was answered. */
export type OpenerOccasion = { finding: SignalFinding | null; lowestItem: string | null }

/** Rules that are not about one low item: only their own sentences fit. */
const ownOnly: readonly SignalRule[] = [
  'ceiling',
  'no-check',
  'mutual-difference',
  'voices-differ',
  'own-limits',
  'no-change',
  'rupture-open',
  'own-challenge',
]

/** Which item `{item}` names in the openers of an occasion: the one the finding tells of, else the lowest. */
export function openerItem({ finding, lowestItem }: OpenerOccasion): string | null {
  return finding !== null && 'item' in finding ? finding.item : lowestItem
}

/**
 * The openers that fit, the most concrete first: those of the item, then those of the rule. A rule that is not about one low
 * item has its own only. When nothing stands out, or nothing was written for it, those that always fit.
 */
export function openersFor(openers: readonly Opener[], occasion: OpenerOccasion): Opener[] {
  const fitting = placesOf(occasion).flatMap((place) => openers.filter((opener) => opener.for === place))
  return fitting.length > 0 ? fitting : openers.filter((opener) => opener.for === 'any')
}

function placesOf({ finding, lowestItem }: OpenerOccasion): string[] {
  if (finding !== null && ownOnly.includes(finding.rule)) return [`rule:${finding.rule}`]
  const items = [finding?.rule === 'low-item' ? finding.item : null, lowestItem]
  const places = items.flatMap((item) => (item === null ? [] : [`item:${item}`]))
  if (finding !== null) places.push(`rule:${finding.rule}`)
  return [...new Set(places)]
}
