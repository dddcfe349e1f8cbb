import type { Paper } from './paper.ts'
import type { Line } from './pdf.letters.ts'
import { colours } from './pdf.look.ts'
import { decorate, type Struct, tag, writeFooters } from './pdf.page.ts'
import type { PdfPen } from './pdf.pen.ts'
import { pdfWith } from './pdf.ts'

/** What stands on one printed card. What does not fit is cut off with an ellipsis: a card is no page. */
export type PrintedCard = {
  readonly head: string
  readonly title: string
  /** Printed in a frame below the title. */
  readonly mark: string | null
  readonly body: readonly string[]
  readonly foot: string
}

export type CardSheet = Omit<Paper, 'blocks' | 'size'> & {
  readonly perPage: 4 | 8
  readonly cards: readonly PrintedCard[]
}

const edge = 28
const pad = 14
const sizes = {
  4: { columns: 2, rows: 2, title: 14, text: 10.5, small: 8.5 },
  8: { columns: 2, rows: 4, title: 11.5, text: 8.5, small: 7 },
} as const

/** Cards to cut or fold, four or eight on a page of A4, tagged and in the order in which they are read. */
export function cardsPdf(sheet: CardSheet): Promise<Uint8Array<ArrayBuffer>> {
  return pdfWith(sheet, (pen) => {
    const root = pen.doc.struct('Document')
    pen.doc.addStructure(root)
    tag({ doc: pen.doc, parent: root }, 'H1', { draw: () => title(pen, sheet.title) })
    for (const [index, card] of sheet.cards.entries()) {
      const place = index % sheet.perPage
      if (place === 0) newSheet(pen, sheet, index)
      drawCard(pen, root, { card, sheet, place })
    }
    root.end()
    writeFooters(pen, { ...sheet, blocks: [] })
  })
}

/** The name of the whole stands small in the margin above the first cards. */
function title(pen: PdfPen, text: string): void {
  const [line] = pen.set(text, {
    look: { size: 9, bold: true, colour: colours.grey },
    width: pen.doc.page.width - 2 * edge,
  })
  if (line === undefined) return
  pen.write(line, { x: edge, baseline: edge - 10, look: { size: 9, bold: true, colour: colours.grey } })
}

function newSheet(pen: PdfPen, { perPage }: CardSheet, index: number): void {
  if (index > 0) pen.doc.addPage()
  const { columns, rows } = sizes[perPage]
  const { width, height, bottom } = cellOf(pen, perPage)
  decorate(pen, () => {
    pen.doc.lineWidth(0.5).dash(3, { space: 3 })
    for (let column = 0; column <= columns; column++)
      pen.doc.moveTo(edge + column * width, edge).lineTo(edge + column * width, bottom)
    for (let row = 0; row <= rows; row++)
      pen.doc.moveTo(edge, edge + row * height).lineTo(edge + columns * width, edge + row * height)
    pen.doc.stroke(colours.grey).undash()
  })
}

function cellOf({ doc }: PdfPen, perPage: 4 | 8) {
  const { columns, rows } = sizes[perPage]
  // Below the cards is room for the line with the number of the page.
  const bottom = doc.page.height - edge - 20
  return { width: (doc.page.width - 2 * edge) / columns, height: (bottom - edge) / rows, bottom }
}

type Drawn = { card: PrintedCard; sheet: CardSheet; place: number }

function drawCard(pen: PdfPen, root: Struct, { card, sheet, place }: Drawn): void {
  const { columns, title: titleSize, text, small } = sizes[sheet.perPage]
  const { width, height } = cellOf(pen, sheet.perPage)
  const left = edge + (place % columns) * width + pad
  const top = edge + Math.floor(place / columns) * height + pad
  const section = pen.doc.struct('Sect')
  root.add(section)
  const room = width - 2 * pad
  const plain: Look = { size: text, bold: false, colour: colours.ink }
  const grey: Look = { size: small, bold: false, colour: colours.grey }
  const foot = pen.set(card.foot, { look: grey, width: room }).slice(0, 4)
  const footTop = top + height - 2 * pad - foot.length * small * 1.35
  const into = { pen, section, left, bottom: footTop - 6 }
  let y = top
  const put = (name: string, words: string, look: Look) => {
    y = write(into, { name, lines: pen.set(words, { look, width: room }), look, y })
  }
  put('P', card.head, grey)
  put('H2', card.title, { size: titleSize, bold: true, colour: colours.ink })
  if (card.mark !== null) put('P', card.mark, { ...plain, bold: true })
  for (const paragraph of card.body) put('P', paragraph, plain)
  write({ ...into, bottom: top + height }, { name: 'P', lines: foot, look: grey, y: footTop })
  section.end()
}

type Into = { pen: PdfPen; section: Struct; left: number; bottom: number }
type Look = { size: number; bold: boolean; colour: string }
type Lines = {
  name: string
  lines: readonly Line[]
  look: Look
  y: number
}

/** Writes as many lines as fit and gives where the next comes; the last that fits says that there is more. */
function write({ pen, section, left, bottom }: Into, { name, lines, look, y }: Lines): number {
  const row = look.size * 1.35
  const fits = Math.max(0, Math.floor((bottom - y) / row))
  const shown = lines.slice(0, fits)
  if (shown.length === 0) return bottom
  tag({ doc: pen.doc, parent: section }, name, {
    draw: () => {
      for (const [index, line] of shown.entries())
        pen.write(line, { x: left, baseline: y + (index + 0.78) * row, look })
      const last = shown.at(-1)
      if (shown.length < lines.length && last !== undefined) {
        const [more] = pen.set('…', { look, width: 20 })
        if (more !== undefined)
          pen.write(more, { x: left + last.width + 2, baseline: y + (shown.length - 0.22) * row, look })
      }
    },
  })
  return shown.length < lines.length ? bottom : y + shown.length * row + look.size * 0.45
}
