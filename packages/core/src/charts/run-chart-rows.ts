import { plainNumber } from '../shared/number-words.ts'
import {
  annotationsInOrder,
  isBelow,
  type RunChartAnnotation,
  type RunChartPoint,
  type RunChartSeries,
  scoreOfPoint,
} from './run-chart-input.ts'
import { runChartPhrases } from './run-chart-phrases.ts'

/** A row of the table beside the picture. */
export type RunChartRow = {
  readonly kind: 'answer' | 'missed' | 'note'
  readonly at: string
  readonly dateLabel: string
  /** The score, `niet ingevuld`, or '' for a note. */
  readonly valueLabel: string
  /** What the picture shows besides the score: the note itself, that the score lies under the line, or was typed over from paper; else ''. */
  readonly remark: string
  /** Place in `points`; null for a note. */
  readonly pointIndex: number | null
}

/** The table that says all that the picture shows, oldest first, notes between the checks where they happened. */
export function runChartRows(series: RunChartSeries): RunChartRow[] {
  const notes = annotationsInOrder(series)
  const notesAfter = (pointsBefore: number) =>
    notes.filter((note) => note.pointsBefore === pointsBefore).map(({ annotation }) => noteRow(annotation))
  return [
    ...notesAfter(0),
    ...series.points.flatMap((point, index) => [pointRow(series, point, index), ...notesAfter(index + 1)]),
  ]
}

function pointRow({ lang, cutoff }: RunChartSeries, point: RunChartPoint, pointIndex: number): RunChartRow {
  const say = runChartPhrases[lang]
  const { at, label: dateLabel } = point
  const value = scoreOfPoint(point)
  if (value === null) {
    return { kind: 'missed', at, dateLabel, valueLabel: say.notFilledIn, remark: '', pointIndex }
  }
  const isUnderLine = cutoff !== null && isBelow(value, cutoff)
  const underLine = isUnderLine ? [say.underLine(plainNumber(cutoff.value, lang))] : []
  const remark = [...underLine, ...(point.onPaper === true ? [say.onPaper] : [])].join('; ')
  return { kind: 'answer', at, dateLabel, valueLabel: point.valueLabel, remark, pointIndex }
}

function noteRow({ at, dateLabel, label }: RunChartAnnotation): RunChartRow {
  return { kind: 'note', at, dateLabel, valueLabel: '', remark: label, pointIndex: null }
}
