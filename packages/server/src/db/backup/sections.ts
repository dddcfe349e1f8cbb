/** Reads the content of a backup: lines, and tables as COPY wrote them. Keeps one piece at a time, and never less than a row. */
export type SectionReader = {
  /** The next line, without its end. */
  line: () => Promise<string>
  /** The rows of a table in pieces of whole rows, up to and not including the line that ends it. Read them all. */
  rows: () => AsyncGenerator<Buffer, void>
  isAtEnd: () => Promise<boolean>
}

/** The line that ends the rows of a table; in COPY's text no row can look like it, because it doubles every backslash. */
export const endOfTable = '\\.\n'

const LINE_END = 10
const beforeEnd = Buffer.from(`\n${endOfTable}`)

/** Thrown when the content ends too early. */
export class ContentEnds extends Error {
  constructor() {
    super('the content ends too early')
  }
}

export function readSections(source: AsyncIterable<Buffer>): SectionReader {
  const chunks = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)

  async function hasMore(): Promise<boolean> {
    const next = await chunks.next()
    if (next.done === true) return false
    rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value])
    return true
  }

  function take(length: number): Buffer {
    const taken = rest.subarray(0, length)
    rest = rest.subarray(length)
    return taken
  }

  return {
    async line() {
      let end = rest.indexOf(LINE_END)
      while (end < 0) {
        if (!(await hasMore())) throw new ContentEnds()
        end = rest.indexOf(LINE_END)
      }
      return take(end + 1).toString('utf8', 0, end)
    },
    async *rows() {
      for (;;) {
        const lines = rest.subarray(0, rest.lastIndexOf(LINE_END) + 1)
        const end = startOfEnd(lines)
        if (end !== undefined) {
          if (end > 0) yield take(end)
          take(endOfTable.length)
          return
        }
        if (lines.length > 0) yield take(lines.length)
        if (!(await hasMore())) throw new ContentEnds()
      }
    },
    isAtEnd: async () => rest.length === 0 && !(await hasMore()),
  }
}

function startOfEnd(lines: Buffer): number | undefined {
  if (lines.subarray(0, endOfTable.length).equals(beforeEnd.subarray(1))) return 0
  const at = lines.indexOf(beforeEnd)
  return at < 0 ? undefined : at + 1
}

/** The rows in a piece of COPY's text: one line each, whatever they hold. */
export function countRows(piece: Buffer): number {
  let rows = 0
  for (let at = piece.indexOf(LINE_END); at >= 0; at = piece.indexOf(LINE_END, at + 1)) rows += 1
  return rows
}
