/** Codes for symbols by how often they occur, as deflate wants them (RFC 1951, 3.2.2). */

type Parcel = { weight: number; symbols: readonly number[] }

/**
 * How many bits the code of each symbol has, so that all together take the fewest, none more than `atMost`: by "package-merge"
 * (Larmore and Hirschberg 1990). 0 for what never occurs. A lone symbol gets one bit.
 */
export function lengthsOf(counts: readonly number[], atMost: number): number[] {
  const single = counts
    .map((weight, symbol): Parcel => ({ weight, symbols: [symbol] }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => a.weight - b.weight)
  const lengths = counts.map(() => 0)
  if (single.length < 2) {
    for (const { symbols } of single) for (const symbol of symbols) lengths[symbol] = 1
    return lengths
  }
  let row = single
  for (let level = 1; level < atMost; level++)
    row = [...single, ...pairs(row)].sort((a, b) => a.weight - b.weight)
  for (const { symbols } of row.slice(0, 2 * single.length - 2)) {
    for (const symbol of symbols) lengths[symbol] = (lengths[symbol] ?? 0) + 1
  }
  return lengths
}

function pairs(row: readonly Parcel[]): Parcel[] {
  return Array.from({ length: row.length >> 1 }, (_, i) => {
    const [a, b] = [row[2 * i], row[2 * i + 1]]
    return {
      weight: (a?.weight ?? 0) + (b?.weight ?? 0),
      symbols: [...(a?.symbols ?? []), ...(b?.symbols ?? [])],
    }
  })
}

/** The codes that follow from their lengths, turned round: deflate writes them from their highest bit. */
export function codesOf(lengths: readonly number[]): number[] {
  const next: number[] = [0, 0]
  for (let bits = 1; bits < 16; bits++) {
    const before = lengths.filter((length) => length === bits).length
    next[bits + 1] = ((next[bits] ?? 0) + before) << 1
  }
  return lengths.map((bits) => {
    if (bits === 0) return 0
    const code = next[bits] ?? 0
    next[bits] = code + 1
    return turned(code, bits)
  })
}

function turned(code: number, bits: number): number {
  let result = 0
  for (let i = 0; i < bits; i++) result = (result << 1) | ((code >> i) & 1)
  return result
}
