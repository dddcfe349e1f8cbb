import { chartColours } from './chart-colours.ts'
import { escapeXml, svgElement } from './svg-text.ts'
import { quotesOf, type SynergyMapInput } from './synergy-map-input.ts'
import type { MapPlan } from './synergy-map-layout.ts'
import { mapSigns } from './synergy-map-legend.ts'
import { fitText } from './text-size.ts'

const rowHeight = 17
const headHeight = 26
const indent = 24

type Line = { readonly y: number; readonly svg: string }

/** The list beside a wide map: what the signs mean, then every element by its number with its quotes. Answers how low it comes. */
export function mapListSvg(input: SynergyMapInput, plan: MapPlan): { svg: string; bottom: number } {
  const left = plan.side + 16
  const room = input.width - left - 8
  let y = 20
  const lines: Line[] = []
  for (const { sign, text } of mapSigns(input)) {
    const at = svgElement('g', { transform: `translate(${left - 4} ${y - 12})` }, sign)
    lines.push({ y, svg: at + words(fitText(text, room - 30, plain), { x: left + 28, y }) })
    y += rowHeight + 3
  }
  for (const group of groupsOf(input, plan)) {
    y += headHeight - rowHeight
    lines.push({ y, svg: words(fitText(group.name, room, bold), { x: left, y }, true) })
    y += rowHeight
    for (const { number, name, quotes } of group.rows) {
      const label = fitText(quotes === 0 ? name : `${name} (${quotes})`, room - indent, plain)
      const numberAt = { x: left + indent - 7, y, anchor: 'end' as const }
      lines.push({ y, svg: words(String(number), numberAt, true) + words(label, { x: left + indent, y }) })
      y += rowHeight
    }
  }
  return { svg: lines.map(({ svg }) => svg).join(''), bottom: y }
}

const plain = { size: 12, bold: false } as const
const bold = { size: 12, bold: true } as const

type Place = { x: number; y: number; anchor?: 'end' }

function words(text: string, { anchor, ...at }: Place, isBold = false): string {
  return svgElement(
    'text',
    {
      ...at,
      ...{ class: 'wk-c-ink', fill: 'currentColor', 'font-size': 12, 'text-anchor': anchor },
      'font-weight': isBold ? 700 : undefined,
    },
    escapeXml(text),
  )
}

function groupsOf(input: SynergyMapInput, { marks }: MapPlan) {
  const rows = marks.map(({ element, number }) => ({
    ...{ number, name: element.name, place: element.place },
    quotes: quotesOf(element),
  }))
  const inRings = input.rings.map((name, ring) => ({
    name,
    rows: rows.filter(({ place }) => place.band === 'ring' && place.ring === ring),
  }))
  const inBand = (band: 'context' | 'shadow') => rows.filter(({ place }) => place.band === band)
  return [
    ...inRings,
    { name: input.context, rows: inBand('context') },
    { name: input.shadow, rows: inBand('shadow') },
  ].filter((group) => group.rows.length > 0)
}

/** The thin line of a band's name, in the tone of what is said beside a picture. */
export function bandName(text: string, at: { x: number; y: number }): string {
  return svgElement(
    'text',
    {
      ...at,
      ...{ class: 'wk-c-tick', fill: chartColours.muted },
      ...{ 'text-anchor': 'middle', 'font-size': 11, 'font-weight': 600 },
    },
    escapeXml(text),
  )
}
