import { line } from 'd3-shape'
import { chartColours } from './chart-colours.ts'
import type { LinePoint } from './label-room.ts'
import { noteShape } from './note-shape.ts'
import { crossSize, crossY, lastRadius } from './run-chart-labels.ts'
import type { PointMark, RunChartPlan } from './run-chart-layout.ts'
import type { NoteLabel } from './run-chart-notes.ts'
import { svgElement, svgNumber } from './svg-text.ts'

/** Bands, grid lines and the dashed line. */
export function backgroundSvg({ plot, ticks, cutoffY }: RunChartPlan): string {
  const band = (tone: 'cool' | 'warm', top: number) =>
    svgElement('rect', {
      class: `wk-c-${tone}`,
      x: plot.left,
      y: top,
      width: plot.right - plot.left,
      height: plot.bottom - top,
      fill: chartColours[tone],
    })
  const across = (y: number) => ({ x1: plot.left, x2: plot.right, y1: y, y2: y })
  const grid = ticks.map(({ y }) =>
    svgElement('line', { class: 'wk-c-grid', ...across(y), stroke: chartColours.grid }),
  )
  const cut =
    cutoffY === null
      ? ''
      : svgElement('line', {
          class: 'wk-c-cut',
          ...across(cutoffY),
          stroke: chartColours.warmInk,
          'stroke-width': 1.25,
          'stroke-dasharray': '6 4',
        })
  return band('cool', plot.top) + (cutoffY === null ? '' : band('warm', cutoffY)) + grid.join('') + cut
}

/** The own start (dotted) and the limits (long and short dashes): told apart by their dashes, not by colour. */
export function levelsSvg({ plot, levels }: RunChartPlan): string {
  return levels
    .map(({ kind, y }) =>
      svgElement('line', {
        class: `wk-c-level wk-c-level-${kind}`,
        ...{ x1: plot.left, x2: plot.right, y1: y, y2: y },
        stroke: chartColours.muted,
        ...levelStroke[kind],
      }),
    )
    .join('')
}

/** How the lines are dashed, also in the legend. */
export const levelStroke = {
  start: { 'stroke-width': 2, 'stroke-dasharray': '0.1 5', 'stroke-linecap': 'round' },
  limit: { 'stroke-width': 1.25, 'stroke-dasharray': '10 4 2 4', 'stroke-linecap': undefined },
} as const

/** Vertical lines with their dots; the words come later, above everything. */
export function notesSvg(notes: readonly NoteLabel[]): string {
  return notes
    .map(({ annotation, x, lineTop, lineBottom, dotY }) => {
      const stroke = {
        class: 'wk-c-note-line',
        x1: x,
        x2: x,
        y1: lineTop,
        y2: lineBottom,
        stroke: chartColours.kept,
      }
      return svgElement(
        'g',
        { class: `wk-c-note wk-c-note-${annotation.kind}` },
        svgElement('line', { ...stroke, 'stroke-width': 1.5 }) + noteShape(annotation.kind, x, dotY),
      )
    })
    .join('')
}

const linePath = line<LinePoint>()
  .defined(({ y }) => y !== null)
  .x(({ x }) => x)
  .y(({ y }) => y ?? 0)
  .digits(1)

/** The line of the series, broken where a check was missed. */
export function lineSvg(plan: RunChartPlan): string {
  const d = linePath(plan.line.points)
  if (d === null || d === '') return ''
  return svgElement('path', {
    class: 'wk-c-line',
    d,
    fill: 'none',
    stroke: chartColours.primary,
    'stroke-width': plan.step < 3 ? 1.4 : plan.step < 12 ? 1.8 : 2.25,
    'stroke-linejoin': 'round',
    // Also makes a lone point between two gaps visible when dots are left out.
    'stroke-linecap': 'round',
  })
}

/** A group per point, for hover and keyboard: `data-index` is its place in the input. */
export function pointsSvg(plan: RunChartPlan): string {
  let lastCross = Number.NEGATIVE_INFINITY
  const points = plan.marks
    .map((mark) => {
      // Crosses that would grow into a black bar stay hidden until one points at them.
      const isCrowded = mark.look === 'missed' && mark.x - lastCross < 2 * crossSize(mark) + 2
      if (mark.look === 'missed' && !isCrowded) lastCross = mark.x
      const isQuiet = isCrowded || (mark.look !== 'missed' && mark.radius === 0 && mark !== plan.last)
      const shape =
        mark.look === 'missed' ? crossSvg(mark, isQuiet) : dotSvg(mark, mark === plan.last, isQuiet)
      return svgElement(
        'g',
        { class: `wk-c-point wk-c-point-${mark.look}`, 'data-index': mark.index },
        hitSvg(mark, plan.step) + shape,
      )
    })
    .join('')
  return svgElement('g', { class: 'wk-c-points', fill: 'none', 'pointer-events': 'all' }, points)
}

// 44 px high for a finger; as wide as the neighbours leave.
function hitSvg(mark: PointMark, step: number): string {
  return svgElement('ellipse', {
    class: 'wk-c-hit',
    cx: mark.x,
    cy: mark.look === 'missed' ? crossY(mark) : mark.y,
    rx: Math.min(22, Math.max(3, step / 2)),
    ry: 22,
  })
}

function dotSvg(mark: PointMark, isLast: boolean, isQuiet: boolean): string {
  const radius = isLast || isQuiet ? lastRadius(mark) : mark.radius
  const border = Math.min(2.5, Math.max(1.2, radius * 0.42))
  const place = { cx: mark.x, cy: mark.y, opacity: isQuiet ? 0 : undefined }
  if (mark.onPaper) return squareSvg(mark, { radius, border, isQuiet })
  const quiet = isQuiet ? ' wk-c-quiet' : ''
  if (mark.look === 'full') {
    return svgElement('circle', {
      class: `wk-c-full${quiet}`,
      ...place,
      r: radius,
      fill: chartColours.primary,
    })
  }
  return svgElement('circle', {
    class: `wk-c-open${quiet}`,
    ...place,
    r: radius - border / 2,
    fill: chartColours.paper,
    stroke: chartColours.primary,
    'stroke-width': border,
  })
}

/** Typed over from paper: as a dot, but a square, so that it is told apart without colour. */
function squareSvg(
  { x, y, look }: PointMark,
  of: { radius: number; border: number; isQuiet: boolean },
): string {
  const { radius, border, isQuiet } = of
  const half = look === 'full' ? radius : radius - border / 2
  return svgElement('rect', {
    class: `wk-c-${look}${isQuiet ? ' wk-c-quiet' : ''}`,
    ...{ x: x - half, y: y - half, width: 2 * half, height: 2 * half },
    opacity: isQuiet ? 0 : undefined,
    fill: look === 'full' ? chartColours.primary : chartColours.paper,
    ...(look === 'full' ? {} : { stroke: chartColours.primary, 'stroke-width': border }),
  })
}

function crossSvg(mark: PointMark, isQuiet: boolean): string {
  const size = crossSize(mark)
  const [left, right] = [svgNumber(mark.x - size), svgNumber(mark.x + size)]
  const [top, bottom] = [svgNumber(crossY(mark) - size), svgNumber(crossY(mark) + size)]
  return svgElement('path', {
    class: `wk-c-cross${isQuiet ? ' wk-c-quiet' : ''}`,
    d: `M${left},${top}L${right},${bottom}M${right},${top}L${left},${bottom}`,
    stroke: chartColours.muted,
    'stroke-width': size < 3 ? 1.2 : 1.75,
    'stroke-linecap': 'round',
    opacity: isQuiet ? 0 : undefined,
  })
}
