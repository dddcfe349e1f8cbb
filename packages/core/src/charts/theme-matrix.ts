import { chartColours } from './chart-colours.ts'
import { escapeXml, svgElement, svgId, svgNumber } from './svg-text.ts'
import { fewTextLines } from './text-lines.ts'
import { fitText, type TextStyle, textWidth } from './text-size.ts'
import { type CellSign, cellShade, cellShades, type ThemeMatrixInput } from './theme-matrix-input.ts'
import { matrixPhrases } from './theme-matrix-words.ts'

type Plan = {
  readonly width: number
  readonly labels: number
  readonly column: number
  readonly sums: number
  readonly top: number
  readonly row: number
  readonly height: number
  readonly hatch: string
}

const bodyStyle: TextStyle = { size: 13, bold: false }
const headStyle: TextStyle = { size: 13, bold: true }

/**
 * Draws themes beside voices, sources or moments: the number in each cell, darker for more, a sign for what the analyst says
 * of it. A column of who took part and said nothing stays, hatched. Promises: well-formed XML for any text, the same output for
 * the same input, every number also as text. One image with name and description; `matrixTable` says the same.
 */
export function themeMatrix(input: ThemeMatrixInput): { svg: string; width: number; height: number } {
  const plan = planOf(input)
  const titleId = svgId(input.idPrefix, 'title')
  const descriptionId = svgId(input.idPrefix, 'desc')
  const { width, height } = plan
  const svg = svgElement(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', class: 'wk-chart wk-c-matrix', role: 'img' },
      ...{ 'aria-labelledby': titleId, 'aria-describedby': descriptionId, lang: input.lang },
      ...{ viewBox: `0 0 ${width} ${height}`, width, height, color: '#1b2430', direction: 'ltr' },
      ...{ 'font-family': "system-ui, 'Segoe UI', 'Noto Sans', sans-serif", 'font-size': 13 },
    },
    svgElement('title', { id: titleId }, escapeXml(input.title)) +
      svgElement('desc', { id: descriptionId }, escapeXml(input.description)) +
      hatchSvg(plan.hatch) +
      headSvg(input, plan) +
      input.rows.map((row, at) => rowSvg(input, plan, { row, at })).join('') +
      footSvg(input, plan) +
      keySvg(input, plan),
  )
  return { svg, width, height }
}

function planOf({ width, columns, rows, idPrefix }: ThemeMatrixInput): Plan {
  const labels = Math.round(width * (width < 560 ? 0.3 : 0.24))
  const sums = width < 560 ? 44 : 116
  const column = (width - labels - sums) / Math.max(columns.length, 1)
  const top = 62
  const row = 36
  const height = top + (rows.length + 1) * row + 62
  return { width, labels, sums, column, top, row, height, hatch: svgId(idPrefix, 'hatch') }
}

function hatchSvg(id: string): string {
  const line = { class: 'wk-c-map-shade', d: 'M0 8L8 0M-2 2L2 -2M6 10L10 6', stroke: chartColours.muted }
  const lines = svgElement('path', { ...line, 'stroke-width': 1, 'stroke-opacity': 0.45 })
  const size = { id, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }
  return svgElement('defs', {}, svgElement('pattern', size, lines))
}

function headSvg({ columns, lang, of }: ThemeMatrixInput, plan: Plan): string {
  const say = matrixPhrases(lang)
  const heads = columns.map((column, at) => {
    const x = plan.labels + (at + 0.5) * plan.column
    const style = headFor(column.name, plan.column - 6)
    const names = fewTextLines(column.name, { width: plan.column - 6, most: 2 }, style)
    const lines = names.map((name, line) =>
      text(
        name,
        { x, y: plan.top - 24 - (names.length - 1 - line) * 15 },
        { bold: true, anchor: 'middle', size: style.size },
      ),
    )
    const told = column.isSilent ? say.silent : say.said(column.quotes)
    const small = fitText(told, plan.column - 4, { size: 11, bold: false })
    const below = { x, y: plan.top - 8 }
    return lines.join('') + text(small, below, { muted: true, anchor: 'middle', size: 11 })
  })
  const x = plan.width - plan.sums + 22
  const sum = text(
    plan.sums < 60 ? 'Σ' : say.total,
    { x, y: plan.top - 24 },
    { bold: true, anchor: 'middle' },
  )
  const heard = { x: plan.width - 4, y: plan.top - 24 }
  return (
    heads.join('') + sum + (plan.sums < 60 ? '' : text(say.heard[of], heard, { muted: true, anchor: 'end' }))
  )
}

/** Smaller letters for a word that is too long for its column. */
function headFor(name: string, width: number): TextStyle {
  const fits = name.split(/\s+/).every((word) => textWidth(word, headStyle) <= width)
  return fits ? headStyle : { size: 11, bold: true }
}

type Row = { row: ThemeMatrixInput['rows'][number]; at: number }

function rowSvg(input: ThemeMatrixInput, plan: Plan, { row, at }: Row): string {
  const y = plan.top + at * plan.row
  const base = y + plan.row / 2 + 4
  const lines = fewTextLines(row.name, { width: plan.labels - 14, most: 2 }, bodyStyle)
  const label = lines.map((line, number) =>
    text(line, { x: plan.labels - 8, y: base + (number - (lines.length - 1) / 2) * 15 }, { anchor: 'end' }),
  )
  const most = Math.max(...input.rows.flatMap(({ cells }) => cells.map(({ quotes }) => quotes)), 0)
  const cells = row.cells.map((cell, column) => {
    const box = { x: plan.labels + column * plan.column + 1, y: y + 1 }
    const isHatched = input.columns[column]?.isSilent === true
    return cellSvg(cell, { ...box, most, isHatched, plan })
  })
  const sumAt = { x: plan.width - plan.sums + 22, y: base }
  const heardAt = { x: plan.width - 4, y: base }
  const heard = matrixPhrases(input.lang).of(row.heard, input.columns.length)
  return (
    label.join('') +
    cells.join('') +
    text(String(row.quotes), sumAt, { bold: true, anchor: 'middle' }) +
    (plan.sums < 60 ? '' : text(heard, heardAt, { muted: true, anchor: 'end' }))
  )
}

type CellBox = { x: number; y: number; most: number; isHatched: boolean; plan: Plan }

function cellSvg(
  { quotes, mark }: { quotes: number; mark: CellSign | null },
  { x, y, most, isHatched, plan }: CellBox,
): string {
  const shade = cellShade(quotes, most)
  const isFull = shade === cellShades.at(-1)
  const size = { x, y, width: plan.column - 2, height: plan.row - 2 }
  const paper = { class: 'wk-c-cell-none', fill: chartColours.paper, stroke: chartColours.grid }
  const filled = { class: 'wk-c-cell', fill: chartColours.primary, 'fill-opacity': shade ?? 1 }
  const ground =
    svgElement('rect', { ...size, ...paper }) +
    (isHatched ? svgElement('rect', { ...size, fill: `url(#${plan.hatch})` }) : '') +
    (shade === null ? '' : svgElement('rect', { ...size, ...filled, stroke: chartColours.muted }))
  const at = { x: x + size.width / 2, y: y + size.height / 2 + 4.5 }
  const number = quotes === 0 ? '' : text(String(quotes), at, { anchor: 'middle', onFull: isFull })
  if (mark === null) return ground + number
  const isAlone = quotes === 0
  const sign = { x: isAlone ? at.x : x + size.width - 11, y: isAlone ? y + size.height / 2 : y + 10 }
  return ground + number + cellSignSvg(mark, { ...sign, onFull: isFull })
}

/** The sign of a mark: a tick, a plus, a sign for unequal, an empty ring. 10 px large. */
export function cellSignSvg(mark: CellSign, at: { x: number; y: number; onFull?: boolean }): string {
  const x = svgNumber(at.x)
  const y = svgNumber(at.y)
  const shapes: Record<CellSign, string> = {
    confirms: 'm-4.5 0l3 3.5l6 -7',
    adds: 'm-4.5 0h9m-4.5 -4.5v9',
    contradicts: 'm-4.5 -2h9m-9 4h9m-6.5 3l4 -10',
    silent: 'm-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0',
  }
  const look =
    at.onFull === true
      ? { class: 'wk-c-on-full-line', stroke: chartColours.paper }
      : { stroke: 'currentColor' }
  return svgElement('path', { ...look, d: `M${x} ${y}${shapes[mark]}`, fill: 'none', 'stroke-width': 1.75 })
}

function footSvg({ columns, quotes, lang }: ThemeMatrixInput, plan: Plan): string {
  const y = plan.height - 62 - plan.row / 2 + 4
  const sums = columns.map((column, at) => {
    const x = plan.labels + (at + 0.5) * plan.column
    return text(String(column.quotes), { x, y }, { bold: true, anchor: 'middle' })
  })
  const label = text(matrixPhrases(lang).total, { x: plan.labels - 8, y }, { bold: true, anchor: 'end' })
  const all = { x: plan.width - plan.sums + 22, y }
  return label + sums.join('') + text(String(quotes), all, { bold: true, anchor: 'middle' })
}

function keySvg({ lang, rows, columns }: ThemeMatrixInput, plan: Plan): string {
  const say = matrixPhrases(lang)
  const y = plan.height - 40
  let x = plan.width < 560 ? 8 : plan.labels
  const parts = [text(say.few, { x, y: y + 12 }, { muted: true, size: 12 })]
  x += 46
  for (const shade of cellShades) {
    const box = { x, y, width: 22, height: 16, stroke: chartColours.muted }
    parts.push(
      svgElement('rect', { ...box, class: 'wk-c-cell', fill: chartColours.primary, 'fill-opacity': shade }),
    )
    x += 22
  }
  parts.push(text(say.many, { x: x + 8, y: y + 12 }, { muted: true, size: 12 }))
  const used = (['confirms', 'adds', 'contradicts', 'silent'] as const).filter((mark) =>
    rows.some(({ cells }) => cells.some((cell) => cell.mark === mark)),
  )
  x = plan.width < 560 ? 14 : plan.labels + 6
  for (const mark of used) {
    parts.push(
      cellSignSvg(mark, { x, y: y + 29 }),
      text(say.marks[mark], { x: x + 10, y: y + 33 }, { size: 12, muted: true }),
    )
    x += 34 + say.marks[mark].length * 7
  }
  if (columns.some(({ isSilent }) => isSilent)) {
    const box = {
      x: x - 5,
      y: y + 21,
      width: 22,
      height: 16,
      fill: `url(#${plan.hatch})`,
      stroke: chartColours.muted,
    }
    parts.push(
      svgElement('rect', { class: 'wk-c-level', ...box }),
      text(say.hatched, { x: x + 24, y: y + 33 }, { size: 12, muted: true }),
    )
  }
  return parts.join('')
}

type Look = { bold?: boolean; muted?: boolean; anchor?: 'middle' | 'end'; size?: number; onFull?: boolean }

function text(words: string, at: { x: number; y: number }, look: Look): string {
  const tone =
    look.onFull === true
      ? { class: 'wk-c-on-full', fill: chartColours.paper }
      : look.muted === true
        ? { class: 'wk-c-tick', fill: chartColours.muted }
        : { class: 'wk-c-ink', fill: 'currentColor' }
  return svgElement(
    'text',
    {
      ...at,
      ...tone,
      ...{ 'text-anchor': look.anchor, 'font-size': look.size },
      'font-weight': look.bold === true ? 700 : undefined,
    },
    escapeXml(words),
  )
}
