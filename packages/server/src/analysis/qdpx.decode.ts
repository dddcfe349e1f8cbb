import type { QdaFindings } from '@weerklank/core/analysis/qda.finding'
import { QdaRefused } from '@weerklank/core/analysis/qda.finding'

/** The encoding that the first bytes tell of; undefined when they tell nothing. */
function marked(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

/** Words of a source. The standard wants UTF-8; what is none is taken as Windows wrote it, with a finding. */
export function decodeText(
  bytes: Uint8Array,
  { name, findings }: { name: string; findings: QdaFindings },
): string {
  const sign = marked(bytes)
  const text = decoded(bytes, sign ?? 'utf-8')
  if (text !== undefined && (sign === undefined || sign === 'utf-8')) return text
  findings.note('encoding-guessed', name)
  return text ?? new TextDecoder('windows-1252').decode(bytes)
}

const named = /^<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/

/** An XML file by what it says of itself. Throws `QdaRefused` when that is not so. */
export function decodeXml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const encoding = marked(bytes) ?? named.exec(head)?.[1] ?? 'utf-8'
  const text = decoded(bytes, encoding)
  if (text === undefined) throw new QdaRefused('encoding')
  return text
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    // A RangeError is an encoding that nobody knows, a TypeError bytes that are not in it.
    if (error instanceof TypeError || error instanceof RangeError) return undefined
    throw error
  }
}
