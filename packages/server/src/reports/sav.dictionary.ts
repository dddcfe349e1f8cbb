import { type SavBytes, savSpecials } from './sav.bytes.ts'
import type { Column } from './table.ts'
import { utf8, utf8Within } from './text-bytes.ts'

/** One variable of the file: a number has width 0; a text longer than 255 bytes stands in several. */
export type Segment = { short: string; width: number }

/** Widths as SPSS cuts a text: whole up to 255 bytes, else pieces that count for 252 each. */
function widthsOf(column: Column): number[] {
  if (column.kind !== 'text') return [0]
  const width = Math.min(Math.max(1, column.width), 32_767)
  if (width <= 255) return [width]
  const pieces = Math.ceil(width / 252)
  return Array.from({ length: pieces }, (_, at) => (at < pieces - 1 ? 255 : width - 252 * (pieces - 1)))
}

/** The variables per column, each with a short name of its own (`V1`, `V2` …); the long ones stand in a record apart. */
export function segmentsOf(columns: readonly Column[]): Segment[][] {
  let count = 0
  return columns.map((column) => widthsOf(column).map((width) => ({ short: `V${++count}`, width })))
}

const slotsOf = (width: number) => Math.max(1, Math.ceil(width / 8))

type Dictionary = { columns: readonly Column[]; segments: readonly (readonly Segment[])[] }

/** Eight-byte places of one row. */
export function rowSlots(segments: Dictionary['segments']): number {
  return segments.flat().reduce((sum, { width }) => sum + slotsOf(width), 0)
}

/** Writes all that stands before the rows, after the header. */
export function writeDictionary(to: SavBytes, dictionary: Dictionary): void {
  for (const [at, column] of dictionary.columns.entries()) {
    for (const [piece, segment] of (dictionary.segments[at] ?? []).entries()) {
      writeVariable(to, column, { segment, isFirst: piece === 0 })
    }
  }
  writeValueLabels(to, dictionary)
  // Version of the writer, machine (unknown), IEEE 754, compressed, little-endian, UTF-8.
  extension(to, { kind: 3, size: 4, count: 8 })
  to.int(1, 0, 0, -1, 1, 1, 2, 65_001)
  extension(to, { kind: 4, size: 8, count: 3 })
  to.float(...savSpecials)
  writeDisplay(to, dictionary)
  const longNames = dictionary.columns.map(({ name }, at) => `${firstOf(dictionary, at).short}=${name}`)
  textExtension(to, 13, longNames.join('\t'))
  const long = dictionary.columns.flatMap((column, at) =>
    column.kind === 'text' && column.width > 255
      ? [`${firstOf(dictionary, at).short}=${String(Math.min(column.width, 32_767)).padStart(5, '0')}\0\t`]
      : [],
  )
  if (long.length > 0) textExtension(to, 14, long.join(''))
  textExtension(to, 20, 'UTF-8')
  to.int(999, 0)
}

function firstOf({ segments }: Dictionary, at: number): Segment {
  return segments[at]?.[0] ?? { short: 'V0', width: 0 }
}

/** Print formats of the format: 5 a number, 1 text, 22 date and time. */
function formatOf(column: Column, width: number): number {
  const of = (type: number, wide: number, decimals: number) => (type << 16) | (wide << 8) | decimals
  if (column.kind === 'text') return of(1, width, 0)
  return column.kind === 'moment' ? of(22, 20, 0) : of(5, 8, column.decimals)
}

function writeVariable(to: SavBytes, column: Column, of: { segment: Segment; isFirst: boolean }): void {
  const { segment, isFirst } = of
  const label = isFirst ? utf8Within(column.label, 255) : new Uint8Array(0)
  const missing = isFirst ? missingOf(column) : []
  const format = formatOf(column, segment.width)
  to.int(2, segment.width, label.length > 0 ? 1 : 0, missing.length, format, format)
  to.field(utf8(segment.short), 8)
  if (label.length > 0) {
    to.int(label.length)
    to.bytes(label)
    to.bytes(new Uint8Array(-label.length & 3))
  }
  to.float(...missing)
  for (let slot = 1; slot < slotsOf(segment.width); slot++) {
    to.int(2, -1, 0, 0, 0, 0)
    to.field(new Uint8Array(0), 8)
  }
}

function missingOf(column: Column): number[] {
  if (column.kind !== 'number') return []
  const missing = (column.values ?? []).filter((one) => one.missing).map(({ value }) => value)
  if (missing.length > 3) throw new RangeError('SPSS knows at most three missing values of a variable')
  return missing
}

function writeValueLabels(to: SavBytes, { columns, segments }: Dictionary): void {
  let slot = 1
  for (const [at, column] of columns.entries()) {
    if (column.kind === 'number' && (column.values?.length ?? 0) > 0) {
      to.int(3, column.values?.length ?? 0)
      for (const { value, label } of column.values ?? []) {
        const bytes = utf8Within(label, 120)
        to.float(value)
        to.bytes(Uint8Array.of(bytes.length))
        to.bytes(bytes)
        to.bytes(new Uint8Array(-(bytes.length + 1) & 7))
      }
      to.int(4, 1, slot)
    }
    for (const { width } of segments[at] ?? []) slot += slotsOf(width)
  }
}

/** Per variable: measure (1 nominal, 2 ordinal, 3 scale), columns on the screen, alignment (0 left, 1 right). */
function writeDisplay(to: SavBytes, { columns, segments }: Dictionary): void {
  extension(to, { kind: 11, size: 4, count: 3 * segments.flat().length })
  for (const [at, column] of columns.entries()) {
    for (const { width } of segments[at] ?? []) {
      const isText = column.kind === 'text'
      to.int(isText ? 1 : 3, isText ? Math.min(40, width) : 12, isText ? 0 : 1)
    }
  }
}

function extension(to: SavBytes, of: { kind: number; size: number; count: number }): void {
  to.int(7, of.kind, of.size, of.count)
}

function textExtension(to: SavBytes, kind: number, text: string): void {
  const bytes = utf8(text)
  extension(to, { kind, size: 1, count: bytes.length })
  to.bytes(bytes)
}
