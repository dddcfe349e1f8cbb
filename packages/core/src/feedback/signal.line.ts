import { scoreOf } from './instrument.score.ts'
import type { Answers, Instrument } from './instrument.ts'
import { type SignalFinding, signalsOf } from './signal.ts'
import { autocorrelation } from './statistics/autocorrelation.ts'
import { lastRun, longRun } from './statistics/run-rules.ts'
import { baselineLength, baselineSize, isOutside, settledFrom, xmrLimits } from './statistics/xmr.ts'

/** So many checks in a row at one level are an occasion to look at the goals together. */
export const noChangeFrom = 3

const rounding = 1e-9

export type CheckFacts = {
  answers: Answers
  /** ALL earlier answers of this person to this instrument, oldest first: limits rest on the first of them. */
  earlier: readonly Answers[]
  /** Whether the goals are met as far as is known; null when nothing is known of goals. */
  goalsMet: boolean | null
}

/**
 * All signals of one person's new answer by herself, most concrete first: R1–R4, R7 and R8. Time grows with the number of
 * earlier answers, not faster.
 */
export function checkSignals(
  instrument: Instrument,
  { answers, earlier, goalsMet }: CheckFacts,
): SignalFinding[] {
  const near = signalsOf(instrument, answers, earlier)
  const score = scoreOf(instrument, answers)
  if (score === null) return near
  const scores = [...earlier.flatMap((one) => scoreOnce(instrument, one) ?? []), score]
  const far = [
    ...ownLimitsSignal(scores, instrument.scale),
    ...noChangeSignal(scores, { within: instrument.signals.dropAtLeast, goalsMet }),
  ]
  // The ceiling is the least concrete of them. It says that all is high, so that high limits add nothing to it.
  const ceiling = near.filter(({ rule }) => rule === 'ceiling')
  const isTold = (finding: SignalFinding) =>
    ceiling.length === 0 || finding.rule !== 'own-limits' || finding.side === 'below'
  return [...near.filter(({ rule }) => rule !== 'ceiling'), ...far.filter(isTold), ...ceiling]
}

/** Scores of answers that came in before: each next answer looks at all of them again, and none of them changes. */
const known = new WeakMap<Instrument, WeakMap<Answers, { score: number | null }>>()

function scoreOnce(instrument: Instrument, answers: Answers): number | null {
  const scores = known.get(instrument) ?? new WeakMap<Answers, { score: number | null }>()
  known.set(instrument, scores)
  const before = scores.get(answers)
  if (before !== undefined) return before.score
  const score = scoreOf(instrument, answers)
  scores.set(answers, { score })
  return score
}

/**
 * R7 for the last of some scores: it completes a row of 8 (16, 24 …) on one side of the own centre, or lies outside the own
 * XmR limits. Centre and limits come from the first 8 scores, or from the 6 or 7 there are before this one; fewer, or all
 * alike, say nothing. A row is not told when the scores before it (or, when they are fewer than 6, the baseline) hang
 * together in time: the row itself would always look so.
 */
export function ownLimitsSignal(scores: readonly number[], scale: Instrument['scale']): SignalFinding[] {
  const score = scores.at(-1)
  const baseline = baselineLength(scores.length - 1)
  if (score === undefined || baseline === null) return []
  const limits = xmrLimits(scores, { baseline, scale })
  const run = limits === null ? null : lastRun(scores, limits.centre)
  if (limits === null || run === null || limits.meanRange < rounding) return []
  const before = scores.slice(0, run.from >= baselineSize.least ? run.from : baseline)
  const isLong = run.length % longRun === 0 && !autocorrelation(before)?.warning
  if (!isLong && !isOutside(score, limits)) return []
  const { centre, lower, upper } = limits
  const told = { score, centre, lower, upper, run: run.length, baseline }
  const provisional = scores.length < settledFrom
  return [{ rule: 'own-limits', kind: isLong ? 'run' : 'outside', side: run.side, ...told, provisional }]
}

/**
 * R8 for the last of some scores: the third (sixth, ninth …) in a row that differs less than `within` from the first of the
 * row, while goals are known not to be met. It asks to look at the goals together; it does not say that nothing helps.
 */
export function noChangeSignal(
  scores: readonly number[],
  { within, goalsMet }: { within: number; goalsMet: boolean | null },
): SignalFinding[] {
  const score = scores.at(-1)
  if (score === undefined || goalsMet !== false) return []
  let [from, checks] = [scores[0] ?? score, 0]
  for (const one of scores) {
    const moved = Math.abs(one - from) >= within - rounding
    ;[from, checks] = moved ? [one, 1] : [from, checks + 1]
  }
  return checks % noChangeFrom === 0 ? [{ rule: 'no-change', checks, from, score, within }] : []
}
