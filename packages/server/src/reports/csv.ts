import type { Cell, Chunks, Column, Sheet } from './table.ts'
import { utf8 } from './text-bytes.ts'

/** How a spreadsheet of a country reads a file: Dutch with `;` and a decimal comma, or as programs like it. */
export type CsvStyle = 'dutch' | 'plain'

/**
 * A table as CSV (RFC 4180) with a mark at the start, by which spreadsheets read it as UTF-8. Text that a spreadsheet would
 * take for a formula gets an apostrophe in front; numbers stay numbers. A value that stands for no
 * answer is written in words in `dutch`, for people, and as its number in `plain`, for programs.
 */
export async function* csvOf(sheet: Sheet, style: CsvStyle): Chunks {
  const separator = style === 'dutch' ? ';' : ','
  const line = (cells: readonly string[]) => `${cells.join(separator)}\r\n`
  const quoted = (text: string) => textCell(text, separator)
  const heads = sheet.columns.map((column) => quoted(style === 'dutch' ? column.label : column.name))
  yield utf8(`\uFEFF${line(heads)}`)
  const writers = sheet.columns.map((column) => writerOf(column, style, quoted))
  for await (const batch of sheet.rows) {
    const lines = batch.map((row) => line(writers.map((write, at) => write(row[at] ?? null))))
    yield utf8(lines.join(''))
  }
}

function writerOf(column: Column, style: CsvStyle, quoted: (text: string) => string): (cell: Cell) => string {
  if (column.kind !== 'number') return (cell) => (cell === null ? '' : quoted(String(cell)))
  const said = style === 'dutch' ? (column.values ?? []).filter((one) => one.missing) : []
  const words = new Map(said.map(({ value, label }) => [value, label]))
  return (cell) => {
    if (typeof cell !== 'number' || !Number.isFinite(cell)) return ''
    const word = words.get(cell)
    if (word !== undefined) return quoted(word)
    const digits = plainNumber(cell)
    return style === 'dutch' ? digits.replace('.', ',') : digits
  }
}

/** Without exponent, as every program reads it. */
function plainNumber(value: number): string {
  const text = String(value)
  return /e/.test(text) ? value.toFixed(20).replace(/\.?0+$/, '') : text
}

function textCell(text: string, separator: string): string {
  const safe = /^\s*[=+\-@\t\r]/u.test(text) ? `'${text}` : text
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
