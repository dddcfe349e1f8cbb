import { mean } from './spread.ts'

export type Autocorrelation = {
  /** Lag-1 autocorrelation r₁, between −1 and 1. */
  r1: number
  /** 2/√n: beyond it limits are too narrow. */
  limit: number
  n: number
  /** |r₁| > limit: points hang together in time, so a long run says less. */
  warning: boolean
}

/**
 * Lag-1 autocorrelation Σ(xₜ − x̄)(xₜ₋₁ − x̄) / Σ(xₜ − x̄)², with the warning of domain.md §3.7. Null with fewer than three
 * points, or when all are equal.
 */
export function autocorrelation(values: readonly number[]): Autocorrelation | null {
  const centre = mean(values)
  if (centre === null || values.length < 3) return null
  const away = values.map((value) => value - centre)
  const whole = away.reduce((sum, value) => sum + value ** 2, 0)
  // Equal values may differ by what the mean left behind: that is no variation.
  if (whole <= values.length * (1e-9 * Math.max(1, Math.abs(centre))) ** 2) return null
  const lagged = away.slice(1).reduce((sum, value, i) => sum + value * (away[i] ?? 0), 0)
  const r1 = lagged / whole
  const limit = 2 / Math.sqrt(values.length)
  return { r1, limit, n: values.length, warning: Math.abs(r1) > limit }
}
