import { choiceSign, type TableBlock } from './paper.ts'
import type { Line } from './pdf.letters.ts'
import { caption, cell, colours } from './pdf.look.ts'
import { circle, decorate, keep, type Sheet, type Struct, tag, turn } from './pdf.page.ts'

type Column = { readonly x: number; readonly width: number }
type Cells = readonly (readonly Line[])[]

const pad = 5
const strong = { ...cell.letters, bold: true }

/**
 * A table with its name, a head that stands again on each page, and a scope for each head. A row that is higher than a page
 * goes on in rows below it.
 */
export function table(sheet: Sheet, root: Struct, block: TableBlock): void {
  const { doc } = sheet.pen
  const columns = columnsOf(sheet, block)
  const head = block.columns.map(({ text }, at) =>
    setIn(sheet, { text, column: columns[at], isStrong: true }),
  )
  const whole = doc.struct('Table')
  root.add(whole)
  const rows = sheet.pen.set(block.caption, { look: caption.letters, width: sheet.width })
  keep(sheet, rows.length * caption.row + heightOf(head) + 3 * cell.row)
  sheet.y += caption.before
  tag({ doc, parent: whole }, 'Caption', { draw: () => writeCaption(sheet, rows) })
  sheet.y += caption.after
  const part = { sheet, columns, block }
  const thead = doc.struct('THead')
  whole.add(thead)
  writeRow(part, { parent: thead, cells: head, kind: 'head' })
  thead.end()
  const tbody = doc.struct('TBody')
  whole.add(tbody)
  for (const row of block.rows) writeBody(part, { row, head, tbody })
  tbody.end()
  whole.end()
  sheet.y += 10
}

function writeCaption(sheet: Sheet, rows: readonly Line[]): void {
  for (const row of rows) {
    const x = row.isRtl ? sheet.left + sheet.width - row.width : sheet.left
    sheet.pen.write(row, { x, baseline: sheet.y + caption.row * 0.76, look: caption.letters })
    sheet.y += caption.row
  }
}

type Part = { readonly sheet: Sheet; readonly columns: readonly Column[]; readonly block: TableBlock }

function writeBody(part: Part, of: { row: readonly string[]; head: Cells; tbody: Struct }): void {
  const { sheet, columns, block } = part
  const cells = block.columns.map((_, at) => {
    const isStrong = block.rowHeads && at === 0
    const text = of.row[at] === choiceSign ? '' : (of.row[at] ?? '')
    return setIn(sheet, { text, column: columns[at], isStrong })
  })
  const room = sheet.bottom - sheet.top - heightOf(of.head)
  const most = Math.max(1, Math.floor((room - cell.before - cell.after) / cell.row))
  for (const piece of pieces(cells, most)) {
    if (sheet.y + heightOf(piece) > sheet.bottom) {
      turn(sheet)
      // The same head again: it has been read once.
      decorate(sheet.pen, () => drawCells(part, of.head, true))
      sheet.y += heightOf(of.head)
    }
    const middle = sheet.y + cell.before + cell.row / 2
    writeRow(part, { parent: of.tbody, cells: piece, kind: 'body' })
    columns.forEach((column, at) => {
      if (of.row[at] === choiceSign) circle(sheet, { x: column.x + pad + 5, y: middle })
    })
  }
}

function pieces(cells: Cells, most: number): Cells[] {
  const highest = Math.max(1, ...cells.map((lines) => lines.length))
  return Array.from({ length: Math.ceil(highest / most) }, (_, at) =>
    cells.map((lines) => lines.slice(at * most, (at + 1) * most)),
  )
}

type Row = { readonly parent: Struct; readonly cells: Cells; readonly kind: 'head' | 'body' }

function writeRow(part: Part, { parent, cells, kind }: Row): void {
  const { sheet, block } = part
  const { doc } = sheet.pen
  if (kind === 'head') decorate(sheet.pen, () => background(part, heightOf(cells)))
  const row = doc.struct('TR')
  parent.add(row)
  cells.forEach((lines, at) => {
    const isRowHead = block.rowHeads && at === 0
    const isHead = kind === 'head' || isRowHead
    const scope = kind === 'head' ? ('Column' as const) : ('Row' as const)
    const draw = () => drawCell(part, { lines, at, isStrong: isHead })
    tag({ doc, parent: row }, isHead ? 'TH' : 'TD', isHead ? { scope, draw } : { draw })
  })
  row.end()
  sheet.y += heightOf(cells)
  decorate(sheet.pen, () => rule(sheet))
}

function drawCells(part: Part, cells: Cells, isStrong: boolean): void {
  background(part, heightOf(cells))
  cells.forEach((lines, at) => {
    drawCell(part, { lines, at, isStrong })
  })
}

function background({ sheet }: Part, height: number): void {
  sheet.pen.doc.rect(sheet.left, sheet.y, sheet.width, height).fill(colours.head)
}

function rule(sheet: Sheet): void {
  const { doc } = sheet.pen
  doc
    .moveTo(sheet.left, sheet.y)
    .lineTo(sheet.left + sheet.width, sheet.y)
    .lineWidth(0.5)
    .stroke(colours.rule)
}

function drawCell(part: Part, of: { lines: readonly Line[]; at: number; isStrong: boolean }): void {
  const { sheet, columns } = part
  const column = columns[of.at]
  if (column === undefined) return
  of.lines.forEach((line, index) => {
    const x = line.isRtl ? column.x + column.width - pad - line.width : column.x + pad
    const baseline = sheet.y + cell.before + index * cell.row + cell.row * 0.76
    sheet.pen.write(line, { x, baseline, look: of.isStrong ? strong : cell.letters })
  })
}

function heightOf(cells: Cells): number {
  return Math.max(1, ...cells.map((lines) => lines.length)) * cell.row + cell.before + cell.after
}

function columnsOf(sheet: Sheet, { columns }: TableBlock): Column[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  const isRtl = sheet.paper.direction === 'rtl'
  let used = 0
  return columns.map(({ share }) => {
    const width = (sheet.width * share) / all
    const x = isRtl ? sheet.left + sheet.width - used - width : sheet.left + used
    used += width
    return { x, width }
  })
}

function setIn(sheet: Sheet, of: { text: string; column: Column | undefined; isStrong: boolean }): Line[] {
  const look = of.isStrong ? strong : cell.letters
  return sheet.pen.set(of.text, { look, width: (of.column?.width ?? sheet.width) - 2 * pad })
}
