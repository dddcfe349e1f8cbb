/** What a chosen file holds: its text, or why it has none. The rest is judged by the server. */
export type FormFile = { text: string } | { refused: 'too-large' | 'no-text' | 'empty' }

/** As much as the server takes. */
const bytesAtMost = 10 * 1024 * 1024

/** FHIR is UTF-8 and nothing else: guessing an encoding would change the words of a form. */
export function textOfForm(bytes: Uint8Array): FormFile {
  if (bytes.length > bytesAtMost) return { refused: 'too-large' }
  if (bytes.length === 0) return { refused: 'empty' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? { refused: 'no-text' } : { text }
  } catch {
    return { refused: 'no-text' }
  }
}
