import { chartColours, voiceColours } from './chart-colours.ts'
import type { MapTie, MapTieChange, MapVoice } from './network-map-input.ts'
import { markRadius } from './network-map-layout.ts'
import { svgElement, svgNumber } from './svg-text.ts'

type Point = { readonly x: number; readonly y: number }

const looks = {
  client: { class: 'wk-c-full', fill: voiceColours.client },
  kin: { class: 'wk-c-full wk-c-of-kin', fill: voiceColours.kin },
  professional: { class: 'wk-c-leaf', fill: chartColours.kept },
  partner: { class: 'wk-c-full wk-c-of-partner', fill: voiceColours.partner },
} as const satisfies Record<MapVoice, { class: string; fill: string }>

/** A mark by voice: a circle, a square, a diamond or a triangle, so that colour is not needed to tell them apart. */
export function voiceMarkSvg(voice: MapVoice, { x, y }: Point, r: number = markRadius): string {
  const look = { ...looks[voice], stroke: chartColours.paper, 'stroke-width': 1 }
  if (voice === 'client') return svgElement('circle', { ...look, cx: x, cy: y, r })
  const n = svgNumber
  const [wide, low] = [r * 1.15, r * 0.9]
  const path = {
    kin: `M${n(x - low)} ${n(y - low)}H${n(x + low)}V${n(y + low)}H${n(x - low)}Z`,
    professional: `M${n(x)} ${n(y - wide)}L${n(x + wide)} ${n(y)}L${n(x)} ${n(y + wide)}L${n(x - wide)} ${n(y)}Z`,
    partner: `M${n(x)} ${n(y - wide)}L${n(x + wide)} ${n(y + low)}H${n(x - wide)}Z`,
  }[voice]
  return svgElement('path', { ...look, d: path })
}

const widths: Record<MapTie['often'], number> = { seldom: 1, monthly: 1.75, fortnightly: 2.75, weekly: 4 }

/** Useful is whole, a bit is dashed, not useful is dotted, and what was not told is dash and dot. */
const dashes = { yes: undefined, bit: '7 4', not: '1.5 4', untold: '8 3 1.5 3' } as const
const changeDashes: Record<MapTieChange, string | undefined> = {
  new: undefined,
  gone: '3 5',
  changed: '9 4',
  same: undefined,
}

/** How wide a line is and how it is broken: told of one moment, or what became of it between two. */
export function tieStroke({ often, useful, change }: Omit<MapTie, 'from' | 'to'>) {
  if (change === null) return { width: widths[often], dash: dashes[useful] }
  return { width: change === 'same' ? 1 : 2.25, dash: changeDashes[change] }
}

type Ends = { from: Point; to: Point; centre: Point }

/** How strong a line is: whole beside few others, lighter where there are many, and hardly there while somebody else is looked at. */
export type TieStrength = 'whole' | 'light' | 'quiet'
const strengths = { whole: 0.75, light: 0.45, quiet: 0.1 } as const satisfies Record<TieStrength, number>

/** A line that bends to the middle and to its own right, so that there and back are two lines; with a point where it goes. */
export function tieSvg(tie: MapTie, { from, to, centre }: Ends, strength: TieStrength): string {
  const { width, dash } = tieStroke(tie)
  const way = { x: to.x - from.x, y: to.y - from.y }
  const length = Math.max(Math.hypot(way.x, way.y), 1)
  const half = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const aside = Math.min(length * 0.08, 16)
  const bend = {
    x: half.x + (centre.x - half.x) * 0.35 - (way.y / length) * aside,
    y: half.y + (centre.y - half.y) * 0.35 + (way.x / length) * aside,
  }
  const start = pointTo(from, bend, markRadius + 2)
  const tip = pointTo(to, bend, markRadius + 2)
  const head = Math.max(6, width * 2.2)
  const neck = pointTo(tip, bend, head)
  const colour = { class: 'wk-c-tie', stroke: 'currentColor' }
  const line = svgElement('path', {
    ...{ ...colour, d: `M${at(start)}Q${at(bend)} ${at(neck)}`, fill: 'none' },
    ...{
      'stroke-width': width,
      'stroke-dasharray': dash,
      'stroke-linecap': dash === '1.5 4' ? 'round' : undefined,
    },
  })
  const sign = tie.change === null ? '' : tieSignSvg(tie.change, onCurve(start, bend, neck))
  const faded = tie.change === 'same' && strength === 'whole' ? strengths.light : strengths[strength]
  return svgElement(
    'g',
    { 'data-tie': `${tie.from} ${tie.to}`, opacity: String(faded) },
    line + headSvg(tip, neck, head) + sign,
  )
}

const at = ({ x, y }: Point) => `${svgNumber(x)} ${svgNumber(y)}`

/** The point so many px from the first towards the second. */
function pointTo(from: Point, to: Point, far: number): Point {
  const length = Math.max(Math.hypot(to.x - from.x, to.y - from.y), 0.01)
  return { x: from.x + ((to.x - from.x) / length) * far, y: from.y + ((to.y - from.y) / length) * far }
}

/** A third of the way: half-way many lines cross, and there and back would lie on each other. */
function onCurve(from: Point, bend: Point, to: Point): Point {
  const [t, left] = [0.34, 0.66]
  const at = (axis: 'x' | 'y') => left * left * from[axis] + 2 * left * t * bend[axis] + t * t * to[axis]
  return { x: at('x'), y: at('y') }
}

function headSvg(tip: Point, neck: Point, head: number): string {
  const way = { x: (tip.x - neck.x) / head, y: (tip.y - neck.y) / head }
  const half = head * 0.45
  const one = { x: neck.x - way.y * half, y: neck.y + way.x * half }
  const other = { x: neck.x + way.y * half, y: neck.y - way.x * half }
  return svgElement('path', {
    class: 'wk-c-ink',
    fill: 'currentColor',
    d: `M${at(tip)}L${at(one)}L${at(other)}Z`,
  })
}

/** New: a plus; gone: a cross; changed: two waves; the same: nothing. On a plate, so that lines do not hide it. */
export function tieSignSvg(change: MapTieChange, { x, y }: Point): string {
  if (change === 'same') return ''
  const plate = svgElement('circle', {
    ...{ class: 'wk-c-map-plate', cx: x, cy: y, r: 7, fill: chartColours.paper },
    ...{ stroke: chartColours.muted, 'stroke-width': 1 },
  })
  const n = svgNumber
  const d = {
    new: `M${n(x - 4)} ${n(y)}h8M${n(x)} ${n(y - 4)}v8`,
    gone: `M${n(x - 3)} ${n(y - 3)}l6 6M${n(x + 3)} ${n(y - 3)}l-6 6`,
    changed: `M${n(x - 4)} ${n(y - 1.5)}q2 -3 4 0t4 0M${n(x - 4)} ${n(y + 2.5)}q2 -3 4 0t4 0`,
  }[change]
  return (
    plate +
    svgElement('path', {
      d,
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 1.75,
      'stroke-linecap': 'round',
    })
  )
}
