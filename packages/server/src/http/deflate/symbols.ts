/** The symbols of deflate (RFC 1951, 3.2.5): from where each code counts, and how many bits follow it. */

export const shortest = 3
export const longest = 258
export const farthest = 32_768

export const lengthExtra = [
  ...Array(8).fill(0),
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
]
export const lengthBase = basesOf(lengthExtra, shortest).with(28, longest)
export const distanceExtra = Array.from({ length: 30 }, (_, i) => Math.max(0, (i >> 1) - 1))
export const distanceBase = basesOf(distanceExtra, 1)

function basesOf(extra: readonly number[], first: number): number[] {
  let next = first
  return extra.map((bits) => {
    const base = next
    next += 2 ** bits
    return base
  })
}

const codeIn = (bases: readonly number[], value: number) => bases.findLastIndex((base) => base <= value)
const lengthCodes = Array.from({ length: longest + 1 }, (_, length) => codeIn(lengthBase, length))
export const lengthCode = (length: number) => lengthCodes[length] ?? 0
const distanceCodes = Uint8Array.from({ length: farthest + 1 }, (_, far) => codeIn(distanceBase, far))
export const distanceCode = (distance: number) => distanceCodes[distance] ?? 0
