import { autocorrelation } from './autocorrelation.ts'
import { baselineSize, settledFrom, xmrLimits } from './xmr.ts'

/**
 * What has to be said beside a number or a line, so that it is not read as more than it is:
 * `few` (below 6: no pattern yet), `provisional` (below 12: limits still move), `hangs-together` (each point resembles the
 * one before), `alternates` (each point lies on the other side: limits are too wide), `ceiling` (half or more at the top of the scale), `clipped` (a limit cut off at the end of the scale),
 * `gaps` (times that were not filled in), `not-researched` (own wording without norms).
 */
export const caveats = [
  'few',
  'provisional',
  'hangs-together',
  'alternates',
  'ceiling',
  'clipped',
  'gaps',
  'not-researched',
] as const
export type Caveat = (typeof caveats)[number]

export type CaveatFacts = {
  /** Scores of one line, oldest first; null for a time without a score. */
  scores: readonly (number | null)[]
  scale: { min: number; max: number }
  /** From here on an answer counts as full. */
  ceilingFrom: number
  /** Of how many first points the limits are made; null when no limits are shown. */
  baseline: number | null
  /** Whether norms exist for what was asked. */
  validated: boolean
}

/** The caveats that belong beside one line, in the order in which they are told. */
export function caveatsOf({ scores, scale, ceilingFrom, baseline, validated }: CaveatFacts): Caveat[] {
  const given = scores.filter((score) => score !== null)
  const n = given.length
  const full = given.filter((score) => score >= ceilingFrom - 1e-9).length
  const drift = n < baselineSize.least ? null : autocorrelation(given)
  const limits = baseline === null ? null : xmrLimits(given, { baseline, scale })
  const holds: Record<Caveat, boolean> = {
    few: n < baselineSize.least,
    provisional: limits !== null && n >= baselineSize.least && n < settledFrom,
    'hangs-together': drift?.warning === true && drift.r1 > 0,
    alternates: drift?.warning === true && drift.r1 < 0,
    ceiling: n >= 3 && full * 2 >= n,
    clipped: limits !== null && (limits.clipped.lower || limits.clipped.upper),
    gaps: given.length < scores.length,
    'not-researched': !validated,
  }
  return caveats.filter((caveat) => holds[caveat])
}
