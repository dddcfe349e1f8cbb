import {
  BorderStyle,
  HeadingLevel,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Block, Paper, PictureBlock, TableBlock, TextLook } from './paper.ts'
import { pngOf } from './picture-png.ts'
import { bullets } from './word.look.ts'

/** Three dots for each px: sharp on paper, some 60 kB a picture. */
const dotsPerPx = 3
const pointsPerPx = 0.75

/** The blocks of a paper as Word knows them; `room`: the width between the margins, in points. */
export async function wordBlocks({ blocks }: Paper, room: number): Promise<(Paragraph | Table)[]> {
  const all: (Paragraph | Table)[] = []
  let breaks = false
  for (const block of blocks) {
    if (block.kind === 'page') breaks = true
    else {
      all.push(...(await blockOf(block, { room, breaks })))
      breaks = false
    }
  }
  return all
}

type In = { room: number; breaks: boolean }
type Written = Exclude<Block, { kind: 'page' }>

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const styles: Readonly<Partial<Record<TextLook, string>>> = { lead: 'WeerklankLead', small: 'WeerklankSmall' }

async function blockOf(block: Written, { room, breaks }: In): Promise<(Paragraph | Table)[]> {
  const pageBreakBefore = breaks
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: levels[block.level], pageBreakBefore, children: runs(block.text) })]
    case 'text':
      return [textOf(block, pageBreakBefore)]
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ numbering: { reference: bullets, level: 0 }, children: runs(item) }),
      )
    case 'lines':
      return Array.from(
        { length: block.count },
        () => new Paragraph({ border: { bottom: rule }, children: [] }),
      )
    case 'table':
      return [
        new Paragraph({ style: 'WeerklankCaption', keepNext: true, children: runs(block.caption) }),
        tableOf(block, room),
      ]
    case 'picture':
      return [await pictureOf(block, room)]
  }
}

const rule = { style: BorderStyle.SINGLE, size: 4, color: 'C3CAD0', space: 1 } as const

/** Control characters have no place in XML; a line break is one of Word's own. */
function runs(text: string, bold = false): TextRun[] {
  return text.split(/\r?\n/).map((line, at) => {
    const safe = line.replace(/\p{Cc}/gu, ' ').toWellFormed()
    return new TextRun({ text: safe, ...(at > 0 && { break: 1 }), ...(bold && { bold }) })
  })
}

function textOf(
  { text, look = 'plain' }: Extract<Block, { kind: 'text' }>,
  pageBreakBefore: boolean,
): Paragraph {
  const style = styles[look]
  const box = look === 'box' ? { border: { top: rule, bottom: rule, left: rule, right: rule } } : {}
  return new Paragraph({
    ...(style !== undefined && { style }),
    ...box,
    pageBreakBefore,
    children: runs(text),
  })
}

async function pictureOf({ svg, width, height, alt }: PictureBlock, room: number): Promise<Paragraph> {
  const scale = Math.min(pointsPerPx, room / width)
  // docx counts px of a screen: 96 to the inch.
  const size = {
    width: Math.round((width * scale) / pointsPerPx),
    height: Math.round((height * scale) / pointsPerPx),
  }
  const text = alt.replace(/\p{Cc}/gu, ' ').toWellFormed()
  const image = new ImageRun({
    type: 'png',
    data: Buffer.from(await pngOf(svg, dotsPerPx)),
    transformation: size,
    altText: { name: 'Weerklank', title: '', description: text },
  })
  return new Paragraph({ children: [image] })
}

function tableOf({ columns, rows, rowHeads }: TableBlock, room: number): Table {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.round((room * 20 * share) / all))
  const cell = (text: string, at: number, isHead: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      ...(isHead && { shading: { fill: 'EEF2F4' } }),
      children: [
        new Paragraph({ spacing: { after: 0 }, children: runs(text, isHead || (rowHeads && at === 0)) }),
      ],
    })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ text }, at) => cell(text, at, true)),
  })
  const body = rows.map(
    (row) => new TableRow({ children: columns.map((_, at) => cell(row[at] ?? '', at, false)) }),
  )
  const border = { style: BorderStyle.SINGLE, size: 4, color: 'C3CAD0' }
  return new Table({
    columnWidths: widths,
    // Said once for all cells: a table of a thousand rows is written in half the time.
    margins: { top: 50, bottom: 50, left: 90, right: 90, marginUnitType: WidthType.DXA },
    width: { size: Math.round(room * 20), type: WidthType.DXA },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: [head, ...body],
  })
}
