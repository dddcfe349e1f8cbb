import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context as HonoContext } from 'hono'
import { framePolicy } from './security-headers.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
}

type Encoding = 'br' | 'gzip'
type File = { type: string; plain: Buffer; encoded: (as: Encoding) => Buffer; forever: boolean }

/**
 * The built web app, served from memory (about a megabyte). Each file is compressed when it is first asked for and kept: all
 * of them at the start would be most of the time that a start takes.
 */
export type WebFiles = ReadonlyMap<string, File>

/** Reads a folder of built files; null when it was not built. */
export function readWebFiles(folder: string): WebFiles | null {
  if (!existsSync(join(folder, 'index.html'))) return null
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const files = names.flatMap((name) => {
    const type = types[extname(name)]
    const path = `/${relative(folder, name).replaceAll('\\', '/')}`
    return type === undefined || path.startsWith('/.')
      ? []
      : [[path, compressed(readFileSync(name), type, path)] as const]
  })
  return new Map(files)
}

function compressed(plain: Buffer, type: string, path: string): File {
  const kept: Partial<Record<Encoding, Buffer>> = {}
  const encoded = (as: Encoding) => {
    kept[as] ??= encoders[as](plain)
    return kept[as]
  }
  // Built assets carry a hash in their name: another content is another name.
  return { type, plain, encoded, forever: path.startsWith('/assets/') }
}

const encoders: Readonly<Record<Encoding, (plain: Buffer) => Buffer>> = {
  br: (plain) => brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (plain) => gzipSync(plain),
}

/** Sends a built file, or null when there is none of that name. */
export function sendFile(c: HonoContext, files: WebFiles, path: string): Response | null {
  const file = files.get(path)
  if (file === undefined) return null
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
  const headers = new Headers({
    'Content-Type': file.type,
    'Cache-Control': file.forever ? 'public, max-age=31536000, immutable' : 'no-cache',
    Vary: 'Accept-Encoding',
  })
  if (path === '/sw.js') headers.set('Content-Security-Policy', framePolicy)
  if (encoding !== null) headers.set('Content-Encoding', encoding)
  const body = encoding === null ? file.plain : file.encoded(encoding)
  return new Response(new Uint8Array(body), { headers })
}
