/** The number that somebody typed, with a comma or a dot; null when it is none (yet). */
export function readNumber(typed: string, isWhole: boolean): number | null {
  const plain = typed.trim().replace(',', '.')
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return null
  const number = Number(plain)
  if (isWhole && !Number.isInteger(number)) return null
  return Math.abs(number) <= 1_000_000 ? number : null
}
