/** What separates the cells of a file: spreadsheets write `;` in Dutch, `,` in English, and a tab when one copies. */
export const separators = [';', ',', '\t'] as const
export type Separator = (typeof separators)[number]

/** A row, and the line of the file on which it begins (from 1). */
export type CsvRow = { line: number; cells: string[] }

/** The rows that hold something; `unclosed` is the line of a quote that never ends, after which nothing was read. */
export type CsvRead = { separator: Separator; rows: CsvRow[]; unclosed: number | null }

/**
 * Reads a table out of text (RFC 4180, forgiving): any line end, a mark at the start, a line `sep=;`, empty lines, white
 * space round cells. A quote counts only at the start of a cell, so that `Jan "de Boer"` is a name. Never throws.
 */
export function readCsv(text: string): CsvRead {
  const marked = text.replace(/^\uFEFF/, '')
  const told = /^sep=([;,\t])\r?\n/i.exec(marked)
  const separator = separators.find((one) => one === told?.[1]) ?? likelySeparator(marked)
  const body = told === null ? marked : marked.slice(told[0].length)
  return { separator, ...scan(body, separator, told === null ? 1 : 2) }
}

/** The one that stands most often in the first line that holds something, outside quotes; `;` when none does. */
function likelySeparator(text: string): Separator {
  const first = /^\s*([^\r\n]*)/.exec(text)?.[1] ?? ''
  const bare = first.replace(/"[^"]*"/g, '')
  const counts = separators.map((one) => bare.split(one).length)
  const [most = ';'] = separators.filter((_, at) => counts[at] === Math.max(...counts))
  return most
}

type Scan = { rows: CsvRow[]; row: CsvRow; cell: string; quoted: 'no' | 'open' | 'closed'; line: number }

function scan(text: string, separator: Separator, firstLine: number): Omit<CsvRead, 'separator'> {
  const unified = text.replace(/\r\n?/g, '\n')
  const fresh = (line: number): CsvRow => ({ line, cells: [] })
  const to: Scan = { rows: [], row: fresh(firstLine), cell: '', quoted: 'no', line: firstLine }
  let openedAt = firstLine
  for (let at = 0; at < unified.length; at++) {
    const sign = unified.charAt(at)
    if (sign === '\n') to.line++
    if (to.quoted === 'open') {
      if (sign !== '"') to.cell += sign
      else if (unified.charAt(at + 1) === '"') to.cell += unified.charAt(++at)
      else to.quoted = 'closed'
    } else if (sign === '\n') {
      endRow(to)
      to.row = fresh(to.line)
    } else if (sign === separator) endCell(to)
    else if (sign === '"' && to.quoted === 'no' && to.cell.trim() === '') {
      to.cell = ''
      to.quoted = 'open'
      openedAt = to.line
    } else to.cell += sign
  }
  if (to.quoted === 'open') return { rows: to.rows, unclosed: openedAt }
  endRow(to)
  return { rows: to.rows, unclosed: null }
}

function endCell(to: Scan): void {
  to.row.cells.push(to.cell.trim())
  to.cell = ''
  to.quoted = 'no'
}

function endRow(to: Scan): void {
  endCell(to)
  if (to.row.cells.some((cell) => cell !== '')) to.rows.push(to.row)
}
