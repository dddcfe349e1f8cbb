import { Zip, ZipDeflate, type ZipPassThrough } from 'fflate'
import { type Cell, type Chunks, type Column, clockTime, type Sheet } from './table.ts'
import { fromUtf8, utf8 } from './text-bytes.ts'

/** What a worksheet holds at most (the head is one of the rows), and a cell (in UTF-16 units). */
const rowsAtMost = 1_048_576
const signsAtMost = 32_767

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const pack = 'http://schemas.openxmlformats.org/package/2006'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/**
 * Tables as a workbook (ECMA-376, transitional), one sheet each, written as it goes: the rows never stand in memory
 * together. Text is written as text, so that nothing in it can become a formula; a number that stands for no answer
 * is written in words. `made` becomes the time of the parts, so that the same rows give the same file.
 */
export async function* xlsxOf(sheets: readonly Sheet[], made: string): Chunks {
  const out: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    out.push(chunk)
  })
  const begin = (name: string, part: ZipDeflate | ZipPassThrough = new ZipDeflate(name, { level: 6 })) => {
    part.mtime = made
    zip.add(part)
    return part
  }
  for (const [name, xml] of fixedParts(sheets)) begin(name).push(utf8(head + xml), true)
  for (const [at, sheet] of sheets.entries()) {
    const part = begin(`xl/worksheets/sheet${at + 1}.xml`)
    for await (const xml of sheetXml(sheet)) {
      part.push(utf8(xml), false)
      yield* out.splice(0)
    }
    part.push(new Uint8Array(0), true)
  }
  zip.end()
  yield* out.splice(0)
}

function fixedParts(sheets: readonly Sheet[]): [name: string, xml: string][] {
  const each = (write: (sheet: Sheet, number: number) => string) =>
    sheets.map((sheet, at) => write(sheet, at + 1)).join('')
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${kinds}.${kind}+xml"/>`
  const types = `<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${each((_, n) => part(`worksheets/sheet${n}`, 'worksheet'))}</Types>`
  const book = `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets>${each((sheet, n) => `<sheet name="${escaped(sheetName(sheet.title))}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`
  const link = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${rel}/${kind}" Target="${target}"/>`
  const rels = (links: string) => `<Relationships xmlns="${pack}/relationships">${links}</Relationships>`
  return [
    ['[Content_Types].xml', types],
    ['_rels/.rels', rels(link('rId1', 'officeDocument', 'xl/workbook.xml'))],
    ['xl/workbook.xml', book],
    [
      'xl/_rels/workbook.xml.rels',
      rels(
        each((_, n) => link(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`)) +
          link('rIdStyles', 'styles', 'styles.xml'),
      ),
    ],
    ['xl/styles.xml', styles],
  ]
}

/** 0 plain, 1 head (bold), 2 a moment, 3 text that may run over lines. */
const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

async function* sheetXml({ columns, rows }: Sheet): AsyncGenerator<string> {
  const widths = columns
    .map((column, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(column)}" customWidth="1"/>`)
    .join('')
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${widths}</cols><sheetData><row>${columns.map(({ label }) => textCell(label, 1)).join('')}</row>`
  const writers = columns.map(writerOf)
  let count = 1
  for await (const batch of rows) {
    count += batch.length
    if (count > rowsAtMost) throw new RangeError(`A worksheet holds ${rowsAtMost} rows and no more`)
    yield batch
      .map((row) => `<row>${writers.map((write, at) => write(row[at] ?? null)).join('')}</row>`)
      .join('')
  }
  yield '</sheetData></worksheet>'
}

function widthOf(column: Column): number {
  if (column.kind === 'moment') return 17
  return Math.min(60, Math.max(10, column.label.length + 2))
}

const nothing = '<c/>'

function writerOf(column: Column): (cell: Cell) => string {
  if (column.kind === 'text')
    return (cell) => (cell === null || cell === '' ? nothing : textCell(String(cell), 3))
  if (column.kind === 'moment') return (cell) => (cell === null ? nothing : momentCell(String(cell)))
  const said = (column.values ?? []).filter((one) => one.missing)
  const words = new Map(said.map(({ value, label }) => [value, label]))
  return (cell) => {
    if (typeof cell !== 'number' || !Number.isFinite(cell)) return nothing
    const word = words.get(cell)
    return word === undefined ? `<c><v>${cell}</v></c>` : textCell(word, 0)
  }
}

/** Days since the last of 1899, as Excel counts them from 1 March 1900 on. */
function momentCell(moment: string): string {
  const serial = clockTime(moment) / 86_400_000 + 25_569
  return Number.isFinite(serial) ? `<c s="2"><v>${serial.toFixed(6)}</v></c>` : textCell(moment, 0)
}

function textCell(text: string, style: number): string {
  const within = text.length > signsAtMost ? fromUtf8(utf8(text.slice(0, signsAtMost - 1))) : text
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(within)}</t></is></c>`
}

/** A name that Excel takes: at most 31 signs, without `[]:*?/\`. */
function sheetName(title: string): string {
  return (
    title
      .replace(/[[\]:*?/\\]/g, ' ')
      .slice(0, 31)
      .trim() || 'Blad'
  )
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Signs that XML 1.0 cannot hold are left out; what looks like Excel's own writing of a sign (`_x000D_`) stays as it is. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/\r/g, '_x000D_')
    .replace(unfit, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? '')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must go
const unfit = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu
