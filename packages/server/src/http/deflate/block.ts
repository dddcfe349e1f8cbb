import type { BitWriter } from './bits.ts'
import { codesOf, lengthsOf } from './huffman.ts'
import { distanceBase, distanceCode, distanceExtra, lengthBase, lengthCode, lengthExtra } from './symbols.ts'

/** A byte as it is (`distance` 0, the byte in `length`), or so many bytes again from so far back. */
export type Step = { length: number; distance: number }
export type Counts = { letters: number[]; distances: number[] }

/** How often each symbol occurs in a block, its end included. */
export function countsOf(steps: readonly Step[]): Counts {
  const letters = Array.from({ length: 286 }, () => 0)
  const distances = Array.from({ length: 30 }, () => 0)
  const add = (counts: number[], at: number) => {
    counts[at] = (counts[at] ?? 0) + 1
  }
  for (const { length, distance } of steps) {
    add(letters, distance === 0 ? length : 257 + lengthCode(length))
    if (distance > 0) add(distances, distanceCode(distance))
  }
  // The end of the block.
  add(letters, 256)
  return { letters, distances }
}

/** Writes a block with codes of its own (RFC 1951, 3.2.7). */
export function writeBlock(out: BitWriter, steps: readonly Step[], isLast: boolean): void {
  const counts = countsOf(steps)
  const letters = lengthsOf(counts.letters, 15)
  const distances = lengthsOf(counts.distances, 15)
  out.write(isLast ? 1 : 0, 1)
  out.write(2, 2)
  writeCodes(out, letters, distances)
  const letterCodes = codesOf(letters)
  const distanceBits = codesOf(distances)
  const code = (symbol: number) => out.write(letterCodes[symbol] ?? 0, letters[symbol] ?? 0)
  for (const { length, distance } of steps) {
    if (distance === 0) code(length)
    else {
      const near = lengthCode(length)
      code(257 + near)
      out.write(length - (lengthBase[near] ?? 0), lengthExtra[near] ?? 0)
      const far = distanceCode(distance)
      out.write(distanceBits[far] ?? 0, distances[far] ?? 0)
      out.write(distance - (distanceBase[far] ?? 0), distanceExtra[far] ?? 0)
    }
  }
  code(256)
}

/** The order in which the lengths of the codes for lengths are written (RFC 1951, 3.2.7). */
const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

function writeCodes(out: BitWriter, letters: readonly number[], distances: readonly number[]): void {
  const hlit = Math.max(257, letters.findLastIndex((bits) => bits > 0) + 1)
  const hdist = Math.max(1, distances.findLastIndex((bits) => bits > 0) + 1)
  const runs = runsOf([...letters.slice(0, hlit), ...distances.slice(0, hdist)])
  const counts = Array.from({ length: 19 }, (_, symbol) => runs.filter((run) => run.symbol === symbol).length)
  const lengths = lengthsOf(counts, 7)
  const codes = codesOf(lengths)
  const hclen = Math.max(4, order.findLastIndex((symbol) => (lengths[symbol] ?? 0) > 0) + 1)
  out.write(hlit - 257, 5)
  out.write(hdist - 1, 5)
  out.write(hclen - 4, 4)
  for (const symbol of order.slice(0, hclen)) out.write(lengths[symbol] ?? 0, 3)
  for (const { symbol, extra, bits } of runs) {
    out.write(codes[symbol] ?? 0, lengths[symbol] ?? 0)
    out.write(extra, bits)
  }
}

type Run = { symbol: number; extra: number; bits: number }

/** Lengths that repeat are told once, with how often. */
function runsOf(lengths: readonly number[]): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < lengths.length; ) {
    const value = lengths[at] ?? 0
    let count = 1
    while (lengths[at + count] === value) count++
    at += count
    if (value !== 0) {
      runs.push({ symbol: value, extra: 0, bits: 0 })
      count--
    }
    while (count > 2) {
      const some = Math.min(count, value === 0 ? 138 : 6)
      if (value !== 0) runs.push({ symbol: 16, extra: some - 3, bits: 2 })
      else if (some > 10) runs.push({ symbol: 18, extra: some - 11, bits: 7 })
      else runs.push({ symbol: 17, extra: some - 3, bits: 3 })
      count -= some
    }
    for (; count > 0; count--) runs.push({ symbol: value, extra: 0, bits: 0 })
  }
  return runs
}
