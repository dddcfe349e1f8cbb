import { mean } from './spread.ts'

/** Scale of moving ranges to limits of single values: 3/d₂ with d₂ = 1.128 for ranges of two. */
const limitFactor = 2.66
/** Upper limit of the moving range: D₄ for ranges of two. */
const rangeFactor = 3.268

/** With fewer points than this, limits are told as *voorlopig* (provisional). */
export const settledFrom = 12

/** A baseline has at least so many points, and at most so many are taken when nothing else is said (domain.md §3.7). */
export const baselineSize = { least: 6, most: 8 } as const

export type XmrLimits = {
  centre: number
  meanRange: number
  lower: number
  upper: number
  /** Upper limit of the step from one point to the next (URL). */
  rangeLimit: number
  /** Limits that were cut off at the end of the scale: beyond it nobody can answer. */
  clipped: { lower: boolean; upper: boolean }
  /** How many points, from the first, the limits were made of. */
  baseline: number
}

export type Xmr = XmrLimits & {
  /** Of how many points the chart consists. */
  n: number
  /** Fewer than 12 points: limits may still move much. */
  provisional: boolean
  /** Indexes (from 0) of points outside the limits. */
  outside: number[]
  /** Indexes of points whose step from the point before exceeds `rangeLimit`. */
  bigSteps: number[]
}

type Options = {
  /** The first so many points make the limits; all of them when not told. */
  baseline?: number
  /** The ends of the answering scale. */
  scale?: { min: number; max: number }
}

/**
 * Limits of an XmR chart (individuals and moving range): mean ± 2.66·mR̄ and 3.268·mR̄, cut off at the ends of the scale.
 * Null with fewer than two points to make them of. Wheeler (1993), Understanding Variation.
 */
export function xmrLimits(values: readonly number[], options: Options = {}): XmrLimits | null {
  const base = values.slice(0, options.baseline ?? values.length)
  const centre = mean(base)
  const meanRange = mean(movingRanges(base))
  if (centre === null || meanRange === null) return null
  const { min, max } = options.scale ?? { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY }
  const reach = limitFactor * meanRange
  return {
    centre,
    meanRange,
    lower: Math.max(min, centre - reach),
    upper: Math.min(max, centre + reach),
    rangeLimit: rangeFactor * meanRange,
    clipped: { lower: centre - reach < min, upper: centre + reach > max },
    baseline: base.length,
  }
}

/** A whole XmR chart: limits, and the points and steps that lie outside them. Null with fewer than two points. */
export function xmr(values: readonly number[], options: Options = {}): Xmr | null {
  const limits = xmrLimits(values, options)
  if (limits === null) return null
  const steps = movingRanges(values)
  return {
    ...limits,
    n: values.length,
    provisional: values.length < settledFrom,
    outside: values.flatMap((value, i) => (isOutside(value, limits) ? [i] : [])),
    bigSteps: steps.flatMap((step, i) => (step > limits.rangeLimit + rounding ? [i + 1] : [])),
  }
}

// Limits are sums of tenths: a point on one must not fall outside by what binary numbers leave behind.
const rounding = 1e-9

/** Whether a value lies outside limits; on them is inside. */
export function isOutside(value: number, { lower, upper }: Pick<XmrLimits, 'lower' | 'upper'>): boolean {
  return value < lower - rounding || value > upper + rounding
}

/** Absolute steps from each value to the next: one fewer than there are values. */
export function movingRanges(values: readonly number[]): number[] {
  return values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)))
}

/**
 * The length of the fixed baseline of a line of n points: the first 8, fewer while there are not so many, none below 6.
 * Once there are 8 it never moves again, so that limits do not follow what they should show.
 */
export function baselineLength(n: number): number | null {
  return n < baselineSize.least ? null : Math.min(baselineSize.most, n)
}
