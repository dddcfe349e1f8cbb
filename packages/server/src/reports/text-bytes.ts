const encoder = new TextEncoder()
const decoder = new TextDecoder()

export const utf8 = (text: string): Uint8Array => encoder.encode(text)
export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes)

/** The beginning of a text that fits in so many bytes of UTF-8; a sign is never cut in two. */
export function utf8Within(text: string, most: number): Uint8Array {
  const bytes = utf8(text)
  if (bytes.length <= most) return bytes
  let end = most
  // 10xxxxxx goes on with the sign before it.
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--
  return bytes.subarray(0, end)
}
