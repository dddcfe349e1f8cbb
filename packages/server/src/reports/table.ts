import { fromUtf8 } from './text-bytes.ts'

/** One value. A moment is `2026-11-19 08:30:00`, on the clock of the workspace; null is nothing. */
export type Cell = string | number | null

/** What a column holds: a number may have words for some of its values, some of which say why there is none. */
export type Column = {
  /** For programs: letters, digits and `_`, at most 64 bytes, unique whatever the capitals. */
  name: string
  /** For people. */
  label: string
} & (
  | { kind: 'text' /** Most bytes in UTF-8 that stand in it. */; width: number }
  | {
      kind: 'number'
      decimals: number
      /** Words for values; `missing` ones stand for an answer that was not given (at most 3). */
      values?: readonly { value: number; label: string; missing?: true }[]
    }
  | { kind: 'moment' }
)

/** Rows in the order of the columns, in pieces, so that no export has to fit in memory. */
export type Rows = AsyncIterable<readonly (readonly Cell[])[]> | Iterable<readonly (readonly Cell[])[]>

export type Sheet = { title: string; columns: readonly Column[]; rows: Rows }

/** A file, piece by piece. */
export type Chunks = AsyncGenerator<Uint8Array>

/** All pieces in one, for what is small. */
export async function wholeOf(chunks: Chunks): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

/** The same as text. */
export async function textOf(chunks: Chunks): Promise<string> {
  return fromUtf8(await wholeOf(chunks))
}

/** Milliseconds since 1970 of a moment as it stands on the clock; NaN when it is none. */
export function clockTime(moment: string): number {
  return Date.parse(`${moment.replace(' ', 'T')}Z`)
}
