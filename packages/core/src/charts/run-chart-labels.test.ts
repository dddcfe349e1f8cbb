import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Box } from './label-room.ts'
import { textBox } from './placed-text.ts'
import { type RunChartInput, runChartAnnotationKinds } from './run-chart-input.ts'
import { placeLabels } from './run-chart-labels.ts'
import { planRunChart, type RunChartPlan } from './run-chart-layout.ts'

const words = fc.constantFrom(
  'Herstelgesprek',
  'Afspraak: eerst wat Lina wil',
  'Gesprek met school',
  'Open dialoog',
  'Herstelgesprek thuis aan tafel met Lina, Samira, oma en de buurvrouw van nummer twaalf',
)
const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString()

const anyInput: fc.Arbitrary<RunChartInput> = fc
  .record({
    width: fc.integer({ min: 280, max: 1000 }),
    height: fc.integer({ min: 180, max: 400 }),
    values: fc.array(
      fc.option(
        fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10),
        { freq: 8 },
      ),
      {
        maxLength: 70,
      },
    ),
    every: fc.integer({ min: 1, max: 14 }),
    cutoff: fc.option(fc.integer({ min: 0, max: 20 }).map((halves) => halves / 2)),
    start: fc.option(fc.integer({ min: 0, max: 20 }).map((halves) => halves / 2)),
    limits: fc.option(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }))),
    notes: fc.array(fc.record({ on: fc.integer({ min: -20, max: 300 }), label: words }), { maxLength: 8 }),
    dateLabel: fc.constantFrom('3 jan', 'donderdag 3 januari 2026', ''),
  })
  .map(({ width, height, values, every, cutoff, start, limits, notes, dateLabel }) => ({
    idPrefix: 'a',
    title: '',
    description: '',
    lang: 'nl',
    width,
    height,
    points: values.map((value, i) => ({
      at: day(i * every),
      label: dateLabel,
      value,
      valueLabel: value === null ? '' : value.toFixed(1).replace('.', ','),
      description: '',
    })),
    cutoff: cutoff === null ? null : { value: cutoff, label: 'Onder de lijn: een gesprek waard' },
    ...(start === null ? {} : { start: { value: start, label: 'Begin: 6,2' } }),
    ...(limits === null
      ? {}
      : {
          limits: {
            lower: { value: Math.min(...limits), label: 'Meestal boven 5,1' },
            upper: { value: Math.max(...limits), label: 'Meestal onder 8,3' },
          },
        }),
    annotations: notes.map(({ on, label }, i) => ({
      at: day(on),
      label,
      dateLabel,
      kind: runChartAnnotationKinds[i % runChartAnnotationKinds.length] ?? 'repair',
    })),
  }))

/** How far two boxes lie over each other, in px; air between them is allowed to be nothing. */
function overlap(a: Box, b: Box): boolean {
  const slack = 0.01
  return (
    a.left < b.right - slack &&
    b.left < a.right - slack &&
    a.top < b.bottom - slack &&
    b.top < a.bottom - slack
  )
}

const dotBoxes = (plan: RunChartPlan): Box[] =>
  plan.marks
    .filter(({ look }) => look !== 'missed')
    .map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }))

const lanes = fc.integer({ min: 0, max: 3 })

describe('wherever the points lie', () => {
  test('no text lies over another text, and none leaves the picture', () => {
    fc.assert(
      fc.property(anyInput, lanes, (input, spare) => {
        const plan = planRunChart(input, spare)
        const labels = placeLabels(input, plan)
        const groups = [
          ...labels.dates.map((date) => [date]),
          ...labels.missed.map((text) => [text]),
          labels.cutoff,
          ...labels.levels.map((text) => [text]),
          ...labels.notes.map((note) => note.texts),
          labels.lastValue === undefined ? [] : [labels.lastValue],
        ]
        const boxes = groups.map((group) => group.map(textBox))
        for (const box of boxes.flat()) {
          expect(box.left).toBeGreaterThanOrEqual(-0.01)
          expect(box.right).toBeLessThanOrEqual(plan.width + 0.01)
          expect(box.top).toBeGreaterThanOrEqual(0)
          expect(box.bottom).toBeLessThanOrEqual(plan.height)
        }
        boxes.forEach((group, i) => {
          for (const other of boxes.slice(i + 1).flat()) {
            for (const box of group) expect(overlap(box, other)).toBe(false)
          }
        })
      }),
      { numRuns: 300 },
    )
  })

  test('words of notes, of the line and of missed checks cover no dot', () => {
    fc.assert(
      fc.property(anyInput, lanes, (input, spare) => {
        const plan = planRunChart(input, spare)
        const labels = placeLabels(input, plan)
        const texts = [
          ...labels.notes.flatMap((note) => note.texts),
          ...labels.cutoff,
          ...labels.levels,
          ...labels.missed,
        ]
        for (const dot of dotBoxes(plan)) {
          for (const text of texts) expect(overlap(textBox(text), dot)).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the line of a note runs through no words', () => {
    fc.assert(
      fc.property(anyInput, lanes, (input, spare) => {
        const plan = planRunChart(input, spare)
        const labels = placeLabels(input, plan)
        const texts = [
          ...labels.notes.flatMap((note) => note.texts),
          ...labels.cutoff,
          ...labels.levels,
          ...labels.missed,
        ]
        for (const { x, lineTop, lineBottom } of labels.notes) {
          const line = { left: x - 0.75, right: x + 0.75, top: lineTop, bottom: lineBottom }
          for (const text of texts) expect(overlap(textBox(text), line)).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('notes keep their order and stand on no dot', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { notes, marks, plot } = planRunChart(input)
        const xs = notes.map(({ x }) => x)
        expect(xs).toEqual(xs.toSorted((a, b) => a - b))
        for (const x of xs) {
          expect(x).toBeGreaterThanOrEqual(plot.left)
          expect(x).toBeLessThanOrEqual(plot.right)
          for (const mark of marks) expect(Math.abs(mark.x - x)).toBeGreaterThan(0)
        }
      }),
    )
  })
})
