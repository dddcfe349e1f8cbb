import type { RunChartAnnotation, RunChartPoint, RunChartSeries } from '../charts/run-chart-input.ts'
import { runChartPhrases } from '../charts/run-chart-phrases.ts'
import { type DaySeen, dayInSentence, shortDay } from '../shared/day-words.ts'
import { plainNumber } from '../shared/number-words.ts'
import { type Instant, millis, shortDate } from '../shared/time.ts'
import { type Check, scoreOfResponse } from './check-answer.ts'
import type { RelationFeedback } from './feedback.contract.ts'
import { valueLabel } from './instrument.score.ts'
import type { Instrument } from './instrument.ts'

export type SeriesWords = {
  /** At the dashed line. */
  cutoff: (value: string) => string
  /** A check without an answer, and one with too little to make a score of. */
  missed: string
  tooLittle: string
  agreement: string
  /** Said of an agreement. */
  changed: string
}

export type SeriesSource = {
  feedback: Pick<RelationFeedback, 'instruments' | 'agreements'>
  checks: readonly Check[]
  /** What happened besides checks, e.g. repair talks. */
  happenings: readonly RunChartAnnotation[]
  seen: DaySeen
  words: SeriesWords
}

/** One person's checks as a run chart tells them: the scores, the line of the newest instrument, and what happened between. */
export function checkSeries(source: SeriesSource): RunChartSeries {
  const { feedback, happenings, seen } = source
  // The server puts the instrument that is asked now in front.
  const [current] = feedback.instruments
  const made = feedback.agreements.map(({ madeAt }) => noteAt(madeAt, 'agreement', source))
  const changed = feedback.agreements.flatMap(({ echoes }) => {
    const echo = echoes.find(({ answer }) => answer === 'changed')
    return echo === undefined ? [] : [noteAt(echo.at, 'changed', source)]
  })
  const points = source.checks.map((check) => pointOf(check, source))
  const first = source.checks[0]?.at
  return {
    lang: seen.language,
    points,
    cutoff: current === undefined ? null : cutoffOf(current, source),
    // What lies before the first check has nothing to stand beside.
    annotations: [...happenings, ...made, ...changed].filter(
      ({ at }) => first !== undefined && millis(at) >= millis(first),
    ),
    ...(current === undefined ? {} : { scale: gridOf(current) }),
  }
}

function noteAt(
  at: Instant,
  kind: 'agreement' | 'changed',
  { seen, words }: SeriesSource,
): RunChartAnnotation {
  return { at, kind, label: words[kind], dateLabel: shortDay(at, seen) }
}

function cutoffOf({ signals, scale }: Instrument, { seen, words }: SeriesSource) {
  const { value } = signals.cutoff
  // Where nothing can lie below it there is no limit.
  if (value <= scale.min) return null
  return { value, label: words.cutoff(plainNumber(value, seen.language)) }
}

function gridOf({ scale }: Instrument) {
  return { min: scale.min, max: scale.max, step: (scale.max - scale.min) / 5 }
}

function pointOf({ at, response }: Check, { feedback, seen, words }: SeriesSource): RunChartPoint {
  const score = response === null ? null : scoreOfResponse(feedback.instruments, response)
  const label = score === null ? '' : valueLabel(score, seen.language)
  const onPaper = response?.enteredBy !== undefined
  const said = response === null ? words.missed : score === null ? words.tooLittle : label
  return {
    at,
    label: shortDate(at, seen.language, seen.timeZone),
    value: score,
    valueLabel: label,
    description: `${shortDay(at, seen)}: ${said}${onPaper ? ` (${runChartPhrases[seen.language].onPaper})` : ''}`,
    when: dayInSentence(at, seen),
    ...(onPaper && { onPaper }),
  }
}
