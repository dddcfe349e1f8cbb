import { promisify } from 'node:util'
import { brotliCompress, constants, crc32, deflate, gzip } from 'node:zlib'
import { tightDeflate } from './deflate/tight.ts'

/** What a page may weigh on the wire where somebody may read it on an old phone (architecture.md). */
export const pageBudget = 6000

export type Packed = { encoding: 'br' | 'gzip' | 'deflate'; bytes: Uint8Array }

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)
const toDeflate = promisify(deflate)
// Quality 5 is as small as 9 on these pages (docs/benchmarks.md) and many times as fast.
const quick = 5
const brotliOptions = (quality: number) => ({ params: { [constants.BROTLI_PARAM_QUALITY]: quality } })

/**
 * A page as small as it travels by what the browser accepts; null when it accepts none of ours. With `isTight` one that is just
 * over the budget is packed once more, slowly.
 */
export async function pack(page: string, accepted: string, isTight = false): Promise<Packed | null> {
  const isOver = ({ length }: Uint8Array) => isTight && length > pageBudget && length < pageBudget * 1.1
  if (/\bbr\b/.test(accepted)) {
    const small = await toBrotli(page, brotliOptions(quick))
    return { encoding: 'br', bytes: isOver(small) ? await toBrotli(page, brotliOptions(11)) : small }
  }
  if (/\bgzip\b/.test(accepted)) {
    const small = await toGzip(page, { level: 9 })
    return { encoding: 'gzip', bytes: isOver(small) ? tightGzip(page) : small }
  }
  if (/\bdeflate\b/.test(accepted)) {
    const small = await toDeflate(page, { level: 9 })
    return { encoding: 'deflate', bytes: isOver(small) ? tightZlib(page) : small }
  }
  return null
}

/** Style, script and text, each of which has its own letters. */
function tight(page: string): Uint8Array {
  const script = page.indexOf('<script>')
  const text = page.indexOf('</script>')
  const parts = script < 0 ? [page] : [page.slice(0, script), page.slice(script, text), page.slice(text)]
  return tightDeflate(parts.map((part) => Buffer.from(part)))
}

/** RFC 1952, with nothing in the header but that it was packed with care. */
export function tightGzip(page: string): Uint8Array {
  const plain = Buffer.from(page)
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(crc32(plain))
  tail.writeUInt32LE(plain.length, 4)
  return Buffer.concat([Uint8Array.of(31, 139, 8, 0, 0, 0, 0, 0, 2, 255), tight(page), tail])
}

/** RFC 1950. */
export function tightZlib(page: string): Uint8Array {
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(adler32(Buffer.from(page)))
  return Buffer.concat([Uint8Array.of(0x78, 0xda), tight(page), tail])
}

function adler32(bytes: Uint8Array): number {
  let a = 1
  let b = 0
  for (const byte of bytes) {
    a = (a + byte) % 65_521
    b = (b + a) % 65_521
  }
  return b * 65_536 + a
}
