import { chartColours } from './chart-colours.ts'
import type { RunChartAnnotationKind } from './run-chart-input.ts'
import { svgElement, svgNumber } from './svg-text.ts'

// Round (0, 0), about 8 px in size; a change is the sign of an agreement with the agreement kept inside.
const outlines: Readonly<Record<Exclude<RunChartAnnotationKind, 'repair'>, readonly [number, number][]>> = {
  meeting: [
    [-3.2, -3.2],
    [3.2, -3.2],
    [3.2, 3.2],
    [-3.2, 3.2],
  ],
  rupture: [
    [0, -4.6],
    [4.6, 3.6],
    [-4.6, 3.6],
  ],
  agreement: [
    [0, -4.8],
    [4.8, 0],
    [0, 4.8],
    [-4.8, 0],
  ],
  changed: [
    [0, -4.8],
    [4.8, 0],
    [0, 4.8],
    [-4.8, 0],
  ],
}

/** The sign of what happened, round a place: every kind has a shape of its own, so that colour is never needed. */
export function noteShape(kind: RunChartAnnotationKind, x: number, y: number): string {
  const look = { class: 'wk-c-note-dot', fill: chartColours.kept }
  if (kind === 'repair') return svgElement('circle', { ...look, cx: x, cy: y, r: 3.5 })
  const path = `M${outlines[kind].map(([dx, dy]) => `${svgNumber(x + dx)},${svgNumber(y + dy)}`).join('L')}Z`
  if (kind !== 'changed') return svgElement('path', { ...look, d: path })
  const open = { fill: chartColours.paper, stroke: chartColours.kept, 'stroke-width': 1.75 }
  return svgElement('path', { class: 'wk-c-note-open', d: path, ...open })
}
