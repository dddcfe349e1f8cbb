import type { TextLook } from './paper.ts'
import type { LetterLook } from './pdf.letters.ts'

/** Points: 2 cm. */
export const margin = 56

const ink = '#1b2430'
const grey = '#4a545e'
export const colours = { ink, grey, rule: '#c3cad0', head: '#eef2f4' } as const

type Set = {
  readonly letters: LetterLook
  readonly row: number
  readonly before: number
  readonly after: number
}

const of = (size: number, more: Partial<LetterLook> & { before: number; after: number }): Set => ({
  letters: { size, bold: more.bold ?? false, colour: more.colour ?? ink },
  row: size * 1.42,
  before: more.before,
  after: more.after,
})

/** How words look: letters, height of a row, and room around it, in points. */
export const headings: Readonly<Record<1 | 2 | 3, Set>> = {
  1: of(20, { bold: true, before: 0, after: 8 }),
  2: of(14.5, { bold: true, before: 18, after: 5 }),
  3: of(11.5, { bold: true, before: 12, after: 4 }),
}

export const texts: Readonly<Record<TextLook, Set>> = {
  plain: of(10.5, { before: 0, after: 7 }),
  lead: of(12.5, { before: 0, after: 9 }),
  small: of(9, { colour: grey, before: 0, after: 6 }),
  box: of(10.5, { before: 6, after: 10 }),
}

export const caption = of(9.5, { bold: true, before: 6, after: 4 })
export const cell = of(9.5, { before: 3.5, after: 3.5 })
export const footer = of(8.5, { colour: grey, before: 0, after: 0 })
