import { chartColours } from './chart-colours.ts'
import type { LinePoint } from './label-room.ts'
import { lineSvg } from './line-svg.ts'
import { clampedScale } from './linear-scale.ts'
import { type ChartScale, scaleOf } from './run-chart-input.ts'
import { svgElement, svgNumber } from './svg-text.ts'

export type SparklineInput = {
  /** Oldest first, null for a check that was not filled in. The last eight are drawn. */
  readonly values: readonly (number | null)[]
  /** The line below which a talk is worth while; a band shows it. */
  readonly cutoff: number | null
  /** 0–10 when not given. */
  readonly scale?: ChartScale
  /** Px; 120 × 40 when not given. */
  readonly width?: number
  readonly height?: number
}

const shown = 8
const edge = 6

/**
 * The small line on a card: a memory aid, hidden from screen readers because the text beside it says the same.
 * '' when nothing was asked yet. Throws a RangeError for a scale without length or steps.
 */
export function sparkline(input: SparklineInput): string {
  const { cutoff, width = 120, height = 40 } = input
  if (input.values.length === 0) return ''
  const scale = scaleOf(input)
  const y = clampedScale([scale.min, scale.max], [height - edge, edge])
  const points = placePoints(input.values.slice(-shown), y, width)
  const last = points.findLast((point) => point.y !== null)
  return svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'wk-chart wk-c-spark',
      'aria-hidden': 'true',
      focusable: 'false',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      direction: 'ltr',
    },
    bandSvg(cutoff === null ? null : y(cutoff), { width, height }) +
      lineSvg(points) +
      points.map((point) => (point.y === null ? crossSvg(point.x, height - edge) : '')).join('') +
      (last === undefined ? '' : dotSvg(last)),
  )
}

// The newest stands at the right; fewer than eight do not spread, so that one step is the same on every card.
function placePoints(
  values: readonly (number | null)[],
  toY: (value: number) => number,
  width: number,
): LinePoint[] {
  const step = (width - 2 * edge) / (shown - 1)
  return values.map((value, index) => ({
    x: width - edge - (values.length - 1 - index) * step,
    y: value === null || !Number.isFinite(value) ? null : toY(value),
  }))
}

// See-through, because the card under it may be warm itself.
function bandSvg(top: number | null, { width, height }: { width: number; height: number }): string {
  if (top === null) return ''
  return svgElement('rect', {
    class: 'wk-c-spark-band',
    x: 0,
    y: top,
    width,
    height: height - top,
    fill: chartColours.warmInk,
    'fill-opacity': '0.08',
  })
}

function crossSvg(x: number, y: number): string {
  const [left, right, top, bottom] = [x - 3, x + 3, y - 3, y + 3].map(svgNumber)
  return svgElement('path', {
    class: 'wk-c-cross',
    d: `M${left},${top}L${right},${bottom}M${right},${top}L${left},${bottom}`,
    stroke: chartColours.muted,
    'stroke-width': 1.5,
    'stroke-linecap': 'round',
  })
}

function dotSvg({ x, y }: LinePoint): string {
  return svgElement('circle', {
    class: 'wk-c-open',
    cx: x,
    cy: y ?? 0,
    r: 4,
    fill: chartColours.paper,
    stroke: chartColours.primary,
    'stroke-width': 2.25,
  })
}
