import { line } from 'd3-shape'
import { chartColours } from './chart-colours.ts'
import type { LinePoint } from './label-room.ts'
import { svgElement } from './svg-text.ts'

/** The line of a small picture through its points, as SVG; a point without a value is a gap. Empty when there is nothing to draw. */
export function lineSvg(points: readonly LinePoint[]): string {
  const path = line<LinePoint>()
    .defined((point) => point.y !== null)
    .x((point) => point.x)
    .y((point) => point.y ?? 0)
    .digits(1)
  const d = path(points)
  if (d === null || d === '') return ''
  return svgElement('path', {
    class: 'wk-c-line',
    d,
    fill: 'none',
    stroke: chartColours.primary,
    'stroke-width': 2,
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
  })
}
