/** Every page, whoever serves it, judged by what its policy lets happen. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { buildApp } from '../app.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'
import { noncePlace } from './app-page.ts'
import { securityHeaders } from './security-headers.ts'
import { readWebFiles } from './static-files.ts'

const builtPage = `<!doctype html><script type="module" src="/assets/a.js" nonce="${noncePlace}"></script><link rel="stylesheet" href="/assets/a.css">`

/** The application with a web app in it, as Vite builds it. */
function withWeb(app: TestApp) {
  const folder = mkdtempSync(join(tmpdir(), 'wk-headers-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), builtPage)
  writeFileSync(join(folder, 'assets', 'a.js'), '1')
  const web = readWebFiles(folder)
  rmSync(folder, { recursive: true })
  const { db, signIn, signInMeans, hub, world, content, stopping } = app
  return buildApp({
    ...{
      db,
      signIn,
      signInMeans,
      hub,
      world,
      content,
      publicUrl,
      web,
      version: '0.0.0',
      stopping: stopping.signal,
    },
    ...{ log: app.logger, signInOptions: async () => ({ password: true, magicLink: false, demo: [] }) },
  })
}

type Policy = Readonly<Record<string, readonly string[]>>

function parse(policy: string): Policy {
  const directives = policy.split(';').map((part) => part.trim().split(/\s+/))
  const names = directives.map(([name]) => name)
  // The second of a name is ignored by browsers: what it says would only seem to hold.
  expect(new Set(names).size).toBe(names.length)
  return Object.fromEntries(directives.map(([name = '', ...values]) => [name, values]))
}

const neverIn = /unsafe-|^\*$|^https?:|^\/\/|^blob:|^wss?:|\*/

/** All that a page's policy forgets, and every part of the page that the policy would not let run. */
function findings(policy: Policy, page: string): string[] {
  const found = Object.entries(policy).flatMap(([name, values]) =>
    values.filter((value) => neverIn.test(value)).map((value) => `${name} allows ${value}`),
  )
  const nothing = ['default-src', 'base-uri', 'frame-ancestors']
  found.push(...nothing.filter((name) => policy[name]?.join() !== "'none'").map((name) => `${name} is open`))
  if (policy['form-action']?.join() !== "'self'") found.push('forms go anywhere')
  if (policy['require-trusted-types-for']?.join() !== "'script'") found.push('text becomes markup')
  if (policy['trusted-types'] === undefined) found.push('any script may make a policy')
  if (policy['script-src']?.includes("'self'")) found.push('every file of ours may be a script')
  if (/\son\w+=|javascript:|<style[^>]*\ssrc|\sstyle=/i.test(page)) found.push('something inline')
  for (const [, attributes = '', text = ''] of page.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    // Data for the script: never run, so no policy asks about it.
    if (/type="?application\/json/.test(attributes)) continue
    const nonce = /nonce="([^"]+)"/.exec(attributes)?.[1]
    const source = nonce === undefined ? `'sha256-${sha256(text)}'` : `'nonce-${nonce}'`
    if (!policy['script-src']?.includes(source)) found.push('a script that may not run')
  }
  for (const [, text = ''] of page.matchAll(/<style>([\s\S]*?)<\/style>/g)) {
    if (!policy['style-src']?.includes(`'sha256-${sha256(text)}'`)) found.push('a style that does not count')
  }
  return found
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64')

/** Every address of which the application knows, with something in its places. */
function addresses(hono: Hono): string[] {
  const paths = hono.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
  const filled = paths.map((path) => path.replace(/:\w+(\{[^}]*\})?/g, 'x').replace(/\*/g, 'x'))
  return [...new Set(filled)]
}

test('every page there is forbids what it does not need, and lets run only what stands in it', async () => {
  await using app = await testApp()
  const hono = withWeb(app)
  const { link } = await app.invite()
  const answered = await app.answer()
  const known = ['/', '/index.html', '/inloggen', '/no/such/page', link.path, `${link.path}/not-now`]
  const gets = [...known, answered.link.path, ...addresses(hono)]
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const html = { accept: 'text/html' }
  const replies = [
    ...gets.map((path) => hono.request(publicUrl + path, { headers: html })),
    // A form that can be mended, one that is too large, one that is none, a link that is none.
    hono.request(publicUrl + link.path, { method: 'POST', headers: { ...html, ...form }, body: 'key=1' }),
    hono.request(publicUrl + link.path, {
      method: 'POST',
      headers: { ...html, ...form },
      body: 'a='.repeat(90_000),
    }),
    hono.request(publicUrl + link.path, { method: 'POST', headers: html, body: '{}' }),
    hono.request(`${publicUrl}/f/x/renew`, { method: 'POST', headers: html }),
  ]
  let pages = 0
  for (const reply of await Promise.all(replies)) {
    if (!reply.headers.get('content-type')?.startsWith('text/html')) continue
    pages++
    const page = await reply.text()
    const policy = parse(reply.headers.get('content-security-policy') ?? '')
    expect(findings(policy, page), page.slice(0, 200)).toEqual([])
    expect(reply.headers.get('cache-control')).toBe('no-store')
  }
  expect(pages).toBeGreaterThanOrEqual(11)
})

test('a nonce is for one answer only', async () => {
  await using app = await testApp()
  const hono = withWeb(app)
  const nonce = async () => {
    const page = await (await hono.request(publicUrl)).text()
    expect(page).not.toContain(noncePlace)
    return /nonce="([\w-]{22})"/.exec(page)?.[1]
  }
  const nonces = await Promise.all([nonce(), nonce(), nonce()])
  expect(new Set(nonces).size).toBe(3)
  expect(nonces).not.toContain(undefined)
})

test('what is no page can do nothing when it is opened by itself', async () => {
  await using app = await testApp()
  const hono = withWeb(app)
  for (const path of [
    '/api/me',
    '/api/openapi.json',
    '/metrics',
    '/assets/a.js',
    '/nothing.html',
    '/api/auth/error',
  ]) {
    const reply = await hono.request(publicUrl + path)
    if (reply.headers.get('content-type')?.startsWith('text/html')) continue
    const policy = parse(reply.headers.get('content-security-policy') ?? '')
    expect(policy, path).toEqual({
      ...{ 'default-src': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'none'"] },
      ...{ 'frame-ancestors': ["'none'"], sandbox: [] },
    })
  }
})

test('nothing says which programs answer, and no phone is asked for what a page does not need', async () => {
  await using app = await testApp()
  const hono = withWeb(app)
  for (const path of ['/', '/api/me', '/f/x', '/api/auth/get-session', '/metrics']) {
    const { headers } = await hono.request(publicUrl + path)
    for (const name of ['server', 'x-powered-by', 'via', 'x-runtime'])
      expect(headers.get(name), path).toBeNull()
    const features = (headers.get('permissions-policy') ?? '').split(', ').map((part) => part.split('='))
    for (const [feature, allowed] of features) expect(['()', '(self)'], feature).toContain(allowed)
    const closed = features.filter(([, allowed]) => allowed === '()').map(([feature]) => feature)
    const asked = [
      'camera',
      'microphone',
      'geolocation',
      'usb',
      'bluetooth',
      'payment',
      'display-capture',
      'hid',
    ]
    expect(closed).toEqual(expect.arrayContaining(asked))
    expect(headers.get('x-frame-options')).toBe('DENY')
  }
})

test('TLS is promised for the future only where there is TLS now', async () => {
  const promised = async (url: string) => {
    const app = new Hono().use(securityHeaders(url)).get('/', (c) => c.text('ok'))
    return (await app.request('/')).headers.get('strict-transport-security')
  }
  expect(await promised('http://weerklank.example')).toBeNull()
  expect(await promised('https://weerklank.example')).toBe('max-age=63072000')
})
