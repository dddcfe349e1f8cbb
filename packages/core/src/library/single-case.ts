/** What came before a moment beside what came after it, for one person: how the field of single cases reckons it. */

/**
 * Nonoverlap of all pairs (Parker & Vannest 2009): of all pairs of a value before and a value after, the share in which the one after
 * is higher; equal ones count half. 0 to 1; 0.5 says that nothing differs. Throws a RangeError without a value on both sides.
 */
export function nonoverlapOfAllPairs(before: readonly number[], after: readonly number[]): number {
  return (pairsWon(before, after) / pairs(before, after) + 1) / 2
}

/**
 * Tau-U with the trend before taken off (Parker, Vannest, Davis & Sauber 2011): pairs won minus pairs lost, less what was already
 * rising before, over all pairs. Mostly −1 to 1; a strong trend before can carry it past that (Tarlow 2017), so it is told in
 * words and never alone. `before` stands in the order of time. Throws a RangeError without a value on both sides.
 */
export function tauU(before: readonly number[], after: readonly number[]): number {
  return (pairsWon(before, after) - trendOf(before)) / pairs(before, after)
}

/** Kendall's S within one stretch: how many later values are higher than earlier ones, minus those that are lower. */
function trendOf(values: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + pairsWon([value], values.slice(at + 1)), 0)
}

function pairsWon(before: readonly number[], after: readonly number[]): number {
  return before.reduce((sum, one) => sum + after.reduce((won, other) => won + Math.sign(other - one), 0), 0)
}

function pairs(before: readonly number[], after: readonly number[]): number {
  const all = before.length * after.length
  if (all === 0) throw new RangeError('Nothing to compare: a value is needed before and after')
  return all
}
