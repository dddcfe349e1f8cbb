/** Bytes in the order in which SPSS for Windows writes them (little-endian). */
export type SavBytes = {
  int: (...values: number[]) => void
  float: (...values: number[]) => void
  bytes: (bytes: Uint8Array) => void
  /** Text in so many bytes, filled up with spaces. */
  field: (text: Uint8Array, width: number) => void
  /** What was gathered since the last time. */
  take: () => Uint8Array
}

export function savBytes(): SavBytes {
  let parts: Buffer[] = []
  return {
    int: (...values) => {
      const buffer = Buffer.alloc(4 * values.length)
      for (const [at, value] of values.entries()) buffer.writeInt32LE(value, 4 * at)
      parts.push(buffer)
    },
    float: (...values) => {
      const buffer = Buffer.alloc(8 * values.length)
      for (const [at, value] of values.entries()) buffer.writeDoubleLE(value, 8 * at)
      parts.push(buffer)
    },
    bytes: (bytes) => void parts.push(Buffer.from(bytes)),
    field: (text, width) => {
      const buffer = Buffer.alloc(width, 0x20)
      buffer.set(text.subarray(0, width))
      parts.push(buffer)
    },
    take: () => {
      const whole = Buffer.concat(parts)
      parts = []
      return whole
    },
  }
}

/** No value at all ("system missing"), the highest, and the lowest that is not the first of these. */
export const savSpecials = [-Number.MAX_VALUE, Number.MAX_VALUE, -1.797_693_134_862_315_5e308] as const
