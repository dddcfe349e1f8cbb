import { chartColours } from './chart-colours.ts'
import type { Box } from './label-room.ts'
import { measured, type PlacedText, textBox } from './placed-text.ts'
import { escapeXml, svgElement, svgId, svgNumber } from './svg-text.ts'
import type { SynergyMapInput } from './synergy-map-input.ts'
import { mapLabels } from './synergy-map-labels.ts'
import { bandArcs, type MapPlan, mapPlan } from './synergy-map-layout.ts'
import { bandName, mapListSvg } from './synergy-map-list.ts'
import { markSvg } from './synergy-map-marks.ts'

/**
 * Draws a model of synergy: rings from the inside out, the conditions above and beside them, the shadow side below in the
 * same picture. Each element is a circle of four quarters, one per voice, filled where that voice spoke: place tells them apart
 * without colour, size tells how many quotes. Promises: well-formed XML for any text, the same output for the same input. One
 * image with name and description; `mapRows` gives the list that says the same. Each mark carries its element in `data-key`.
 */
export function synergyMap(input: SynergyMapInput): { svg: string; width: number; height: number } {
  const plan = mapPlan(input)
  const list = plan.isWide ? mapListSvg(input, plan) : { svg: '', bottom: 0 }
  const width = plan.isWide ? input.width : plan.side
  const height = Math.ceil(Math.max(plan.side, list.bottom + 4))
  const titleId = svgId(input.idPrefix, 'title')
  const descriptionId = svgId(input.idPrefix, 'desc')
  const svg = svgElement(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', class: 'wk-chart wk-c-map', role: 'img' },
      ...{ 'aria-labelledby': titleId, 'aria-describedby': descriptionId, lang: input.lang },
      ...{ viewBox: `0 0 ${width} ${height}`, width, height, color: '#1b2430', direction: 'ltr' },
      ...{ 'font-family': "system-ui, 'Segoe UI', 'Noto Sans', sans-serif", 'font-size': 12 },
    },
    svgElement('title', { id: titleId }, escapeXml(input.title)) +
      svgElement('desc', { id: descriptionId }, escapeXml(input.description)) +
      groundSvg(plan, svgId(input.idPrefix, 'shade')) +
      namesAndMarks(input, plan) +
      list.svg,
  )
  return { svg, width, height }
}

function groundSvg({ centre, radii, outer }: MapPlan, shadeId: string): string {
  const inside = radii.at(-1) ?? 0
  const rings = radii.map((r, at) =>
    svgElement('circle', {
      ...{ class: 'wk-c-map-ring', cx: centre, cy: centre, r, fill: chartColours.cool },
      ...{ 'fill-opacity': 0.4 + 0.6 / (at + 1), stroke: chartColours.muted, 'stroke-width': 1 },
    }),
  )
  const context = svgElement('path', {
    ...{ class: 'wk-c-map-context', d: bandPath({ centre, inside, outer }, bandArcs.context) },
    ...{ fill: chartColours.paper, stroke: chartColours.muted, 'stroke-dasharray': '5 3' },
  })
  const lines = svgElement('path', {
    ...{ class: 'wk-c-map-shade', d: 'M0 8L8 0M-2 2L2 -2M6 10L10 6', stroke: chartColours.muted },
    ...{ 'stroke-width': 1, 'stroke-opacity': 0.45 },
  })
  const size = { width: 8, height: 8, patternUnits: 'userSpaceOnUse' }
  const d = bandPath({ centre, inside, outer }, bandArcs.shadow)
  const shadow =
    svgElement('path', { class: 'wk-c-map-dusk', d, fill: chartColours.muted, 'fill-opacity': 0.16 }) +
    svgElement('path', { class: 'wk-c-level', d, fill: `url(#${shadeId})`, stroke: chartColours.muted })
  // The outer ring first, so that each lies on the one around it.
  return (
    svgElement('defs', {}, svgElement('pattern', { id: shadeId, ...size }, lines)) +
    context +
    shadow +
    rings.toReversed().join('')
  )
}

type Band = { centre: number; inside: number; outer: number }

function bandPath({ centre, inside, outer }: Band, { from, to }: { from: number; to: number }): string {
  const gap = 5
  const near = inside + gap
  const at = (r: number, degrees: number) => {
    const angle = (degrees * Math.PI) / 180
    return `${svgNumber(centre + r * Math.cos(angle))} ${svgNumber(centre + r * Math.sin(angle))}`
  }
  const large = to - from > 180 ? 1 : 0
  const arc = (r: number, sweep: number, end: string) =>
    `A${svgNumber(r)} ${svgNumber(r)} 0 ${large} ${sweep} ${end}`
  return `M${at(outer, from)}${arc(outer, 1, at(outer, to))}L${at(near, to)}${arc(near, 0, at(near, from))}Z`
}

function namesAndMarks(input: SynergyMapInput, plan: MapPlan): string {
  const names = plan.isWide ? bandNames(input, plan) : []
  const taken: Box[] = names.map(textBox)
  const labels = plan.isWide ? mapLabels(plan, taken) : []
  return (
    names.map(({ text, x, y }) => bandName(text, { x, y })).join('') +
    plan.marks.map(markSvg).join('') +
    labels.map(labelSvg).join('')
  )
}

/** Names of rings and bands stand at the top of each, the shadow's at the bottom. */
function bandNames(input: SynergyMapInput, { centre, radii, outer }: MapPlan): PlacedText[] {
  const style = { size: 11, bold: true }
  const name = (text: string, y: number): PlacedText => ({
    ...measured(text, style),
    ...{ x: centre, y, anchor: 'middle' },
  })
  return [
    ...input.rings.map((text, at) => name(text, centre - (radii[at] ?? 0) + 15)),
    name(input.context, centre - outer + 15),
    name(input.shadow, centre + outer - 7),
  ]
}

function labelSvg({ text, x, y, anchor }: PlacedText): string {
  return svgElement(
    'text',
    {
      ...{ class: 'wk-c-map-label', x, y, fill: 'currentColor', 'font-size': 11 },
      ...{
        stroke: chartColours.paper,
        'stroke-width': 3,
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
      },
      'text-anchor': anchor === 'start' ? undefined : anchor,
    },
    escapeXml(text),
  )
}
