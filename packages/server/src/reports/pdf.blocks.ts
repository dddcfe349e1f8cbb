import { type Block, choiceSign, type Paper, type PictureBlock } from './paper.ts'
import type { Line } from './pdf.letters.ts'
import { colours, headings, texts } from './pdf.look.ts'
import { circle, decorate, keep, type Sheet, type Struct, sheetOf, tag, turn } from './pdf.page.ts'
import type { PdfPen } from './pdf.pen.ts'
import { drawSvg } from './pdf.svg.ts'
import { table } from './pdf.table.ts'

/** Writes all blocks, each with its tag, in the order in which they are read. */
export function writeBlocks(pen: PdfPen, paper: Paper): void {
  const root = pen.doc.struct('Document')
  pen.doc.addStructure(root)
  const sheet = sheetOf(pen, paper)
  for (const block of paper.blocks) write(sheet, root, block)
  root.end()
}

function write(sheet: Sheet, root: Struct, block: Block): void {
  if (block.kind === 'heading') heading(sheet, root, block)
  else if (block.kind === 'list') list(sheet, root, block.items)
  else if (block.kind === 'table') table(sheet, root, block)
  else if (block.kind === 'picture') picture(sheet, root, block)
  else if (block.kind === 'lines') lines(sheet, root, block)
  else if (block.kind === 'page') turn(sheet)
  else if (block.look === 'box') box(sheet, root, block.text)
  else text(sheet, root, block)
}

function heading(sheet: Sheet, root: Struct, { level, text }: Extract<Block, { kind: 'heading' }>): void {
  const look = headings[level]
  const rows = sheet.pen.set(text, { look: look.letters, width: sheet.width, ...directed(sheet) })
  // Not alone at the foot of a page.
  keep(sheet, look.before + rows.length * look.row + 64)
  if (sheet.y > sheet.top) sheet.y += look.before
  tag({ doc: sheet.pen.doc, parent: root }, `H${level}`, { draw: () => writeRows(sheet, rows, { look }) })
  sheet.y += look.after
}

function text(
  sheet: Sheet,
  root: Struct,
  { text, look: name = 'plain' }: Extract<Block, { kind: 'text' }>,
): void {
  const look = texts[name]
  const rows = sheet.pen.set(text, { look: look.letters, width: sheet.width, ...directed(sheet) })
  keep(sheet, Math.min(rows.length, 2) * look.row)
  tag({ doc: sheet.pen.doc, parent: root }, 'P', { draw: () => writeRows(sheet, rows, { look }) })
  sheet.y += look.after
}

function box(sheet: Sheet, root: Struct, words: string): void {
  const look = texts.box
  const pad = 10
  const rows = sheet.pen.set(words, { look: look.letters, width: sheet.width - 2 * pad, ...directed(sheet) })
  const height = rows.length * look.row + 2 * pad
  sheet.y += look.before
  keep(sheet, height)
  const { doc } = sheet.pen
  if (sheet.y + height <= sheet.bottom)
    decorate(sheet.pen, () =>
      doc.roundedRect(sheet.left, sheet.y, sheet.width, height, 4).fillAndStroke(colours.head, colours.rule),
    )
  sheet.y += pad
  tag({ doc, parent: root }, 'P', { draw: () => writeRows(sheet, rows, { look, indent: pad }) })
  sheet.y += pad + look.after
}

function list(sheet: Sheet, root: Struct, items: readonly string[]): void {
  const { doc } = sheet.pen
  const look = texts.plain
  const indent = 16
  const whole = doc.struct('L')
  root.add(whole)
  for (const item of items) {
    const isChoice = item.startsWith(`${choiceSign} `)
    const said = isChoice ? item.slice(choiceSign.length + 1) : item
    const rows = sheet.pen.set(said, { look: look.letters, width: sheet.width - indent, ...directed(sheet) })
    keep(sheet, Math.min(rows.length, 2) * look.row)
    const sign = isChoice ? undefined : sheet.pen.set('•', { look: look.letters, width: indent })[0]
    const one = doc.struct('LI')
    whole.add(one)
    const isRtl = rows[0]?.isRtl === true
    const x = isRtl ? sheet.left + sheet.width - 8 : sheet.left + 2
    if (isChoice) circle(sheet, { x: x + (isRtl ? 2 : 4), y: sheet.y + look.row / 2 })
    const at = { x, baseline: baseline(sheet, look), look: look.letters }
    if (sign !== undefined) tag({ doc, parent: one }, 'Lbl', { draw: () => sheet.pen.write(sign, at) })
    tag({ doc, parent: one }, 'LBody', { draw: () => writeRows(sheet, rows, { look, indent }) })
    one.end()
    sheet.y += isChoice ? 5 : 3
  }
  whole.end()
  sheet.y += look.after - 3
}

function picture(sheet: Sheet, root: Struct, { svg, width, height, alt }: PictureBlock): void {
  const room = sheet.bottom - sheet.top
  const scale = Math.min(1, sheet.width / width, room / height)
  const drawn = { width: width * scale, height: height * scale }
  keep(sheet, drawn.height)
  const at = { x: sheet.left, y: sheet.y, scale }
  const bbox: [number, number, number, number] = [at.x, at.y, at.x + drawn.width, at.y + drawn.height]
  const { doc } = sheet.pen
  tag({ doc, parent: root }, 'Figure', { alt, bbox, draw: () => drawSvg(sheet.pen, svg, at) })
  sheet.y += drawn.height + 10
}

function lines(sheet: Sheet, root: Struct, { count, alt }: Extract<Block, { kind: 'lines' }>): void {
  const height = 26
  const { doc } = sheet.pen
  keep(sheet, Math.min(count, 3) * height)
  const first = Math.max(1, Math.min(count, Math.floor((sheet.bottom - sheet.y) / height)))
  const bbox: [number, number, number, number] = [
    ...([sheet.left, sheet.y] as const),
    ...([sheet.left + sheet.width, sheet.y + first * height] as const),
  ]
  tag({ doc, parent: root }, 'Figure', {
    ...{ alt, bbox },
    draw: () => {
      for (let at = 0; at < first; at++) {
        sheet.y += height
        doc.moveTo(sheet.left, sheet.y).lineTo(sheet.left + sheet.width, sheet.y)
        doc.lineWidth(0.75).stroke(colours.grey)
      }
    },
  })
  sheet.y += 10
}

type Rows = { readonly look: (typeof texts)['plain']; readonly indent?: number }

const baseline = (sheet: Sheet, look: Rows['look']) => sheet.y + look.row * 0.76

/** Rows below each other, on the next page where this one is full. A row that reads to the left stands at the right. */
function writeRows(sheet: Sheet, rows: readonly Line[], { look, indent = 0 }: Rows): void {
  for (const row of rows) {
    if (sheet.y + look.row > sheet.bottom + 0.5) turn(sheet)
    const right = sheet.left + sheet.width - indent - row.width
    const x = row.isRtl ? right : sheet.left + indent
    sheet.pen.write(row, { x, baseline: baseline(sheet, look), look: look.letters })
    sheet.y += look.row
  }
}

/** The direction of the page counts only where a text has no letters of its own. */
function directed({ paper }: Sheet): { direction?: 'ltr' | 'rtl' } {
  return paper.direction === undefined ? {} : { direction: paper.direction }
}
