import type { Language } from '../shared/language.ts'
import { chartColours } from './chart-colours.ts'
import { escapeXml, svgElement, svgId } from './svg-text.ts'
import { fewTextLines } from './text-lines.ts'
import type { TextStyle } from './text-size.ts'

export type WayInput = {
  readonly idPrefix: string
  readonly title: string
  readonly description: string
  readonly lang: Language
  /** Px. */
  readonly width: number
  /** The questions in the order in which they were asked, with all that one could answer. */
  readonly steps: readonly {
    readonly question: string
    readonly options: readonly { readonly label: string; readonly isTaken: boolean }[]
  }[]
  /** Where it leads; null while a question is still open. */
  readonly end: string | null
}

const line = 18
const spine = 12
const textAt = 44
const strong: TextStyle = { size: 14, bold: true }
const plain: TextStyle = { size: 13, bold: false }

type Row = { readonly kind: 'question' | 'taken' | 'other' | 'end'; readonly lines: readonly string[] }
type Placed = Row & { readonly top: number; readonly middle: number }

/**
 * Draws the way through some questions from top to bottom: a line that goes on through what was answered, with what was not
 * answered as short branches beside it. Promises: well-formed XML for any text, and the same output for the same input. One
 * image with name and description; the page says the same in a list. '' without questions.
 */
export function wayPicture(input: WayInput): string {
  const { idPrefix, lang, width } = input
  if (input.steps.length === 0) return ''
  const rows = placed(rowsOf(input))
  const last = rows.at(-1)
  const height = last === undefined ? 0 : last.top + last.lines.length * line + 10
  const titleId = svgId(idPrefix, 'title')
  const descriptionId = svgId(idPrefix, 'desc')
  return svgElement(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', class: 'wk-chart wk-c-matrix', role: 'img' },
      ...{ 'aria-labelledby': titleId, 'aria-describedby': descriptionId, lang },
      ...{ viewBox: `0 0 ${width} ${height}`, width, height, color: '#1b2430', direction: 'ltr' },
      ...{ 'font-family': "system-ui, 'Segoe UI', 'Noto Sans', sans-serif" },
    },
    svgElement('title', { id: titleId }, escapeXml(input.title)) +
      svgElement('desc', { id: descriptionId }, escapeXml(input.description)) +
      spineSvg(rows) +
      rows.map((row) => rowSvg(row, width)).join(''),
  )
}

function rowsOf({ steps, end, width }: WayInput): Row[] {
  const room = { width: width - textAt - 12, most: 3 }
  const rows = steps.flatMap(({ question, options }): Row[] => [
    { kind: 'question', lines: fewTextLines(question, room, strong) },
    ...options.map(({ label, isTaken }): Row => {
      const style = isTaken ? strong : plain
      return { kind: isTaken ? 'taken' : 'other', lines: fewTextLines(label, room, style) }
    }),
  ])
  return end === null ? rows : [...rows, { kind: 'end', lines: fewTextLines(end, room, strong) }]
}

/** Before a question and the end there is more room, so that question and answers stand together. */
function placed(rows: readonly Row[]): Placed[] {
  let top = 2
  return rows.map((row, at) => {
    if (at > 0) top += row.kind === 'question' || row.kind === 'end' ? 18 : 6
    const here = { ...row, top, middle: top + line / 2 }
    top += Math.max(1, row.lines.length) * line
    return here
  })
}

/** From the first question to the last thing that lies on the way. */
function spineSvg(rows: readonly Placed[]): string {
  const from = rows[0]
  const to = rows.findLast(({ kind }) => kind !== 'other')
  if (from === undefined || to === undefined || from === to) return ''
  return svgElement('path', {
    class: 'wk-c-line',
    d: `M${spine},${from.middle}V${to.middle}`,
    ...{ stroke: chartColours.primary, 'stroke-width': 3, 'stroke-linecap': 'round', fill: 'none' },
  })
}

function rowSvg(row: Placed, width: number): string {
  return (row.kind === 'end' ? boxSvg(row, width) : '') + markSvg(row) + wordsSvg(row)
}

function markSvg({ kind, middle }: Placed): string {
  const ring = { class: 'wk-c-open', fill: chartColours.paper, stroke: chartColours.primary }
  const full = { class: 'wk-c-full', fill: chartColours.primary }
  if (kind === 'question')
    return svgElement('circle', { ...ring, cx: spine, cy: middle, r: 7, 'stroke-width': 2.5 })
  if (kind === 'taken') return svgElement('circle', { ...full, cx: spine, cy: middle, r: 6 })
  if (kind === 'end')
    return svgElement('rect', { ...full, x: spine - 7, y: middle - 7, width: 14, height: 14, rx: 3 })
  const branch = { class: 'wk-c-level', stroke: chartColours.muted, 'stroke-width': 1.25, fill: 'none' }
  return (
    svgElement('path', { ...branch, d: `M${spine + 3},${middle}H${textAt - 16}` }) +
    svgElement('circle', { ...branch, cx: textAt - 12, cy: middle, r: 3.5 })
  )
}

/** Around the outcome, on paper too. */
function boxSvg({ top, lines }: Placed, width: number): string {
  return svgElement('rect', {
    class: 'wk-c-map-ring',
    ...{ x: textAt - 10, y: top - 5, width: width - textAt + 8, height: lines.length * line + 10, rx: 8 },
    ...{ fill: chartColours.cool, stroke: chartColours.muted },
  })
}

function wordsSvg({ kind, lines, top }: Placed): string {
  const isOther = kind === 'other'
  const style = {
    class: isOther ? 'wk-c-tick' : 'wk-c-ink',
    fill: isOther ? chartColours.muted : 'currentColor',
    'font-size': isOther ? plain.size : strong.size,
    'font-weight': isOther ? undefined : '600',
  }
  return lines
    .map((words, at) =>
      svgElement('text', { ...style, x: textAt, y: top + 14 + at * line }, escapeXml(words)),
    )
    .join('')
}
