import { assertNever } from '../shared/assert-never.ts'
import type { Instant } from '../shared/time.ts'
import { scoreOf } from './instrument.score.ts'
import type { Answers, Instrument } from './instrument.ts'
import type { SignalFinding } from './signal.ts'
import { sideOf } from './statistics/run-rules.ts'

/** One thing a signal rests on: when, which value (null: only a moment), of which item (null: the score), whose. */
export type SignalPoint = {
  at: Instant
  value: number | null
  item: string | null
  /** Another participant's answer; null for the person whose signal it is. */
  by: string | null
}

export type PointSource = {
  instrument: Instrument
  /** The same person's answers to this instrument, oldest first, up to and including the one the signal speaks of. */
  line: readonly { at: Instant; answers: Answers }[]
  /** The moment the signal speaks about. */
  openedAt: Instant
}

/**
 * The values and moments a signal rests on, oldest first: what *why do I see this?* shows beside the sentence. Derived from
 * the answers, never stored with the signal. An answer that is gone meanwhile leaves its point out.
 */
export function signalPoints(finding: SignalFinding, source: PointSource): SignalPoint[] {
  const { openedAt } = source
  const moment = (at: Instant): SignalPoint => ({ at, value: null, item: null, by: null })
  switch (finding.rule) {
    case 'low-item':
      return itemPoints(finding.item, source).slice(finding.previous === null ? -1 : -2)
    case 'drop':
      return scorePoints(source).slice(-2)
    case 'below-cutoff':
      return scorePoints(source).slice(-1)
    case 'ceiling':
      return scorePoints(source).slice(-finding.run)
    case 'no-change':
      return scorePoints(source).slice(-finding.checks)
    case 'own-limits':
      return limitPoints(finding, scorePoints(source))
    case 'mutual-difference':
    case 'voices-differ': {
      const own = source.line.at(-1)?.at ?? openedAt
      return [
        { at: own, value: finding.own, item: finding.item, by: null },
        { at: finding.otherAt, value: finding.other, item: finding.item, by: finding.by },
      ]
    }
    case 'no-check':
    case 'rupture-open':
      return [moment(finding.since)]
    case 'own-challenge':
      return [moment(openedAt)]
    default:
      return assertNever(finding)
  }
}

function scorePoints({ instrument, line }: PointSource): SignalPoint[] {
  return line.flatMap(({ at, answers }) => {
    const value = scoreOf(instrument, answers)
    return value === null ? [] : [{ at, value, item: null, by: null }]
  })
}

function itemPoints(item: string, { line }: PointSource): SignalPoint[] {
  return line.flatMap(({ at, answers }) => {
    const value = answers[item]
    return value === undefined ? [] : [{ at, value, item, by: null }]
  })
}

/** A row rests on its points; an answer outside the limits on the baseline that made them, and itself. */
function limitPoints(
  finding: Extract<SignalFinding, { rule: 'own-limits' }>,
  points: readonly SignalPoint[],
): SignalPoint[] {
  if (finding.kind === 'outside') return [...points.slice(0, finding.baseline), ...points.slice(-1)]
  return points
    .filter(({ value }) => value !== null && sideOf(value, finding.centre) === finding.side)
    .slice(-finding.run)
}
