import type { Paper } from './paper.ts'
import { colours, footer, margin } from './pdf.look.ts'
import type { PdfPen } from './pdf.pen.ts'

export type Struct = ReturnType<PdfPen['doc']['struct']>

/** `bbox`: left, top, right, bottom in points. The types of pdfkit know only the first. */
type TagFacts = {
  readonly alt?: string
  readonly bbox?: readonly [number, number, number, number]
  readonly scope?: 'Column' | 'Row'
}

/** Puts what is drawn under a tag, below another one. */
export function tag(
  under: { doc: PdfPen['doc']; parent: Struct },
  name: string,
  of: TagFacts & { draw: () => void },
): void {
  const { draw, ...facts } = of
  const options: TagFacts & { alt?: string } = facts
  under.parent.add(under.doc.struct(name, options, draw))
}

/** Where the next thing comes on the page. */
export type Sheet = {
  readonly pen: PdfPen
  readonly paper: Paper
  readonly left: number
  readonly width: number
  readonly top: number
  readonly bottom: number
  y: number
}

/** The sheet that the pen stands on, at its top. */
export function sheetOf(pen: PdfPen, paper: Paper): Sheet {
  const { width, height } = pen.doc.page
  const bottom = height - margin
  return { pen, paper, left: margin, width: width - 2 * margin, top: margin, bottom, y: margin }
}

/** Goes on at the top of a new page; what is open there goes on with it. */
export function turn(sheet: Sheet): void {
  sheet.pen.doc.continueOnNewPage()
  sheet.y = sheet.top
}

/** Turns the page when so many points are not left, unless it has just been turned. */
export function keep(sheet: Sheet, points: number): void {
  if (sheet.y + points > sheet.bottom && sheet.y > sheet.top) turn(sheet)
}

/** Draws what is no part of what is said: a screen reader passes over it. */
export function decorate({ doc }: PdfPen, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' })
  doc.save()
  draw()
  doc.restore()
  doc.endMarkedContent()
}

/** A circle to put a cross in, around a point. */
export function circle({ pen }: Sheet, { x, y }: { x: number; y: number }): void {
  decorate(pen, () => pen.doc.circle(x, y, 5).lineWidth(0.9).stroke(colours.ink))
}

/** The line under each page, once it is known how many there are. */
export function writeFooters(pen: PdfPen, paper: Paper): void {
  const { doc } = pen
  const { start, count } = doc.bufferedPageRange()
  for (let index = 0; index < count; index++) {
    doc.switchToPage(start + index)
    const { width, height } = doc.page
    const room = width - 2 * margin
    const [line] = pen.set(paper.footer(index + 1, count), { look: footer.letters, width: room })
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.save()
    const y = height - margin / 2
    doc
      .moveTo(margin, y - 14)
      .lineTo(width - margin, y - 14)
      .lineWidth(0.5)
      .stroke(colours.rule)
    doc.restore()
    if (line !== undefined) pen.write(line, { x: margin, baseline: y, look: footer.letters })
    doc.endMarkedContent()
  }
}
