import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { readWebFiles, sendFile } from './static-files.ts'

const files: Record<string, string> = {
  'index.html': '<!doctype html><title>Weerklank</title>',
  'assets/app-a1b2c3.js': 'console.log("🌱")'.repeat(50),
  'assets/app-a1b2c3.css': 'b{color:red}',
  'icon.svg': '<svg/>',
  'site.webmanifest': '{}',
  'notes.secret': 'not for the world',
  '.env': 'SECRET=1',
  '.well/index.html': 'hidden',
}

function built(names: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'wk-web-'))
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), files[name] ?? '')
  }
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) }
}

function serving(folder: string) {
  const web = readWebFiles(folder)
  if (web === null) throw new Error('It was not built')
  const app = new Hono().get('*', (c) => sendFile(c, web, c.req.path) ?? c.text('none', 404))
  return (path: string, encoding = 'identity') =>
    app.request(path, { headers: { 'accept-encoding': encoding } })
}

test('what was not built is not there', () => {
  using web = built(['icon.svg'])
  expect(readWebFiles(web.folder)).toBeNull()
  expect(readWebFiles(join(web.folder, 'nowhere'))).toBeNull()
})

test('built files are sent as what they are; those with a hash in their name may be kept for ever', async () => {
  using web = built(Object.keys(files))
  const get = serving(web.folder)
  const seen: Record<string, (string | null)[]> = {}
  for (const path of [
    '/index.html',
    '/assets/app-a1b2c3.js',
    '/assets/app-a1b2c3.css',
    '/icon.svg',
    '/site.webmanifest',
  ]) {
    const reply = await get(path)
    expect(await reply.text()).toBe(files[path.slice(1)])
    seen[path] = [reply.headers.get('content-type'), reply.headers.get('cache-control')]
  }
  const forever = 'public, max-age=31536000, immutable'
  expect(seen).toEqual({
    '/index.html': ['text/html; charset=utf-8', 'no-cache'],
    '/assets/app-a1b2c3.js': ['text/javascript; charset=utf-8', forever],
    '/assets/app-a1b2c3.css': ['text/css; charset=utf-8', forever],
    '/icon.svg': ['image/svg+xml', 'no-cache'],
    '/site.webmanifest': ['application/manifest+json', 'no-cache'],
  })
})

test('nothing else leaves the folder, hidden or outside', async () => {
  using web = built(Object.keys(files))
  const get = serving(web.folder)
  const paths = [
    ...[
      '/notes.secret',
      '/.env',
      '/.well/index.html',
      '/assets',
      '/',
      '/../../etc/passwd',
      '/..%2f..%2fetc%2fpasswd',
    ],
    ...['/constructor', '/__proto__', '/assets/../.env', '/INDEX.HTML', '//index.html'],
  ]
  for (const path of paths) expect((await get(path)).status, path).toBe(404)
})

test('a file is packed as the browser can unpack it', async () => {
  using web = built(Object.keys(files))
  const get = serving(web.folder)
  const path = '/assets/app-a1b2c3.js'
  const brotli = await get(path, 'gzip, deflate, br')
  expect(brotli.headers.get('content-encoding')).toBe('br')
  expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe(
    files['assets/app-a1b2c3.js'],
  )
  const gzip = await get(path, 'gzip')
  expect(gzip.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toBe(files['assets/app-a1b2c3.js'])
  const plain = await get(path, 'zstd')
  expect(plain.headers.get('content-encoding')).toBeNull()
  for (const reply of [brotli, gzip, plain]) expect(reply.headers.get('vary')).toBe('Accept-Encoding')
})
