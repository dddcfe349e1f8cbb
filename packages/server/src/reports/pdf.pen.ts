import type PDFDocument from 'pdfkit'
import { type FontName, fontBytes, fontNames } from './fonts.ts'
import { type LetterLook, type Line, type Measure, type Setting, setText } from './pdf.letters.ts'

type Doc = InstanceType<typeof PDFDocument>

/** Writes words and lines into a PDF, in fonts that go along with it. */
export type PdfPen = {
  readonly doc: Doc
  set(text: string, setting: Omit<Setting, 'measure'>): Line[]
  write(line: Line, at: { x: number; baseline: number; look: LetterLook }): void
}

/** A pen for a document; its fonts are put into the file only as far as they are used. */
export function penFor(doc: Doc): PdfPen {
  for (const name of fontNames) doc.registerFont(name, Buffer.from(fontBytes(name)))
  const measure = measureIn(doc)
  return {
    doc,
    set: (text, setting) => setText(text, { ...setting, measure }),
    write: (line, { x, baseline, look }) => {
      doc.fillColor(look.colour)
      const isSpan = line.actual !== null
      if (isSpan) doc.markContent('Span', { actual: line.actual ?? '' })
      let left = x
      for (const run of line.runs) {
        doc.font(run.font).fontSize(look.size)
        doc.text(run.text, left, baseline, { lineBreak: false, baseline: 'alphabetic' })
        left += run.width
      }
      if (isSpan) doc.endMarkedContent()
    },
  }
}

function measureIn(doc: Doc): Measure {
  const known = new Map<string, boolean>()
  return {
    has: (font, codePoint) => {
      const key = `${font} ${codePoint}`
      const seen = known.get(key)
      if (seen !== undefined) return seen
      const has = glyphsOf(doc, font).hasGlyphForCodePoint(codePoint)
      known.set(key, has)
      return has
    },
    widthOf: (text, font, size) => doc.font(font).fontSize(size).widthOfString(text),
  }
}

type Glyphs = { hasGlyphForCodePoint(codePoint: number): boolean }

/** What pdfkit knows of the font in use; it has no door of its own for it. */
function glyphsOf(doc: Doc, font: FontName): Glyphs {
  doc.font(font)
  const used: unknown = Reflect.get(doc, '_font')
  const inside: unknown = typeof used === 'object' && used !== null ? Reflect.get(used, 'font') : undefined
  if (!isGlyphs(inside)) throw new Error('pdfkit keeps its fonts elsewhere than it did')
  return inside
}

function isGlyphs(value: unknown): value is Glyphs {
  return typeof value === 'object' && value !== null && 'hasGlyphForCodePoint' in value
}
