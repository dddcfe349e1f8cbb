import { savSpecials } from './sav.bytes.ts'
import type { Segment } from './sav.dictionary.ts'
import { type Cell, type Column, clockTime } from './table.ts'
import { utf8, utf8Within } from './text-bytes.ts'

/** Seconds from the start of the Gregorian calendar (14 October 1582), by which SPSS counts time, to 1970. */
const secondsBefore1970 = 12_219_379_200

const opcodes = { literal: 253, spaces: 254, missing: 255, end: 252 } as const
const bias = 100

/**
 * Values in SPSS's own compression: eight codes of one byte, then the values that no code stands for. It is written as it
 * goes; `end` fills up the last eight.
 */
function packer() {
  const codes = Buffer.alloc(8)
  let used = 0
  let literals: Buffer[] = []
  let out: Buffer[] = []
  const flush = () => {
    out.push(Buffer.from(codes), ...literals)
    codes.fill(0)
    used = 0
    literals = []
  }
  const put = (code: number, literal?: Buffer) => {
    codes[used++] = code
    if (literal !== undefined) literals.push(literal)
    if (used === 8) flush()
  }
  const take = () => {
    const whole = Buffer.concat(out)
    out = []
    return whole
  }
  const end = () => {
    put(opcodes.end)
    if (used > 0) flush()
    return take()
  }
  return { put, take, end }
}
type Packer = ReturnType<typeof packer>

function packNumber({ put }: Packer, value: number | null): void {
  if (value === null) {
    put(opcodes.missing)
    return
  }
  // A minus zero has no code of its own.
  const hasCode = Number.isInteger(value) && !Object.is(value, -0) && value > -bias && value <= 251 - bias
  if (hasCode) {
    put(value + bias)
    return
  }
  const literal = Buffer.alloc(8)
  literal.writeDoubleLE(value)
  put(opcodes.literal, literal)
}

function packText({ put }: Packer, bytes: Uint8Array, segments: readonly Segment[]): void {
  for (const [at, { width }] of segments.entries()) {
    // 255 bytes of the text stand in a piece of a longer one, and a byte that means nothing fills it up to 256.
    const field = Buffer.alloc(8 * Math.ceil(width / 8), 0x20)
    field.set(bytes.subarray(255 * at, Math.min(255 * (at + 1), 255 * at + field.length)))
    for (let from = 0; from < field.length; from += 8) {
      const eight = field.subarray(from, from + 8)
      if (eight.every((byte) => byte === 0x20)) put(opcodes.spaces)
      else put(opcodes.literal, eight)
    }
  }
}

/** Writes rows; `take` gives what was written since the last time. */
export function caseWriter(columns: readonly Column[], segments: readonly (readonly Segment[])[]) {
  const to = packer()
  const row = (cells: readonly Cell[]) => {
    for (const [at, column] of columns.entries()) {
      const cell = cells[at] ?? null
      if (column.kind === 'text') packText(to, utf8Within(plain(cell), column.width), segments[at] ?? [])
      else packNumber(to, column.kind === 'moment' ? secondsOf(cell) : numberOf(cell))
    }
  }
  return { row, take: to.take, end: to.end }
}

/** Zero bytes end a text for many readers. */
const plain = (cell: Cell) => (cell === null ? '' : String(cell).replaceAll('\0', ''))

function numberOf(cell: Cell): number | null {
  return typeof cell === 'number' && Number.isFinite(cell) && cell !== savSpecials[0] ? cell : null
}

function secondsOf(cell: Cell): number | null {
  const time = cell === null ? Number.NaN : clockTime(String(cell))
  return Number.isFinite(time) ? time / 1_000 + secondsBefore1970 : null
}

/** How many bytes a text takes, for the width of its column. */
export const savWidth = (text: string): number => Math.max(1, utf8(plain(text)).length)
