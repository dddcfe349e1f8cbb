import { promisify } from 'node:util'
import { brotliCompress, constants, deflate, gzip } from 'node:zlib'

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
    return { encoding: 'gzip', bytes: isOver(small) ? await tight(page, 'gzip') : small }
  }
  if (/\bdeflate\b/.test(accepted)) {
    const small = await toDeflate(page, { level: 9 })
    return { encoding: 'deflate', bytes: isOver(small) ? await tight(page, 'zlib') : small }
  }
  return null
}

/**
 * By Zopfli, which looks for the fewest bits: a twentieth smaller than what zlib finds and a hundred times as slow, for the
 * rare page that would not fit otherwise.
 */
async function tight(page: string, format: 'gzip' | 'zlib'): Promise<Uint8Array> {
  const { gzipAsync, zlibAsync } = await import('@gfx/zopfli')
  const plain = Buffer.from(page)
  // More rounds find next to nothing on these pages.
  const options = { numiterations: 5 }
  return format === 'gzip' ? gzipAsync(plain, options) : zlibAsync(plain, options)
}
