import type { Language } from '../shared/language.ts'
import { fixedNumber, plainNumber } from '../shared/number-words.ts'
import { chartColours } from './chart-colours.ts'
import type { LinePoint } from './label-room.ts'
import { lineSvg } from './line-svg.ts'
import { clampedScale, linearScale } from './linear-scale.ts'
import { type ChartScale, scaleOf } from './run-chart-input.ts'
import { escapeXml, svgElement, svgId, svgNumber } from './svg-text.ts'
import { fewTextLines } from './text-lines.ts'
import { fitText, type TextStyle, textWidth } from './text-size.ts'

/** One question over time. */
export type SmallLine = {
  readonly id: string
  readonly label: string
  /** Oldest first, as many as there are dates; null where it was left empty. */
  readonly values: readonly (number | null)[]
}

export type SmallMultiplesInput = {
  readonly lang: Language
  /** Unique on the page. */
  readonly idPrefix: string
  readonly title: string
  /** What the picture shows, in words: `smallMultiplesSentence` makes it. */
  readonly description: string
  readonly lines: readonly SmallLine[]
  /** Short dates of the times, oldest first. */
  readonly dates: readonly string[]
  /** Below this an answer is worth a question; null for none. */
  readonly below: number | null
  /** 0–10 when not given; the same for all lines, so that they may be compared. */
  readonly scale?: ChartScale
  /** Px, kept between 200 and 4000. */
  readonly width: number
}

const strong: TextStyle = { size: 13, bold: true }
const plain: TextStyle = { size: 12, bold: false }
const gap = { x: 28, y: 26 }
const panel = { least: 230, head: 38, plot: 64, foot: 18 }
const edge = 7

/**
 * One small line for each question, all on one scale and over the same times, as SVG text. Promises what `runChart`
 * promises: well-formed for any text, no text over another, the same output for the same input. Gives its height too.
 */
export function smallMultiples(input: SmallMultiplesInput): { svg: string; width: number; height: number } {
  const scale = scaleOf(input)
  const width = Number.isFinite(input.width) ? Math.min(Math.max(input.width, 200), 4000) : 200
  const columns = Math.max(1, Math.min(3, Math.floor((width + gap.x) / (panel.least + gap.x))))
  const panelWidth = (width - gap.x * (columns - 1)) / columns
  const panelHeight = panel.head + panel.plot + panel.foot
  const rows = Math.max(1, Math.ceil(input.lines.length / columns))
  const height = rows * panelHeight + (rows - 1) * gap.y
  const titleId = svgId(input.idPrefix, 'title')
  const descriptionId = svgId(input.idPrefix, 'desc')
  // One width for all plots, so that the same day stands at the same place in each.
  const room = Math.max(10, ...input.lines.map((one) => textWidth(lastOf(one, input.lang), strong) + 6))
  const panels = input.lines.map((one, index) => {
    const x = (index % columns) * (panelWidth + gap.x)
    const y = Math.floor(index / columns) * (panelHeight + gap.y)
    return panelSvg(one, { input, scale, x, y, width: panelWidth, room })
  })
  const svg = svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'wk-chart wk-c-run wk-c-small',
      role: 'img',
      'aria-labelledby': titleId,
      'aria-describedby': descriptionId,
      lang: input.lang,
      viewBox: `0 0 ${width} ${height}`,
      ...{ width, height },
      'font-family': "system-ui, 'Segoe UI', 'Noto Sans', sans-serif",
      'font-size': 12,
      direction: 'ltr',
    },
    svgElement('title', { id: titleId }, escapeXml(input.title)) +
      svgElement('desc', { id: descriptionId }, escapeXml(input.description)) +
      panels.join(''),
  )
  return { svg, width, height }
}

type Place = {
  input: SmallMultiplesInput
  scale: ChartScale
  x: number
  y: number
  width: number
  /** Kept free beside each plot for its last value. */
  room: number
}

function panelSvg(one: SmallLine, place: Place): string {
  const { input, scale, x, y, width, room } = place
  const ticks = [scale.min, scale.max].map((value) => plainNumber(value, input.lang))
  const left = x + Math.max(...ticks.map((tick) => textWidth(tick, plain))) + 8
  const right = x + width - room
  const top = y + panel.head
  const plot = { left, right, top, bottom: top + panel.plot }
  return svgElement(
    'g',
    { class: 'wk-c-panel' },
    headSvg(one.label, place) + plotSvg(one, { plot, place, ticks }) + datesSvg(plot, place),
  )
}

/** The name stands right above its line, in one or two rows. */
function headSvg(label: string, { x, y, width }: Place): string {
  const lines = fewTextLines(label, { width, most: 2 }, strong)
  return lines
    .map((text, row) => {
      const at = { x, y: y + panel.head - 10 - (lines.length - 1 - row) * 16 }
      const look = {
        class: 'wk-c-panel-name',
        'font-size': 13,
        'font-weight': '600',
        fill: chartColours.muted,
      }
      return svgElement('text', { ...at, ...look }, escapeXml(text))
    })
    .join('')
}

type Plot = { left: number; right: number; top: number; bottom: number }
type Plotting = { plot: Plot; place: Place; ticks: readonly string[] }

function plotSvg(one: SmallLine, { plot, place, ticks }: Plotting): string {
  const { input, scale } = place
  const toY = clampedScale([scale.min, scale.max], [plot.bottom, plot.top])
  const points = pointsOf(one, plot, toY)
  const band = (tone: 'cool' | 'warm', top: number) =>
    svgElement('rect', {
      class: `wk-c-${tone}`,
      ...{ x: plot.left, y: top, width: Math.max(plot.right - plot.left, 1), height: plot.bottom - top },
      fill: chartColours[tone],
    })
  const grid = [plot.top, plot.bottom].map((y) =>
    svgElement('line', {
      class: 'wk-c-grid',
      ...{ x1: plot.left, x2: plot.right, y1: y, y2: y },
      stroke: chartColours.grid,
    }),
  )
  const tickTexts = ticks.map((tick, i) => {
    const at = { x: plot.left - 6, y: (i === 0 ? plot.bottom : plot.top) + 4, 'text-anchor': 'end' }
    return svgElement('text', { class: 'wk-c-tick', ...at, fill: chartColours.muted }, tick)
  })
  const tinted = input.below === null ? '' : band('warm', toY(input.below)) + cutSvg(plot, toY(input.below))
  return (
    band('cool', plot.top) +
    tinted +
    grid.join('') +
    tickTexts.join('') +
    lineSvg(points) +
    missedSvg(points, plot) +
    lastSvg(one, points, { plot, lang: input.lang })
  )
}

/** As in the large picture: below this an answer is worth a question. */
function cutSvg({ left, right }: Plot, y: number): string {
  return svgElement('line', {
    class: 'wk-c-cut',
    ...{ x1: left, x2: right, y1: y, y2: y },
    stroke: chartColours.warmInk,
    'stroke-dasharray': '6 4',
  })
}

const cross = { size: 3, above: 6 }

/** A cross at the bottom for each time that was left empty; those that would touch the one before are left out. */
function missedSvg(points: readonly LinePoint[], plot: Plot): string {
  let free = Number.NEGATIVE_INFINITY
  const y = plot.bottom - cross.above
  return points
    .flatMap((point) => {
      if (point.y !== null || point.x < free) return []
      free = point.x + 2 * cross.size + 2
      const stroke = `M${-cross.size} ${-cross.size}L${cross.size} ${cross.size}M${-cross.size} ${cross.size}L${cross.size} ${-cross.size}`
      const look = { class: 'wk-c-cross', fill: 'none', stroke: chartColours.muted, 'stroke-width': 1.5 }
      return [
        svgElement('path', {
          ...look,
          d: stroke,
          transform: `translate(${svgNumber(point.x)} ${svgNumber(y)})`,
        }),
      ]
    })
    .join('')
}

function pointsOf({ values }: SmallLine, plot: Plot, toY: (value: number) => number): LinePoint[] {
  const from = plot.left + edge
  const until = Math.max(plot.right - edge, from + 1)
  const toX =
    values.length < 2 ? () => (from + until) / 2 : linearScale([0, values.length - 1], [from, until])
  return values.map((value, index) => ({
    x: toX(index),
    y: value === null || !Number.isFinite(value) ? null : toY(value),
  }))
}

type LastPlace = { plot: Plot; lang: Language }

/** The dot of the last answer and its value beside the plot, at its own height. */
function lastSvg(one: SmallLine, points: readonly LinePoint[], { plot, lang }: LastPlace): string {
  const last = points.findLast(({ y }) => y !== null)
  if (last === undefined || last.y === null) return ''
  const dot = { class: 'wk-c-full', cx: last.x, cy: last.y, r: 4, fill: chartColours.primary }
  const label = {
    class: 'wk-c-last',
    ...{ x: plot.right + 4, y: Math.min(Math.max(last.y + 4.5, plot.top + 9), plot.bottom + 3) },
    'font-size': 13,
    'font-weight': '600',
    fill: chartColours.primary,
  }
  return svgElement('circle', dot) + svgElement('text', label, escapeXml(lastOf(one, lang)))
}

function lastOf({ values }: SmallLine, lang: Language): string {
  const value = values.findLast((one) => one !== null && Number.isFinite(one))
  return value === undefined || value === null ? '' : fixedNumber(value, lang, 1)
}

/** The first and the last date under the plot. */
function datesSvg(plot: Plot, { input: { dates } }: Place): string {
  const half = (plot.right - plot.left) / 2 - 8
  const [first, last] = [dates[0] ?? '', dates.at(-1) ?? '']
  const at = (text: string, x: number, anchor: string | undefined) => {
    const fitted = fitText(text, half, plain)
    const look = { class: 'wk-c-date', x, y: plot.bottom + 15, 'text-anchor': anchor }
    return fitted === '' ? '' : svgElement('text', { ...look, fill: chartColours.muted }, escapeXml(fitted))
  }
  return at(first, plot.left, undefined) + (dates.length > 1 ? at(last, plot.right, 'end') : '')
}
