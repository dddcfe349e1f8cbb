import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accessEndpoints } from '@weerklank/core/access/access.contract'
import { type Sessions, sessionEndpoints } from '@weerklank/core/access/sessions.contract'
import type { RelationId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { signInAs } from '../test-factories.ts'
import { ownSignInEndpoints, pathOf, publicUrl } from '../test-member.ts'
import { account, browser, password, realWorkspace } from './browser.fixture.ts'

const { me } = accessEndpoints
const { session, sessions, endSession, endOtherSessions, lock } = sessionEndpoints
const { proveByPassword, changePassword } = sessionEndpoints
const minute = 60_000

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/604.1'

/** Someone who signed in at her desk and on her phone. */
async function onTwoDevices(app: TestApp) {
  const noor = await account(app)
  const [desk, phone] = [browser(app, firefox), browser(app, safari)]
  await desk.signIn(noor.email)
  app.clock.advance(minute)
  await phone.signIn(noor.email)
  return { noor, desk, phone }
}

test('one sees where one is signed in, in plain words, the last used first', async () => {
  await using app = await testApp()
  const { desk } = await onTwoDevices(app)
  app.clock.advance(5 * minute)
  await desk.ask(me)
  const listed = (await desk.ask(sessions)).body as Sessions
  expect(listed.sessions.map(({ device, current, lastUsedAt }) => [device, current, lastUsedAt])).toEqual([
    [{ browser: 'Firefox', system: 'Windows' }, true, '2026-11-19T08:06:00.000Z'],
    [{ browser: 'Safari', system: 'iPhone' }, false, '2026-11-19T08:01:00.000Z'],
  ])
  for (const one of listed.sessions) expect(desk.cookie()).not.toContain(one.id)
})

test('another device is signed out from here, and all others at once; never those of a colleague', async () => {
  await using app = await testApp()
  const { noor, desk, phone } = await onTwoDevices(app)
  const bram = browser(app)
  await bram.signIn((await account(app, { name: 'Bram' })).email)
  const all = ((await desk.ask(sessions)).body as Sessions).sessions
  const own = all.find((one) => one.current)?.id ?? ''
  const other = all.find((one) => !one.current)?.id ?? ''
  expect(await bram.ask(endSession, { params: { session: other } })).toMatchObject({ code: 'not-found' })
  expect(await desk.ask(endSession, { params: { session: own } })).toMatchObject({ code: 'invalid-input' })
  expect((await phone.ask(me)).status).toBe(200)
  const left = await desk.ask(endSession, { params: { session: other } })
  expect((left.body as Sessions).sessions.map((one) => one.id)).toEqual([own])
  expect(await phone.ask(me)).toMatchObject({ status: 401, code: 'not-signed-in' })
  expect(await desk.ask(endSession, { params: { session: other } })).toMatchObject({ code: 'not-found' })
  const more = [browser(app), browser(app)]
  for (const one of more) await one.signIn(noor.email)
  expect(((await desk.ask(endOtherSessions)).body as Sessions).sessions).toHaveLength(1)
  for (const one of more) expect(await one.ask(me)).toMatchObject({ code: 'not-signed-in' })
  expect((await desk.ask(me)).status).toBe(200)
  expect((await bram.ask(me)).status).toBe(200)
})

test('who signs in anew in the same browser gets a new secret, and the old one ends', async () => {
  await using app = await testApp()
  const noor = await account(app)
  const desk = browser(app)
  await desk.signIn(noor.email)
  const before = desk.cookie()
  await desk.signIn(noor.email)
  expect(desk.cookie()).not.toBe(before)
  expect((await app.as({ cookie: before }).refusal(me)).code).toBe('not-signed-in')
  expect(((await desk.ask(sessions)).body as Sessions).sessions).toHaveLength(1)
})

test('a session that was not used for half an hour is locked, until she shows that it is her', async () => {
  await using app = await testApp()
  await realWorkspace(app)
  const noor = await account(app)
  const desk = browser(app)
  await desk.signIn(noor.email)
  for (let i = 0; i < 3; i += 1) {
    app.clock.advance(29 * minute)
    expect((await desk.ask(me)).status).toBe(200)
  }
  app.clock.advance(31 * minute)
  expect(await desk.ask(me)).toMatchObject({ status: 403, code: 'session-locked' })
  // Asking does not unlock, nor does looking what is the matter.
  expect((await desk.ask(session)).body).toMatchObject({
    step: 'locked',
    ways: { password: true, totp: false },
  })
  expect(await desk.ask(sessions)).toMatchObject({ code: 'session-locked' })
  expect(await desk.ask(endOtherSessions)).toMatchObject({ code: 'session-locked' })
  expect(await desk.ask(proveByPassword, { body: { password: 'x' } })).toMatchObject({ code: 'proof-wrong' })
  expect(await desk.ask(me)).toMatchObject({ code: 'session-locked' })
  const before = desk.cookie()
  expect((await desk.ask(proveByPassword, { body: { password } })).body).toMatchObject({ step: 'open' })
  expect((await desk.ask(me)).status).toBe(200)
  expect((await app.as({ cookie: before }).refusal(me)).code).toBe('not-signed-in')
})

test('how long that takes is for the workspace to say; in a demo it never comes', async () => {
  await using app = await testApp()
  const noor = await account(app)
  const desk = browser(app)
  await desk.signIn(noor.email)
  app.clock.advance(26 * 60 * minute)
  expect((await desk.ask(me)).status).toBe(200)
  await realWorkspace(app, { idle_minutes: 5 })
  expect((await desk.ask(me)).status).toBe(200)
  app.clock.advance(6 * minute)
  expect(await desk.ask(me)).toMatchObject({ code: 'session-locked' })
})

test('a screen that only listens for changes is not in use, and hears nothing more once it is locked or ended', async () => {
  await using app = await testApp()
  const by = await app.professional()
  const [working, ended] = [await signInAs(app, by.user), await signInAs(app, by.user)]
  const relation = await app.relation({ by })
  await realWorkspace(app)
  const screens = await Promise.all([by.cookie, working, ended].map((cookie) => listening(app, cookie)))
  const [idle, used, gone] = screens.map((screen) => screen.changes)
  await app.invite({ in: { ...relation, by: { ...by, cookie: working } } })
  for (const changes of [idle, used, gone]) await expect.poll(() => changes?.()).toBeGreaterThan(0)
  await allTold(app)
  const heard = [idle, used, gone].map((changes) => changes?.() ?? 0)
  app.clock.advance(20 * minute)
  for (const cookie of [working, ended]) await app.as({ cookie }).call(me)
  // Opening the stream once more, as after a broken connection, is no use either.
  screens.push(await listening(app, by.cookie))
  app.clock.advance(11 * minute)
  expect((await app.as({ cookie: by.cookie }).refusal(me)).code).toBe('session-locked')
  await app.hono.request(`${publicUrl}/api/auth/sign-out`, {
    method: 'POST',
    headers: { cookie: ended, origin: publicUrl, 'content-type': 'application/json' },
    body: '{}',
  })
  await app.invite({ in: { ...relation, by: { ...by, cookie: working } } })
  await expect.poll(() => used?.()).toBe((heard[1] ?? 0) + 1)
  await allTold(app)
  expect([idle?.(), gone?.(), screens.at(-1)?.changes()]).toEqual([heard[0], heard[2], 0])
  expect((await app.as({ cookie: by.cookie }).request('GET', '/api/events')).status).toBe(403)
  for (const screen of screens) await screen.close()
})

/** Waits until what is still under way has been told: what is announced later is heard later, and a screen at once. */
async function allTold(app: TestApp): Promise<void> {
  const mark = app.world.newId<RelationId>()
  const heard: string[] = []
  const stop = app.hub.subscribe(app.workspace, ({ relation }) => heard.push(relation))
  app.hub.announce({ workspace: app.workspace, relation: mark })
  await expect.poll(() => heard).toContain(mark)
  stop()
  await new Promise((resolve) => setTimeout(resolve, 300))
}

/** A screen that listens; says how many changes it heard. */
async function listening(app: TestApp, cookie: string) {
  const response = await app.hono.request(`${publicUrl}/api/events`, { headers: { cookie } })
  expect(response.status).toBe(200)
  const reader = response.body?.getReader()
  if (reader === undefined) throw new Error('No stream')
  let text = ''
  const read = async (): Promise<void> => {
    const { value, done } = await reader.read()
    if (done) return
    text += Buffer.from(value).toString()
    await read()
  }
  void read().catch(() => undefined)
  await expect.poll(() => text).toContain('welcome')
  return { changes: () => text.split('event: change').length - 1, close: () => reader.cancel() }
}

test('who walks away locks it herself; no other session of hers is touched', async () => {
  await using app = await testApp()
  const { desk, phone } = await onTwoDevices(app)
  expect((await desk.ask(lock)).body).toMatchObject({ step: 'locked' })
  expect(await desk.ask(me)).toMatchObject({ code: 'session-locked' })
  expect((await phone.ask(me)).status).toBe(200)
  expect((await desk.ask(proveByPassword, { body: { password } })).body).toMatchObject({ step: 'open' })
})

test('a session that is locked while a request is under way stays locked', async () => {
  await using app = await testApp()
  const { desk } = await onTwoDevices(app)
  app.clock.advance(2 * minute)
  await Promise.all([desk.ask(me), desk.ask(lock), desk.ask(me), desk.ask(me)])
  expect(await desk.ask(me)).toMatchObject({ code: 'session-locked' })
})

test('guessing the password of a locked session ends after ten tries', async () => {
  await using app = await testApp()
  const { desk } = await onTwoDevices(app)
  await desk.ask(lock)
  const tries: number[] = []
  for (let i = 0; i < 11; i += 1) {
    tries.push((await desk.ask(proveByPassword, { body: { password: `x${i}` } })).status)
  }
  expect(tries).toEqual([...Array(10).fill(422), 429])
  expect((await desk.ask(proveByPassword, { body: { password } })).status).toBe(429)
})

test('whoever has no password hears the same as whoever types a wrong one', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const replies = [
    await app.as(noor).refusal(proveByPassword, { body: { password } }),
    await app.as(noor).refusal(sessionEndpoints.proveByCode, { body: { code: '123456' } }),
    await app.as(noor).refusal(sessionEndpoints.proveByCode, { body: { code: 'abcd-efgh-jkmn-pqrs' } }),
  ]
  expect(new Set(replies.map((one) => JSON.stringify(one))).size).toBe(1)
})

test('another password takes the old one away, and with it all other sessions', async () => {
  await using app = await testApp()
  const { noor, desk, phone } = await onTwoDevices(app)
  const next = 'een rode tractor in de mist'
  const change = (body: { current: string; next: string }) => desk.ask(changePassword, { body })
  expect(await change({ current: 'x', next })).toMatchObject({ status: 422, code: 'proof-wrong' })
  for (const [weak, fault] of [
    ['kort', 'too-short'],
    ['x'.repeat(201), 'too-long'],
    ['Welkom2026!!', 'too-common'],
    [noor.email, 'about-you'],
  ] as const) {
    const refused = await change({ current: password, next: weak })
    expect(refused.body, weak).toMatchObject({ error: { code: 'invalid-input', fields: { next: fault } } })
  }
  expect((await phone.ask(me)).status).toBe(200)
  expect((await change({ current: password, next })).body).toEqual({ done: true })
  expect(await phone.ask(me)).toMatchObject({ code: 'not-signed-in' })
  expect((await desk.ask(me)).status).toBe(200)
  expect((await phone.signIn(noor.email)).status).toBe(401)
  expect((await phone.signIn(noor.email, next)).status).toBe(200)
})

test('a password that leaked elsewhere is refused, where the administrator gave the list', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'leaks-'))
  const leaked = 'drie kleine kleutertjes'
  const path = join(folder, 'hashes.txt')
  writeFileSync(path, `${createHash('sha1').update(leaked).digest('hex').toUpperCase()}:12\n`)
  await using app = await testApp({ means: { breachedPasswords: path } })
  const noor = await account(app)
  const desk = browser(app)
  await desk.signIn(noor.email)
  const refused = await desk.ask(changePassword, { body: { current: password, next: leaked } })
  expect(refused.body).toMatchObject({ error: { code: 'invalid-input', fields: { next: 'leaked' } } })
  rmSync(folder, { recursive: true })
  // A list that is gone is no "fine": nothing is changed until it is back.
  const broken = await desk.ask(changePassword, {
    body: { current: password, next: 'vijf groene parapluies' },
  })
  expect(broken).toMatchObject({ status: 503, code: 'unavailable' })
})

test('to change the password, one has to have shown a short while ago who one is', async () => {
  await using app = await testApp()
  const { desk } = await onTwoDevices(app)
  app.clock.advance(16 * minute)
  const body = { current: password, next: 'een rode tractor in de mist' }
  expect(await desk.ask(changePassword, { body })).toMatchObject({ status: 403, code: 'proof-needed' })
})

const parts: Record<string, { params?: Record<string, string>; body?: Record<string, unknown> }> = {
  proveByCode: { body: { code: '123456' } },
  proveByPassword: { body: { password: 'x' } },
  proveByPasskey: { body: { ceremony: 'x'.repeat(43), response: { id: 'x' } } },
  endSession: { params: { session: 'x'.repeat(32) } },
  changePassword: { body: { current: 'x', next: 'y' } },
  confirmTotp: { body: { code: '123456' } },
  signInByPasskey: { body: { ceremony: 'x'.repeat(43), response: { id: 'x' } } },
  registerPasskey: { body: { ceremony: 'x'.repeat(43), name: 'Sleutel', response: { id: 'x' } } },
  removePasskey: { params: { passkey: 'x'.repeat(32) } },
  renamePasskey: { params: { passkey: 'x'.repeat(32) }, body: { name: 'Telefoon' } },
  linkSingleSignOn: { body: { to: '/' } },
}
const forEveryone = ['getPasskeySignInOptions', 'signInByPasskey']

test('of one’s own sign-in whoever is not signed in learns nothing', async () => {
  await using app = await testApp()
  for (const endpoint of ownSignInEndpoints.filter((one) => !forEveryone.includes(one.id))) {
    const { params = {}, body } = parts[endpoint.id] ?? {}
    for (const cookie of ['', 'weerklank.session_token=x.y']) {
      const path = pathOf(endpoint, { params } as never)
      const reply = await app.as({ cookie }).request(endpoint.method, path, body)
      expect([reply.status, reply.body], endpoint.id).toMatchObject([
        401,
        { error: { code: 'not-signed-in' } },
      ])
    }
  }
})

test('nothing of it is changed from another site, nor by a body that is none', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const send = (path: string, method: string, more: RequestInit) =>
    app.hono.request(publicUrl + path, {
      method,
      ...more,
      headers: { cookie: noor.cookie, 'content-type': 'application/json', ...more.headers },
    })
  for (const endpoint of ownSignInEndpoints.filter((one) => one.method !== 'GET')) {
    const { params = {}, body } = parts[endpoint.id] ?? {}
    const path = pathOf(endpoint, { params } as never)
    const ours = { 'x-weerklank': '1' }
    const foreign = await send(path, endpoint.method, { body: JSON.stringify(body ?? {}) })
    expect(foreign.status, endpoint.id).toBe(403)
    const elsewhere = {
      headers: { ...ours, origin: 'https://elders.example' },
      body: JSON.stringify(body ?? {}),
    }
    expect((await send(path, endpoint.method, elsewhere)).status, endpoint.id).toBe(403)
    if (endpoint.body === undefined) continue
    for (const wrong of ['', '{', '[]', JSON.stringify({ ...body, surprise: 1 })]) {
      const reply = await send(path, endpoint.method, { headers: ours, body: wrong })
      expect([400, 422], `${endpoint.id} ${wrong}`).toContain(reply.status)
    }
  }
})

test('of the auth library nothing is reached but signing in and out', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const closed = [
    ...['get-session', 'list-sessions', 'error', 'ok', 'reset-password/x', 'verify-email', 'callback/x'],
    ...['account-info', 'list-accounts', 'delete-user/callback', 'get-access-token'],
  ]
  for (const path of closed) {
    const reply = await app.hono.request(`${publicUrl}/api/auth/${path}`, {
      headers: { cookie: noor.cookie },
    })
    expect(reply.status, path).toBe(404)
  }
  const posts = [
    'change-password',
    'change-email',
    'update-user',
    'delete-user',
    'revoke-sessions',
    'sign-in/social',
  ]
  for (const path of [...posts, 'sign-up/email', 'request-password-reset', 'set-password', 'open-session']) {
    const headers = { cookie: noor.cookie, origin: publicUrl, 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: '{}' }
    expect((await app.hono.request(`${publicUrl}/api/auth/${path}`, init)).status, path).toBe(404)
  }
})

test('the secret of a session stands in its cookie and nowhere else', async () => {
  await using app = await testApp()
  const noor = await account(app)
  const desk = browser(app)
  const signedIn = await desk.signIn(noor.email)
  expect(await signedIn.json()).toEqual({ signedIn: true })
  const [secret = ''] = decodeURIComponent(desk.jar.get('weerklank.session_token') ?? '').split('.')
  expect(secret.length).toBeGreaterThanOrEqual(32)
  const shown = await Promise.all([session, sessions, me].map((one) => desk.ask(one)))
  for (const one of shown) expect(JSON.stringify(one.body)).not.toContain(secret)
  expect(app.logText()).not.toContain(secret)
})
