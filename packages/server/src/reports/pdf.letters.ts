import type { FontName } from './fonts.ts'

/** How words are set: size in points. */
export type LetterLook = { readonly size: number; readonly bold: boolean; readonly colour: string }

/** Letters in one font, side by side. */
export type Run = { readonly font: FontName; readonly text: string; readonly width: number }

/** A row of words, in the order in which they stand on paper from left to right. */
export type Line = {
  readonly runs: readonly Run[]
  readonly width: number
  /** What a reader should say and copy where the signs on paper do not tell it: another order, or a letter we lack. */
  readonly actual: string | null
  readonly isRtl: boolean
}

/** What a font can tell: whether it has a sign, and how wide words are at a size. */
export type Measure = {
  has(font: FontName, codePoint: number): boolean
  widthOf(text: string, font: FontName, size: number): number
}

export type Setting = {
  readonly measure: Measure
  readonly look: LetterLook
  /** Points. */
  readonly width: number
  /** When not given, each text is placed by its own first letter. */
  readonly direction?: 'ltr' | 'rtl'
}

const rtlLetter = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const anyLetter = /\p{L}/u
/** Stands for a letter that no font here has. */
const stand = '\uFFFD'

/** Breaks a text into rows that fit. Promises at least one row, and no row wider than `width` but for a single sign. */
export function setText(text: string, setting: Setting): Line[] {
  return text.split(/\r?\n/).flatMap((paragraph) => setParagraph(paragraph, setting))
}

type Word = { text: string; runs: Run[]; width: number; isRtl: boolean; isWhole: boolean }

function setParagraph(paragraph: string, setting: Setting): Line[] {
  const isRtl = isRtlText(paragraph, setting.direction)
  const words = paragraph
    .split(/[ \t]+/)
    .filter((word) => word !== '')
    .flatMap((word) => fitted(word, setting))
  const space = setting.measure.widthOf(' ', 'regular', setting.look.size)
  const rows: Word[][] = [[]]
  let width = 0
  for (const word of words) {
    const row = rows.at(-1) ?? []
    const needed = row.length === 0 ? word.width : width + space + word.width
    if (row.length > 0 && needed > setting.width) {
      rows.push([word])
      width = word.width
    } else {
      row.push(word)
      width = needed
    }
  }
  return rows.map((row) => lineOf(row, { isRtl, space }))
}

function isRtlText(text: string, direction: Setting['direction']): boolean {
  const first = anyLetter.exec(text)?.[0]
  if (first === undefined) return direction === 'rtl'
  return rtlLetter.test(first)
}

/** A word that is wider than the page is cut between its signs. */
function fitted(text: string, setting: Setting): Word[] {
  const whole = wordOf(text, setting)
  if (whole.width <= setting.width || text.length < 2) return [whole]
  const signs = [...new Intl.Segmenter('nl', { granularity: 'grapheme' }).segment(text)]
  const pieces: Word[] = []
  let piece = ''
  for (const { segment } of signs) {
    if (piece !== '' && wordOf(piece + segment, setting).width > setting.width) {
      pieces.push(wordOf(piece, setting))
      piece = ''
    }
    piece += segment
  }
  return [...pieces, wordOf(piece, setting)]
}

function wordOf(text: string, { measure, look }: Setting): Word {
  const runs: { font: FontName; text: string }[] = []
  let isWhole = true
  for (const sign of text.normalize('NFC')) {
    const font = fontFor(sign, measure, look.bold)
    if (font === null) isWhole = false
    const last = runs.at(-1)
    const use = font ?? last?.font ?? base(look.bold)
    const drawn = font === null ? (isInvisible(sign) ? '' : stand) : sign
    if (last?.font === use) last.text += drawn
    else runs.push({ font: use, text: drawn })
  }
  const sized = runs.map((run) => ({ ...run, width: measure.widthOf(run.text, run.font, look.size) }))
  const width = sized.reduce((sum, run) => sum + run.width, 0)
  return { text, runs: sized, width, isRtl: rtlLetter.test(text), isWhole }
}

const base = (bold: boolean): FontName => (bold ? 'bold' : 'regular')
const beside = (bold: boolean): FontName => (bold ? 'arabic-bold' : 'arabic')

function fontFor(sign: string, measure: Measure, bold: boolean): FontName | null {
  const code = sign.codePointAt(0) ?? 0
  if (rtlLetter.test(sign) && measure.has(beside(bold), code)) return beside(bold)
  if (measure.has(base(bold), code)) return base(bold)
  return measure.has(beside(bold), code) ? beside(bold) : null
}

/** Joiners, marks of direction and of look: they have no shape of their own. */
const isInvisible = (sign: string) => /\p{Cf}|\p{Cc}|\p{Variation_Selector}/u.test(sign)

/** Places the words of a row: words from right to left among the others keep together, in their own order. */
function lineOf(words: readonly Word[], { isRtl, space }: { isRtl: boolean; space: number }): Line {
  const groups: Word[][] = []
  for (const word of words) {
    const last = groups.at(-1)
    if (last !== undefined && last[0]?.isRtl === word.isRtl) last.push(word)
    else groups.push([word])
  }
  const ordered = (isRtl ? groups.toReversed() : groups).flatMap((group) =>
    group[0]?.isRtl === true ? group.toReversed() : group,
  )
  const runs = ordered.flatMap((word, index): Run[] => {
    const own = word.isRtl ? word.runs.toReversed() : word.runs
    return index === 0 ? own : [{ font: 'regular', text: ' ', width: space }, ...own]
  })
  const isPlain = !isRtl && words.every((word) => word.isWhole && !word.isRtl)
  const actual = isPlain ? null : words.map(({ text }) => text).join(' ')
  return { runs: joined(runs), width: runs.reduce((sum, run) => sum + run.width, 0), actual, isRtl }
}

/** Runs of one font become one, as far as they are written from left to right: fewer pieces, the same picture. */
function joined(runs: readonly Run[]): Run[] {
  const all: { font: FontName; text: string; width: number }[] = []
  for (const run of runs) {
    const last = all.at(-1)
    if (last !== undefined && last.font === run.font && !rtlLetter.test(last.text + run.text)) {
      last.text += run.text
      last.width += run.width
    } else all.push({ ...run })
  }
  return all
}
