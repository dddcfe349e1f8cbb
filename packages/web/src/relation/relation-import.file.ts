/** What became of a chosen file: its text, or why it has none. */
export type FileText = { text: string } | { refused: 'no-text' | 'too-large' | 'empty' }

/** As much as the server takes. */
const bytesAtMost = 500_000

const decoders: readonly ((bytes: Uint8Array) => string)[] = [
  // With a mark at the start, as spreadsheets write "Unicode text".
  (bytes) => {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
    throw new TypeError('No mark of UTF-16')
  },
  (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  // What Excel writes by default on Windows. Every byte is a sign in it, so it comes last.
  (bytes) => new TextDecoder('windows-1252').decode(bytes),
]

/** The text of a file in the encoding it is in: UTF-8 or UTF-16 with their marks, UTF-8 without, else Windows-1252. */
export function textOfFile(bytes: Uint8Array): FileText {
  if (bytes.length > bytesAtMost) return { refused: 'too-large' }
  const text = decoders.reduce<string | null>((found, decode) => found ?? attempt(decode, bytes), null) ?? ''
  // Spreadsheets themselves, pictures and the like hold bytes that no text has.
  if (text.includes('\0') || text.startsWith('PK\u0003')) return { refused: 'no-text' }
  return text.trim() === '' ? { refused: 'empty' } : { text }
}

function attempt(decode: (bytes: Uint8Array) => string, bytes: Uint8Array): string | null {
  try {
    return decode(bytes)
  } catch {
    return null
  }
}
