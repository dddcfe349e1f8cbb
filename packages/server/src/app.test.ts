/** The whole application: what goes for every address, and for those that lead nowhere. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { errorText } from '@weerklank/core/shared/errors'
import { expect, test } from 'vitest'
import { buildApp } from './app.ts'
import { readWebFiles } from './http/static-files.ts'
import { type TestApp, testApp } from './test-app.ts'
import { publicUrl } from './test-member.ts'

/** The application with a built web app in it. */
function withWeb(app: TestApp) {
  const folder = mkdtempSync(join(tmpdir(), 'wk-app-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Weerklank</title>')
  writeFileSync(join(folder, 'assets', 'app-1.js'), '1')
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

test('every page address gives the web app, which shows itself what does not exist', async () => {
  await using app = await testApp()
  const hono = withWeb(app)
  for (const path of ['/', '/inloggen', '/samenwerkingen/1', '/no/such/page']) {
    const reply = await hono.request(publicUrl + path)
    expect([reply.status, reply.headers.get('content-type')], path).toEqual([200, 'text/html; charset=utf-8'])
  }
  for (const path of ['/assets/none.js', '/favicon.ico', '/index.php', '/.env']) {
    const reply = await hono.request(publicUrl + path)
    expect([reply.status, reply.headers.get('content-type')], path).toEqual([404, 'application/json'])
  }
})

test('an address of the interface that leads nowhere says so in its own form, for every method', async () => {
  await using app = await testApp()
  const hono = withWeb(app)
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    for (const path of ['/api', '/api/', '/api/nothing', '/api/relations/1/2/3']) {
      const reply = await hono.request(publicUrl + path, { method })
      if (path === '/api' && method === 'GET') continue
      expect([reply.status, await reply.json()], `${method} ${path}`).toEqual([
        404,
        { error: { code: 'not-found', message: errorText('not-found', 'nl') } },
      ])
    }
  }
})

test('a method that an address does not know is refused', async () => {
  await using app = await testApp()
  const { by, id } = await app.relation()
  for (const method of ['PATCH', 'DELETE', 'POST', 'OPTIONS', 'TRACE-ME']) {
    const reply = await app.hono.request(`${publicUrl}/api/relations/${id}`, {
      method,
      headers: { cookie: by.cookie, 'x-weerklank': '1' },
    })
    expect(reply.status, method).toBe(404)
  }
})

test('every answer forbids to be framed, guessed at or traced back', async () => {
  await using app = await testApp()
  const hono = withWeb(app)
  const { link } = await app.invite()
  const paths = [
    '/',
    '/api/me',
    '/api/nothing',
    '/healthz',
    '/metrics',
    '/api/openapi.json',
    link.path,
    '/f/x',
    '/api/auth/get-session',
  ]
  for (const path of paths) {
    const headers = Object.fromEntries((await hono.request(publicUrl + path)).headers)
    expect(headers, path).toMatchObject({
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
    // Nobody else's page may read an answer.
    expect(headers['access-control-allow-origin'], path).toBeUndefined()
  }
})

test('refusals are said in English to whose browser asks for it, in Dutch to all others', async () => {
  await using app = await testApp()
  const said = async (language: string) => {
    const reply = await app.hono.request(`${publicUrl}/api/me`, { headers: { 'accept-language': language } })
    return ((await reply.json()) as { error: { message: string } }).error.message
  }
  const dutch = errorText('not-signed-in', 'nl')
  const english = errorText('not-signed-in', 'en')
  expect(await Promise.all(['nl', '', 'de', 'nl, en', 'english'].map(said))).toEqual(Array(5).fill(dutch))
  expect(await Promise.all(['en', 'en-GB, nl;q=0.5', 'EN'].map(said))).toEqual(Array(3).fill(english))
})

test('a member who asks without end is slowed down, her colleague is not', async () => {
  await using app = await testApp()
  const [noor, bram] = [await app.professional(), await app.professional({ name: 'Bram' })]
  const statuses = new Map<number, number>()
  const ask = async () => (await app.as(noor).request('GET', '/api/relations/1')).status
  for (let i = 0; i < 5; i++) {
    for (const status of await Promise.all(Array.from({ length: 241 }, ask))) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
  }
  expect(statuses).toEqual(
    new Map([
      [404, 1_200],
      [429, 5],
    ]),
  )
  expect((await app.as(noor).request('GET', '/api/me')).headers.get('retry-after')).toBe('60')
  expect((await app.as(bram).request('GET', '/api/me')).status).toBe(200)
  app.clock.advance(60_000)
  expect((await app.as(noor).request('GET', '/api/me')).status).toBe(200)
})

test('asking only for the head of the stream leaves nothing open', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  let listening = 0
  const { subscribe } = app.hub
  app.hub.subscribe = (...of) => {
    listening++
    const stop = subscribe(...of)
    return () => {
      listening--
      stop()
    }
  }
  const reply = await app.as(noor).request('HEAD', '/api/events')
  expect([reply.status, listening]).toEqual([200, 0])
})

test('a very long address is no fault of ours', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  for (const path of [
    `/api/${'a'.repeat(100_000)}`,
    `/f/${'a'.repeat(100_000)}`,
    `/${'%F0%9F%8C%B1'.repeat(10_000)}`,
  ]) {
    expect((await app.as(noor).request('GET', path)).status).toBe(404)
  }
  expect((await app.as(noor).request('GET', `/api/relations?${'a=1&'.repeat(20_000)}`)).status).toBe(200)
})
