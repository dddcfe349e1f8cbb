import { pairDistribution } from './pair-distribution.ts'
import type { Better } from './reliable-change.ts'

export type NonOverlap = {
  /** Non-overlap of all pairs, 0 to 1; ½ when after does not differ from before. */
  nap: number
  /** The same on −1 to 1: (better − worse pairs) / all pairs. */
  tau: number
  /**
   * Tau-U: tau after taking off the trend that was there before. It may lie outside −1 to 1 by (m − 1)/2n with m points
   * before and n after.
   */
  tauU: number
  pairs: { all: number; better: number; worse: number; tied: number }
  /** Kendall's S of the points before, in order: better minus worse pairs. */
  trendBefore: number
}

/**
 * How far the points after lie beyond those before, pair by pair, for one person. `before` and `after` in the order of time,
 * each at least one point (else null). NAP: Parker & Vannest (2009), Behav Ther 40:357–367. Tau-U (A vs. B, minus the trend
 * of A): Parker, Vannest, Davis & Sauber (2011), Behav Ther 42:284–299, as (S_AB − S_A)/mn. Ties count half (NAP) or nothing
 * (Tau). These describe overlap, not size: values that all lie beyond the others give 1, by however little.
 */
export function nonOverlap(
  before: readonly number[],
  after: readonly number[],
  better: Better = 'higher',
): NonOverlap | null {
  if (before.length === 0 || after.length === 0) return null
  const sign = better === 'higher' ? 1 : -1
  let [up, down] = [0, 0]
  for (const a of before) {
    for (const b of after) {
      if (b > a) up++
      else if (b < a) down++
    }
  }
  const all = before.length * after.length
  const balance = sign * (up - down)
  const trendBefore = sign * kendallS(before)
  const [betterPairs, worsePairs] = sign > 0 ? [up, down] : [down, up]
  return {
    nap: (betterPairs + (all - up - down) / 2) / all,
    tau: balance / all,
    tauU: (balance - trendBefore) / all,
    pairs: { all, better: betterPairs, worse: worsePairs, tied: all - up - down },
    trendBefore,
  }
}

/** Kendall's S of values in order: pairs that go up minus pairs that go down. */
function kendallS(values: readonly number[]): number {
  let s = 0
  for (const [i, first] of values.entries()) {
    for (const later of values.slice(i + 1)) s += Math.sign(later - first)
  }
  return s
}

/** More points than this are not counted out. */
export const exactAtMost = 60

export type ExactChance = {
  /** Two-sided: how often chance alone gives a statistic at least as far from 0, if every order were equally likely. */
  p: number
  /** The smallest p that so many points with these ties can give at all: with 3 and 3 it is 0.1. */
  smallest: number
  statistic: number
}

/**
 * The exact two-sided chance of the difference between before and after, given the values (ties included): every division of
 * the points in two groups is counted, none is estimated. Without `trend` this is the Wilcoxon–Mann–Whitney distribution of
 * NAP and Tau; with it the distribution of Tau-U over every order of all points. Null when a phase is empty or more than 60
 * points are given: no normal approximation takes its place. Assumes that the order means nothing, which points that hang
 * together in time do not fulfil: see `autocorrelation`.
 */
export function exactChance(
  before: readonly number[],
  after: readonly number[],
  { trend }: { trend: boolean },
): ExactChance | null {
  const found = nonOverlap(before, after)
  if (found === null || before.length + after.length > exactAtMost) return null
  const balance = found.pairs.better - found.pairs.worse
  const statistic = trend ? balance - found.trendBefore : balance
  const chances = pairDistribution([...before, ...after], before.length, { trend })
  const beyond = (reach: number) =>
    [...chances].reduce((sum, [value, chance]) => (Math.abs(value) >= reach ? sum + chance : sum), 0)
  const furthest = Math.max(...[...chances.keys()].map(Math.abs))
  return { p: Math.min(1, beyond(Math.abs(statistic))), smallest: Math.min(1, beyond(furthest)), statistic }
}
