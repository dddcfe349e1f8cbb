import { median } from './spread.ts'

export type Side = 'above' | 'below'

/** So many points in a row on one side of the centre are no coincidence (Wheeler's rule for XmR charts). */
export const longRun = 8

/** A row of points on one side of the centre; points on the centre are passed over and do not end it. */
export type Run = { side: Side; from: number; to: number; length: number }

const rounding = 1e-9

/** Where a value lies from the centre; null on it. */
export function sideOf(value: number, centre: number): Side | null {
  if (Math.abs(value - centre) < rounding) return null
  return value > centre ? 'above' : 'below'
}

/** All rows of points on one side of the centre, in order; indexes count from 0. */
export function runsAround(values: readonly number[], centre: number): Run[] {
  const runs: Run[] = []
  for (const [index, value] of values.entries()) {
    const side = sideOf(value, centre)
    if (side === null) continue
    const last = runs.at(-1)
    if (last?.side !== side) {
      runs.push({ side, from: index, to: index, length: 1 })
      continue
    }
    last.to = index
    last.length++
  }
  return runs
}

/** The row that the last point belongs to; null when nothing lies off the centre or the last point lies on it. */
export function lastRun(values: readonly number[], centre: number): Run | null {
  const last = values.length - 1
  const side = sideOf(values[last] ?? centre, centre)
  if (side === null) return null
  const run: Run = { side, from: last, to: last, length: 1 }
  for (let i = last - 1; i >= 0; i--) {
    const other = sideOf(values[i] ?? centre, centre)
    if (other === null) continue
    if (other !== side) break
    run.from = i
    run.length++
  }
  return run
}

export type AnhojLimits = {
  /** A longer run than this is a shift. */
  longestRun: number
  /** Fewer crossings than this are too few. */
  crossings: number
}

/**
 * Limits for a run chart of n useful points (those on the median do not count): longest run round(log₂ n) + 3, crossings
 * the 5th percentile of a binomial with n − 1 throws of a fair coin. Null below two points.
 * Anhøj & Olesen (2014), PLoS ONE 9(11):e113825; Anhøj (2015), PLoS ONE 10(3):e0121349.
 */
export function anhojLimits(n: number): AnhojLimits | null {
  return n < 2 ? null : { longestRun: Math.round(Math.log2(n)) + 3, crossings: binomialQuantile(n - 1) }
}

/** The smallest k with P(X ≤ k) ≥ 0.05, X binomial(throws, ½). In logarithms, so that 1,000 throws do not underflow. */
function binomialQuantile(throws: number): number {
  let logTerm = -throws * Math.LN2
  let below = Math.exp(logTerm)
  let k = 0
  while (below < 0.05 && k < throws) {
    logTerm += Math.log((throws - k) / (k + 1))
    below += Math.exp(logTerm)
    k++
  }
  return k
}

export type Anhoj = AnhojLimits & {
  median: number
  useful: number
  longest: number
  crossed: number
  /** The longest run exceeds its limit. */
  shift: boolean
  /** The line crosses the median less often than expected. */
  tooFewCrossings: boolean
}

/** Both Anhøj rules around the median. They say that something moved, not why. Null with fewer than two useful points. */
export function anhoj(values: readonly number[]): Anhoj | null {
  const centre = median(values)
  if (centre === null) return null
  const runs = runsAround(values, centre)
  const useful = runs.reduce((sum, run) => sum + run.length, 0)
  const limits = anhojLimits(useful)
  if (limits === null) return null
  const longest = Math.max(...runs.map((run) => run.length))
  const crossed = runs.length - 1
  const found = { shift: longest > limits.longestRun, tooFewCrossings: crossed < limits.crossings }
  return { ...limits, median: centre, useful, longest, crossed, ...found }
}
