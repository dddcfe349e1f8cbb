import type { Language } from '../shared/language.ts'
import { plainNumber } from '../shared/number-words.ts'
import { sentenceStart } from '../shared/sentence-start.ts'
import { chartColours } from './chart-colours.ts'
import { noteShape } from './note-shape.ts'
import {
  isBelow,
  type RunChartAnnotationKind,
  type RunChartSeries,
  runChartAnnotationKinds,
  scoreOfPoint,
} from './run-chart-input.ts'
import { levelStroke } from './run-chart-marks.ts'
import { runChartPhrases } from './run-chart-phrases.ts'
import { svgElement } from './svg-text.ts'

/** One sign of a picture and what it means. */
export type LegendEntry = {
  readonly id: string
  readonly text: string
  /** A small picture of its own, `keySize` px large, hidden from screen readers: the text says it. */
  readonly sign: string
}

/** Px. */
export const keySize = { width: 28, height: 16 } as const

const middle = { x: keySize.width / 2, y: keySize.height / 2 }

const words = {
  nl: {
    answer: 'antwoord',
    onOrAbove: (value: string) => `${value} of hoger`,
    limits: 'hiertussen liggen de cijfers meestal',
    notes: {
      meeting: 'gesprek',
      rupture: 'hier schuurde het',
      repair: 'herstelgesprek',
      agreement: 'afspraak gemaakt',
      changed: 'over een afspraak: het is veranderd',
    },
  },
  en: {
    answer: 'answer',
    onOrAbove: (value: string) => `${value} or higher`,
    limits: 'scores usually lie between these',
    notes: {
      meeting: 'meeting',
      rupture: 'strain here',
      repair: 'repair talk',
      agreement: 'agreement made',
      changed: 'about an agreement: it has changed',
    },
  },
} as const satisfies Record<
  Language,
  { notes: Record<RunChartAnnotationKind, string>; [key: string]: unknown }
>

/** What the signs in a run chart mean: only those that stand in it, by their shape and never by colour alone. */
export function runChartLegend(series: RunChartSeries): LegendEntry[] {
  const { lang, cutoff, points, annotations, start, limits } = series
  const say = words[lang]
  const scores = points.flatMap((point) => scoreOfPoint(point) ?? [])
  const above = cutoff === null ? say.answer : say.onOrAbove(plainNumber(cutoff.value, lang))
  const all: (Omit<LegendEntry, 'sign'> & { holds: boolean; shape: string })[] = [
    { id: 'full', holds: scores.some((one) => !isBelow(one, cutoff)), text: above, shape: dotSign('full') },
    {
      id: 'open',
      holds: scores.some((one) => isBelow(one, cutoff)),
      text: cutoff?.label ?? '',
      shape: dotSign('open'),
    },
    {
      id: 'missed',
      holds: scores.length < points.length,
      text: runChartPhrases[lang].notFilledIn,
      shape: crossSign(),
    },
    {
      id: 'paper',
      holds: points.some((point) => point.onPaper === true && scoreOfPoint(point) !== null),
      text: runChartPhrases[lang].onPaper,
      shape: squareSign(),
    },
    { id: 'start', holds: start !== undefined, text: start?.label ?? '', shape: levelSign('start') },
    { id: 'limits', holds: limits !== undefined, text: say.limits, shape: levelSign('limit') },
    ...runChartAnnotationKinds.map((kind) => ({
      id: kind,
      holds: annotations.some((note) => note.kind === kind),
      text: say.notes[kind],
      shape: noteShape(kind, middle.x, middle.y),
    })),
  ]
  return all
    .filter(({ holds }) => holds)
    .map(({ id, text, shape }) => ({ id, text: sentenceStart(text), sign: signOf(shape) }))
}

function signOf(shape: string): string {
  return svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'wk-chart wk-c-key',
      'aria-hidden': 'true',
      focusable: 'false',
      viewBox: `0 0 ${keySize.width} ${keySize.height}`,
      ...keySize,
      direction: 'ltr',
    },
    shape,
  )
}

function squareSign(): string {
  const place = { x: middle.x - 5, y: middle.y - 5, width: 10, height: 10 }
  return svgElement('rect', { class: 'wk-c-full', ...place, fill: chartColours.primary })
}

function dotSign(look: 'full' | 'open'): string {
  const place = { cx: middle.x, cy: middle.y }
  if (look === 'full')
    return svgElement('circle', { class: 'wk-c-full', ...place, r: 5, fill: chartColours.primary })
  const rim = { fill: chartColours.paper, stroke: chartColours.primary, 'stroke-width': 2 }
  return svgElement('circle', { class: 'wk-c-open', ...place, r: 4, ...rim })
}

function crossSign(): string {
  const { x, y } = middle
  const d = `M${x - 4},${y - 4}L${x + 4},${y + 4}M${x + 4},${y - 4}L${x - 4},${y + 4}`
  return svgElement('path', { class: 'wk-c-cross', d, stroke: chartColours.muted, 'stroke-width': 1.75 })
}

function levelSign(kind: 'start' | 'limit'): string {
  const across = { x1: 1, x2: keySize.width - 1, y1: middle.y, y2: middle.y }
  const look = { class: 'wk-c-level', stroke: chartColours.muted, ...levelStroke[kind] }
  return svgElement('line', { ...look, ...across })
}
