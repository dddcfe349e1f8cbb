import { variance } from './spread.ts'

/**
 * Cronbach's α of some items answered by the same people: k/(k − 1) · (1 − Σ item variances / variance of the sums).
 * `items[i][p]` is what person p answered on item i. Null with fewer than two items or people, or when all sums are equal.
 * Throws when items were not answered by equally many. Cronbach (1951), Psychometrika 16:297–334.
 */
export function cronbachAlpha(items: readonly (readonly number[])[]): number | null {
  const people = items[0]?.length ?? 0
  if (items.some((item) => item.length !== people)) throw new Error('Every item needs an answer of everyone')
  const ofItems = items.reduce((sum, item) => sum + (variance(item) ?? 0), 0)
  const sums = Array.from({ length: people }, (_, p) => items.reduce((sum, item) => sum + (item[p] ?? 0), 0))
  const ofSums = variance(sums)
  // Equal sums may differ by what binary numbers leave behind: that is no variation.
  if (items.length < 2 || ofSums === null || ofSums <= 1e-12 * ofItems || ofSums === 0) return null
  return (items.length / (items.length - 1)) * (1 - ofItems / ofSums)
}
