import type { Paper } from './paper.ts'
import type { Line } from './pdf.letters.ts'
import { colours } from './pdf.look.ts'
import { decorate, type Struct, tag, writeFooters } from './pdf.page.ts'
import type { PdfPen } from './pdf.pen.ts'
import { pdfWith } from './pdf.ts'

/** A paragraph of a card, with what stands above it where something begins. */
export type PrintedText = { readonly head?: string; readonly text: string }

/** What stands on one printed card. What does not fit goes on on a next card of the same size: people lead a talk from it. */
export type PrintedCard = {
  readonly head: string
  readonly title: string
  /** Stands behind the title on each next card. */
  readonly again: string
  /** Printed below the title, on each next card too. */
  readonly mark: string | null
  readonly body: readonly PrintedText[]
  /** At the bottom of the first; after the rest where it would take half of it. */
  readonly foot: string
}

export type CardSheet = Omit<Paper, 'blocks' | 'size'> & {
  readonly perPage: 4 | 8
  readonly cards: readonly PrintedCard[]
}

const edge = 28
const pad = 14
/** Between what a card says and its foot. */
const overFoot = 6
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
    const desk: Desk = { pen, root, sheet, used: 0 }
    for (const card of sheet.cards) drawCard(desk, card)
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

/** The cells that were used so far, over all pages. */
type Desk = { readonly pen: PdfPen; readonly root: Struct; readonly sheet: CardSheet; used: number }
/** The cell that is written in; `y` is where the next line comes. */
type Cell = { readonly section: Struct; readonly left: number; bottom: number; y: number }
/** `again`: the head of each next card. `foot`: what is still to be put below the cell. */
type Flow = {
  readonly desk: Desk
  readonly again: readonly Piece[]
  cell: Cell
  isFresh: boolean
  foot: Piece | null
}
type Look = { size: number; bold: boolean; colour: string }
type Piece = { readonly name: string; readonly lines: readonly Line[]; readonly look: Look }

function drawCard(desk: Desk, card: PrintedCard): void {
  const foot = pieceOf(desk, 'small', card.foot)
  const isShort = bareHeight([foot]) <= cellOf(desk.pen, desk.sheet.perPage).height / 2 - pad
  const flow: Flow = {
    ...{ desk, again: restHead(desk, card), cell: newCell(desk), isFresh: true },
    foot: isShort ? foot : null,
  }
  if (isShort) flow.cell.bottom -= bareHeight([foot]) + overFoot
  put(flow, [pieceOf(desk, 'small', card.head)])
  put(flow, headOf(desk, card, card.title))
  for (const { head, text } of card.body)
    put(flow, [...(head === undefined ? [] : [pieceOf(desk, 'head', head)]), pieceOf(desk, 'text', text)])
  if (!isShort) put(flow, [foot])
  leave(flow)
}

function leave(flow: Flow): void {
  const { cell, foot } = flow
  flow.foot = null
  if (foot !== null) {
    cell.y = cell.bottom + overFoot
    cell.bottom = cell.y + bareHeight([foot])
    write(flow, foot)
  }
  cell.section.end()
}

function newCell(desk: Desk): Cell {
  const { pen, root, sheet } = desk
  const place = desk.used % sheet.perPage
  if (place === 0) newSheet(pen, sheet, desk.used)
  desk.used++
  const { columns } = sizes[sheet.perPage]
  const { width, height } = cellOf(pen, sheet.perPage)
  const top = edge + Math.floor(place / columns) * height
  const section = pen.doc.struct('Sect')
  root.add(section)
  return { section, left: edge + (place % columns) * width + pad, y: top + pad, bottom: top + height - pad }
}

/** Goes on on a next card, which says of which it is the rest. */
function goOn(flow: Flow): void {
  leave(flow)
  flow.cell = newCell(flow.desk)
  for (const piece of flow.again) write(flow, piece)
  flow.isFresh = true
}

/** A long title is not said whole again: it would leave no room for the rest. */
const signsAgain = 70

function restHead(desk: Desk, card: PrintedCard): Piece[] {
  const { title: whole, again } = card
  const signs = [...whole.replace(/\s+/g, ' ')]
  const name = signs.length > signsAgain ? `${signs.slice(0, signsAgain).join('')}…` : signs.join('')
  return headOf(desk, card, `${name} ${again}`)
}

function headOf(desk: Desk, card: PrintedCard, words: string): Piece[] {
  const mark = card.mark === null ? [] : [pieceOf(desk, 'mark', card.mark)]
  return [pieceOf(desk, 'title', words), ...mark]
}

const kinds = {
  title: { name: 'H2', size: 'title', bold: true, colour: colours.ink },
  head: { name: 'H3', size: 'text', bold: true, colour: colours.ink },
  mark: { name: 'P', size: 'text', bold: true, colour: colours.ink },
  text: { name: 'P', size: 'text', bold: false, colour: colours.ink },
  small: { name: 'P', size: 'small', bold: false, colour: colours.grey },
} as const

function pieceOf({ pen, sheet: { perPage } }: Desk, kind: keyof typeof kinds, words: string): Piece {
  const { name, bold, colour, size } = kinds[kind]
  const look = { size: sizes[perPage][size], bold, colour }
  return { name, look, lines: pen.set(words, { look, width: cellOf(pen, perPage).width - 2 * pad }) }
}

const rowOf = ({ size }: Look) => size * 1.35
const gapOf = ({ size }: Look) => size * 0.45
/** With the room below the last of them. */
const heightOf = (pieces: readonly Piece[]) =>
  pieces.reduce((sum, { lines, look }) => sum + lines.length * rowOf(look) + gapOf(look), 0)

function bareHeight(pieces: readonly Piece[]): number {
  const last = pieces.at(-1)
  return heightOf(pieces) - (last === undefined ? 0 : gapOf(last.look))
}

/** Writes pieces that belong together: on the next card as a whole where they fit there and not here, else row by row. */
function put(flow: Flow, pieces: readonly Piece[]): void {
  const { cell, desk } = flow
  const needed = bareHeight(pieces)
  const next = cellOf(desk.pen, desk.sheet.perPage).height - 2 * pad - heightOf(flow.again)
  if (!flow.isFresh && cell.y + needed > cell.bottom && needed <= next) goOn(flow)
  for (const piece of pieces) write(flow, piece)
  flow.isFresh = false
}

/** Writes rows as long as they fit, and the others on next cards. */
function write(flow: Flow, piece: Piece): void {
  const { cell, desk } = flow
  const { name, lines, look } = piece
  const row = rowOf(look)
  // What is computed for the last row may miss the edge by less than can be seen.
  const fits = Math.max(0, Math.floor((cell.bottom - cell.y) / row + 0.001))
  const shown = lines.slice(0, fits)
  if (shown.length > 0)
    tag({ doc: desk.pen.doc, parent: cell.section }, name, {
      draw: () => {
        for (const [index, line] of shown.entries())
          desk.pen.write(line, { x: cell.left, baseline: cell.y + (index + 0.78) * row, look })
      },
    })
  cell.y += shown.length * row + gapOf(look)
  if (shown.length === lines.length) return
  goOn(flow)
  write(flow, { ...piece, lines: lines.slice(fits) })
}
