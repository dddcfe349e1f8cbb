import type PDFDocument from 'pdfkit'
import type { Paper } from './paper.ts'
import { writeBlocks } from './pdf.blocks.ts'
import { margin } from './pdf.look.ts'
import { writeFooters } from './pdf.page.ts'
import { type PdfPen, penFor } from './pdf.pen.ts'

// As PDF/UA asks: the mark that says so, beside tags, language and title. The types of pdfkit do not know it yet.
const universal: object = { subset: 'PDF/UA' }

/**
 * A PDF that a screen reader can read: tagged with headings, lists, tables with heads and texts of pictures, with title and
 * language, its fonts in it. The same paper gives the same bytes. Needs no browser and nothing of the machine.
 */
export function pdfOf(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  return pdfWith(paper, (pen) => {
    writeBlocks(pen, paper)
    writeFooters(pen, paper)
  })
}

/** As `pdfOf`, where what stands in it is drawn in another way than block after block; every page of it must be tagged. */
export async function pdfWith(
  paper: Omit<Paper, 'blocks' | 'footer'>,
  draw: (pen: PdfPen) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  // Only where something is printed: with its fonts it would take a tenth of what the server may hold.
  const { default: Document } = await import('pdfkit')
  const doc = new Document({
    ...{ size: paper.size ?? 'A4', margin, pdfVersion: '1.7', bufferPages: true, font: '' },
    ...{ tagged: true, lang: paper.language, displayTitle: true },
    info: {
      ...titled(paper),
      Creator: 'Weerklank',
      Producer: 'Weerklank',
      CreationDate: new Date(paper.made),
    },
    ...universal,
  })
  const whole = collect(doc)
  draw(penFor(doc))
  doc.end()
  return whole
}

/** pdfkit writes the properties into XML as they are. */
function titled({ title, author }: Pick<Paper, 'title' | 'author'>) {
  const safe = (text: string) =>
    text
      .replace(/&/g, '+')
      .replace(/</g, '‹')
      .replace(/>/g, '›')
      .replace(/\p{Cc}/gu, ' ')
  return { Title: safe(title), Author: safe(author) }
}

function collect(doc: InstanceType<typeof PDFDocument>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
  })
}
