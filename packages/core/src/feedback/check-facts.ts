import { type RunChartSeries, scoreOfPoint } from '../charts/run-chart-input.ts'
import { plainNumber } from '../shared/number-words.ts'
import { type LineFacts, lineFacts } from './check-lines.ts'
import type { Instrument } from './instrument.ts'

export type LevelWords = {
  start: (level: string) => string
  startOfThree: (level: string) => string
  above: (level: string) => string
  under: (level: string) => string
}

/** What can be said of a line, and the line with its own start and, when asked for, its usual limits drawn in it. */
export function withFacts(
  series: RunChartSeries,
  { instrument, withLimits, words }: { instrument: Instrument; withLimits: boolean; words: LevelWords },
): { series: RunChartSeries; facts: LineFacts } {
  const { scale, signals } = instrument
  const scores = series.points.map((point) => scoreOfPoint(point))
  const facts = lineFacts({ scores, scale, ceilingFrom: signals.ceiling.from, withLimits })
  const label = (value: number) => plainNumber(value, series.lang, 1)
  const begun = facts.start?.start
  const startLabel =
    begun === undefined ? '' : (begun.of === 1 ? words.start : words.startOfThree)(label(begun.level))
  const { limits } = facts
  return {
    facts,
    series: {
      ...series,
      ...(begun === undefined ? {} : { start: { value: begun.level, label: startLabel } }),
      ...(limits === null
        ? {}
        : {
            limits: {
              lower: { value: limits.lower, label: words.above(label(limits.lower)) },
              upper: { value: limits.upper, label: words.under(label(limits.upper)) },
            },
          }),
    },
  }
}
