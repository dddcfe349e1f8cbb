import type { Language } from '../shared/language.ts'
import { chartColours } from './chart-colours.ts'
import { keySize, type LegendEntry } from './run-chart-legend.ts'
import { escapeXml, svgElement } from './svg-text.ts'
import { textLines } from './text-lines.ts'
import { type TextStyle, textWidth } from './text-size.ts'

/** A picture with all that has to go along when it leaves the page. */
export type PictureFileInput = {
  readonly lang: Language
  readonly title: string
  /** What the picture shows. */
  readonly sentence: string
  /** SVG text of a function of this folder, and its size in px. */
  readonly picture: { readonly svg: string; readonly width: number; readonly height: number }
  readonly legend: readonly LegendEntry[]
  /** What has to be said beside it: what these questions are not, and on which day it was made. */
  readonly below: readonly string[]
}

const margin = 28
const styles = {
  title: { size: 18, bold: true },
  sentence: { size: 14, bold: false },
  small: { size: 12, bold: false },
} as const satisfies Record<string, TextStyle>

/**
 * A file of its own: the picture on white with title, sentence, legend, caution and date, in literal colours and the fonts
 * of the device. It needs nothing from a page.
 */
export function pictureFile(input: PictureFileInput): { svg: string; width: number; height: number } {
  const width = input.picture.width + 2 * margin
  const room = input.picture.width
  const parts: string[] = []
  let y = margin
  const write = (text: string, style: TextStyle, fill: string) => {
    for (const row of textLines(text, room, style)) {
      y += Math.round(style.size * 1.4)
      parts.push(textSvg(row, { x: margin, y }, { style, fill }))
    }
  }
  write(input.title, styles.title, ink)
  y += 4
  write(input.sentence, styles.sentence, ink)
  y += 18
  parts.push(svgElement('g', { transform: `translate(${margin} ${y})` }, input.picture.svg))
  y += input.picture.height + 14
  const legend = legendSvg(input.legend, { y, room, left: margin })
  parts.push(legend.svg)
  y = legend.bottom + 8
  for (const text of input.below) write(text, styles.small, chartColours.muted)
  const height = Math.ceil(y + margin)
  const size = { width, height, viewBox: `0 0 ${width} ${height}` }
  const font = { 'font-family': fonts, direction: 'ltr' }
  const paper = svgElement('rect', { width, height, fill: chartColours.paper })
  const head = { xmlns: 'http://www.w3.org/2000/svg', lang: input.lang }
  const svg = svgElement('svg', { ...head, ...size, ...font }, paper + parts.join(''))
  return { svg, width, height }
}

/** A picture with what its signs mean below it, as one picture; title, sentence and table stand beside it elsewhere. */
export function withLegend({ picture, legend }: Pick<PictureFileInput, 'picture' | 'legend'>): {
  svg: string
  width: number
  height: number
} {
  const { width } = picture
  const told = legendSvg(legend, { y: picture.height + 12, room: width, left: 0 })
  const height = Math.ceil(legend.length === 0 ? picture.height : told.bottom)
  const size = { width, height, viewBox: `0 0 ${width} ${height}` }
  const head = { xmlns: 'http://www.w3.org/2000/svg', ...size, 'font-family': fonts, direction: 'ltr' }
  return { svg: svgElement('svg', head, picture.svg + told.svg), width, height }
}

const ink = '#1b2430'
const fonts = "system-ui, 'Segoe UI', 'Noto Sans', sans-serif"

type Place = { x: number; y: number }

function textSvg(text: string, place: Place, { style, fill }: { style: TextStyle; fill: string }): string {
  const weight = style.bold ? { 'font-weight': '600' } : {}
  return svgElement('text', { ...place, 'font-size': style.size, ...weight, fill }, escapeXml(text))
}

/** The signs beside each other, on the next row where there is no room. */
type Rows = { y: number; room: number; left: number }

function legendSvg(legend: readonly LegendEntry[], { y, room, left }: Rows) {
  const rowHeight = 24
  const parts: string[] = []
  let x = 0
  let row = 0
  for (const { sign, text } of legend) {
    const [whole = ''] = textLines(text, Number.POSITIVE_INFINITY, styles.small)
    const width = keySize.width + 6 + textWidth(whole, styles.small) + 18
    if (x > 0 && x + width > room) {
      x = 0
      row++
    }
    const place = { x: left + x, y: y + row * rowHeight }
    parts.push(svgElement('g', { transform: `translate(${Math.round(place.x)} ${place.y})` }, sign))
    const at = { x: place.x + keySize.width + 6, y: place.y + 12 }
    parts.push(textSvg(whole, at, { style: styles.small, fill: ink }))
    x += width
  }
  return { svg: parts.join(''), bottom: legend.length === 0 ? y : y + (row + 1) * rowHeight }
}
