import { expect, test } from 'vitest'
import type { RunChartAnnotation, RunChartPoint, RunChartSeries } from './run-chart-input.ts'
import { runChartRows } from './run-chart-rows.ts'

const point = (at: string, label: string, value: number | null): RunChartPoint => ({
  at,
  label,
  value,
  valueLabel: value === null ? '' : value.toFixed(1).replace('.', ','),
  description: '',
})
const note = (at: string, dateLabel: string, label: string): RunChartAnnotation => ({
  at,
  dateLabel,
  label,
  kind: 'repair',
})
const series = (annotations: RunChartAnnotation[]): RunChartSeries => ({
  lang: 'nl',
  points: [
    point('2026-10-15T10:00:00Z', '15 okt', 7.6),
    point('2026-10-22T10:00:00Z', '22 okt', 5.6),
    point('2026-10-29T10:00:00Z', '29 okt', null),
  ],
  cutoff: { value: 6.5, label: 'Onder 6,5: een gesprek waard' },
  annotations,
})

const cells = (annotations: RunChartAnnotation[]) =>
  runChartRows(series(annotations)).map((row) => [row.dateLabel, row.valueLabel, row.remark].join(' | '))

test('the table says what the picture shows, in its order', () => {
  expect(cells([note('2026-10-23', '23 oktober', 'Herstelgesprek')])).toEqual([
    '15 okt | 7,6 | ',
    '22 okt | 5,6 | onder 6,5',
    '23 oktober |  | Herstelgesprek',
    '29 okt | niet ingevuld | ',
  ])
})

test('in English', () => {
  const rows = runChartRows({ ...series([]), lang: 'en' })
  expect(rows.map((row) => row.remark)).toEqual(['', 'below 6.5', ''])
  expect(rows.map((row) => row.valueLabel)).toEqual(['7,6', '5,6', 'not filled in'])
})

test('notes before the first and after the last check, in their own order, with the kind and place of each row', () => {
  const rows = runChartRows(
    series([
      note('2026-12-01', '1 december', 'C'),
      note('2026-11-01', '1 november', 'B'),
      note('2026-01-01', '1 januari', 'A'),
    ]),
  )
  expect(rows.map((row) => [row.kind, row.remark, row.pointIndex])).toEqual([
    ['note', 'A', null],
    ['answer', '', 0],
    ['answer', 'onder 6,5', 1],
    ['missed', '', 2],
    ['note', 'B', null],
    ['note', 'C', null],
  ])
})

test('on the moment of a check itself, the check comes first; a moment without zone is UTC', () => {
  expect(cells([note('2026-10-22T12:00:00+02:00', '22 oktober', 'Afspraak')])[2]).toBe(
    '22 oktober |  | Afspraak',
  )
  expect(cells([note('2026-10-22T09:59:00', '22 oktober', 'Afspraak')])[1]).toBe('22 oktober |  | Afspraak')
})

test('a note whose date cannot be read comes last', () => {
  expect(cells([note('ooit', 'ooit', 'Afspraak')]).at(-1)).toBe('ooit |  | Afspraak')
})

test('nothing asked yet: no rows', () => {
  expect(runChartRows({ lang: 'nl', points: [], cutoff: null, annotations: [] })).toEqual([])
})
