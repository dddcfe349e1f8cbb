import { chartColours, voiceColours } from './chart-colours.ts'
import { escapeXml, svgElement } from './svg-text.ts'
import type { MapChange, MapOutcome } from './synergy-map-input.ts'
import type { PlacedMark } from './synergy-map-layout.ts'

/** In the order of the quarters: upper right, lower right, lower left, upper left. */
const quarters = [
  { class: 'wk-c-full', fill: voiceColours.client },
  { class: 'wk-c-full wk-c-of-kin', fill: voiceColours.kin },
  { class: 'wk-c-leaf', fill: chartColours.kept },
  { class: 'wk-c-full wk-c-of-partner', fill: voiceColours.partner },
] as const

type Circle = { readonly x: number; readonly y: number; readonly r: number }

/** One quarter of a circle, in the colour and at the place of its voice; 0 is the upper right. */
export function quarterSvg({ x, y, r }: Circle, at: number): string {
  const look = quarters[at]
  if (look === undefined) return ''
  const point = (turn: number): [number, number] => {
    const angle = ((turn - 1) * Math.PI) / 2
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)]
  }
  const [fromX, fromY] = point(at)
  const [toX, toY] = point(at + 1)
  const round = (value: number) => Math.round(value * 10) / 10
  const d = `M${round(x)} ${round(y)}L${round(fromX)} ${round(fromY)}A${round(r)} ${round(r)} 0 0 1 ${round(toX)} ${round(toY)}Z`
  return svgElement('path', { ...look, d, stroke: chartColours.paper, 'stroke-width': 1 })
}

/** A mark: its quarters filled for who spoke, its number in the middle, what was expected and how it changed at its rim. */
export function markSvg({ element, number, x, y, r }: PlacedMark): string {
  const isEmpty = element.others === 0 && element.quarters.every((quotes) => quotes === 0)
  const rim = svgElement('circle', {
    ...{ class: isEmpty ? 'wk-c-map-none' : 'wk-c-map-rim', cx: x, cy: y, r },
    ...{ fill: chartColours.paper, stroke: chartColours.muted, 'stroke-width': 1.25 },
    'stroke-dasharray': isEmpty ? '3 2' : undefined,
  })
  const spoken = element.quarters.map((quotes, at) => (quotes > 0 ? quarterSvg({ x, y, r: r - 2 }, at) : ''))
  const inner = Math.max(r * 0.46, 6.5)
  const middle = isEmpty
    ? ''
    : svgElement('circle', { class: 'wk-c-map-hub', cx: x, cy: y, r: inner, fill: chartColours.paper })
  return svgElement(
    'g',
    { class: 'wk-c-map-mark', 'data-key': element.key },
    rim +
      spoken.join('') +
      middle +
      numberSvg(number, { x, y, r }) +
      (element.others > 0 ? othersSvg({ x, y: y - r, r: 3.5 }) : '') +
      (element.outcome === null
        ? ''
        : outcomeSvg(element.outcome, { x: x + r * 0.8, y: y - r * 0.8, r: 5 })) +
      (element.change === null ? '' : changeSvg(element.change, { x: x + r * 0.8, y: y + r * 0.8, r: 5 })),
  )
}

function numberSvg(number: number, { x, y, r }: Circle): string {
  const size = r < 10 ? 8 : 10
  return svgElement(
    'text',
    {
      ...{ class: 'wk-c-ink', x, y: y + size * 0.36, fill: 'currentColor' },
      ...{ 'text-anchor': 'middle', 'font-size': size, 'font-weight': 700 },
    },
    escapeXml(String(number)),
  )
}

/** The sign of voices without a quarter: a dot on the rim. */
export function othersSvg({ x, y, r }: Circle): string {
  return svgElement('circle', {
    ...{ class: 'wk-c-map-other', cx: x, cy: y, r, fill: chartColours.muted },
    ...{ stroke: chartColours.paper, 'stroke-width': 1 },
  })
}

/** Expected and found: a full square; expected and not found: an open one; found and not expected: a diamond. */
export function outcomeSvg(outcome: MapOutcome, { x, y, r }: Circle): string {
  const isOpen = outcome === 'not-found'
  return svgElement('rect', {
    ...{ class: isOpen ? 'wk-c-map-open' : 'wk-c-map-sign', x: x - r + 1, y: y - r + 1 },
    ...{ width: 2 * r - 2, height: 2 * r - 2, fill: isOpen ? chartColours.paper : chartColours.warmInk },
    ...{ stroke: isOpen ? chartColours.warmInk : chartColours.paper, 'stroke-width': isOpen ? 1.75 : 1 },
    transform: outcome === 'unexpected' ? `rotate(45 ${Math.round(x)} ${Math.round(y)})` : undefined,
  })
}

/** Grown: a triangle up; less: one down; new: a plus; gone: a minus; unchanged: nothing. */
export function changeSvg(change: MapChange, { x, y, r }: Circle): string {
  const d = changePath(change, { x: Math.round(x), y: Math.round(y), r })
  if (d === '') return ''
  const paper = svgElement('circle', {
    ...{ class: 'wk-c-map-plate', cx: x, cy: y, r: r + 1.5, fill: chartColours.paper },
    ...{ stroke: chartColours.muted, 'stroke-width': 0.75 },
  })
  const stroke = { stroke: 'currentColor', 'stroke-width': 2, 'stroke-linecap': 'round' } as const
  const isLine = change === 'new' || change === 'gone'
  return paper + svgElement('path', { d, fill: isLine ? 'none' : 'currentColor', ...(isLine ? stroke : {}) })
}

function changePath(change: MapChange, { x, y, r }: Circle): string {
  const [wide, high] = [r * 0.75, r * 0.65]
  switch (change) {
    case 'more':
      return `M${x} ${y - high}l${wide} ${high * 1.7}h${-2 * wide}Z`
    case 'less':
      return `M${x} ${y + high}l${wide} ${-high * 1.7}h${-2 * wide}Z`
    case 'new':
      return `M${x - wide} ${y}h${2 * wide}M${x} ${y - wide}v${2 * wide}`
    case 'gone':
      return `M${x - wide} ${y}h${2 * wide}`
    case 'same':
    case 'none':
      return ''
  }
}
