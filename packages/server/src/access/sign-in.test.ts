/** Signing in and out, with a real mail server. */
import { accessEndpoints } from '@weerklank/core/access/access.contract'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, test, vi } from 'vitest'
import { runStatements } from '../db/test-connection.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { cookiesOf } from '../test-factories.ts'
import { publicUrl } from '../test-member.ts'
import { demoLink } from '../test-running.ts'
import { addMember, asMaintenance, createAccount } from './accounts.ts'

const { me } = accessEndpoints
const password = 'correct horse battery'

afterEach(() => {
  vi.useRealTimers()
})

/** A mail server that keeps what it gets. */
async function mailServer() {
  const mails: { to: string[]; text: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const text = Buffer.concat(chunks).toString().replace(/=\r\n/g, '').replaceAll('=3D', '=')
        mails.push({ to: session.envelope.rcptTo.map((one) => one.address), text })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url: `smtp://127.0.0.1:${port}`, mails, close, [Symbol.asyncDispose]: close }
}

/** A member with an account that is no demo person. */
async function account(app: TestApp, of: { password?: string } = {}) {
  const email = `noor.${app.world.newId()}@praktijk.example`
  const user = await createAccount(app.signIn, { email, name: 'Noor', password: of.password ?? null })
  const place = { workspace: app.workspace, user, name: 'Noor', roles: ['professional' as const] }
  await asMaintenance(app.owner, (trx) => addMember(trx, app.world, place))
  return { email, user }
}

type Sent = { headers?: Record<string, string>; from?: string }

/** The library counts per address for the whole process: every test comes from an address of its own. */
const ownAddress = (app: TestApp) => {
  const [a, b, c] = Buffer.from(app.workspace.slice(-6), 'hex')
  return `10.${a}.${b}.${c}`
}

/** The socket of a request, as the HTTP server hands it on. */
const socket = (remoteAddress: string) => ({
  incoming: { socket: { remoteAddress, remotePort: 1, remoteFamily: 'IPv4' } },
})

const post = (app: TestApp, path: string, body: unknown, sent: Sent = {}) => {
  const headers = { 'content-type': 'application/json', origin: publicUrl, ...sent.headers }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  return app.hono.request(`${publicUrl}/api/auth${path}`, init, socket(sent.from ?? ownAddress(app)))
}

const askForLink = (app: TestApp, email: string, callbackURL = '/') =>
  post(app, '/sign-in/magic-link', { email, callbackURL })

/** The link in a mail. */
function linkIn(text = ''): string {
  const link = /http\S+magic-link\/verify\S+/.exec(text)?.[0]
  if (link === undefined) throw new Error(`No link in: ${text}`)
  return link
}

test('the right password opens, any wrong one and any unknown address say the same', async () => {
  await using app = await testApp()
  const { email } = await account(app, { password })
  const right = await post(app, '/sign-in/email', { email: email.toUpperCase(), password })
  expect(right.status).toBe(200)
  const cookie = cookiesOf(right)
  expect((await app.as({ cookie }).call(me)).member.name).toBe('Noor')
  const set = right.headers.getSetCookie().join('\n')
  expect(set).toMatch(/HttpOnly/i)
  expect(set).toMatch(/SameSite=Lax/i)
  expect(right.headers.get('cache-control')).toBe('no-store')
  const wrong = await post(app, '/sign-in/email', { email, password: `${password}!` })
  const unknown = await post(app, '/sign-in/email', { email: `x${email}`, password })
  const withoutPassword = await post(app, '/sign-in/email', { email: (await account(app)).email, password })
  const said = await Promise.all(
    [wrong, unknown, withoutPassword].map(async (one) => [one.status, await one.text()]),
  )
  expect(said[0]?.[0]).toBe(401)
  expect(said[1]).toEqual(said[0])
  expect(said[2]).toEqual(said[0])
  expect(wrong.headers.getSetCookie()).toEqual([])
})

test('a link in the mail opens once, for a quarter of an hour', async () => {
  await using smtp = await mailServer()
  await using app = await testApp({ smtpUrl: smtp.url })
  const { email } = await account(app)
  expect((await askForLink(app, email)).status).toBe(200)
  await expect.poll(() => smtp.mails.length).toBe(1)
  expect(smtp.mails[0]?.to).toEqual([email])
  expect(smtp.mails[0]?.text).toContain('Dag Noor,')
  const link = linkIn(smtp.mails[0]?.text)
  const opened = await app.hono.request(link)
  expect([opened.status, opened.headers.get('location')]).toEqual([302, `${publicUrl}/`])
  expect((await app.as({ cookie: cookiesOf(opened) }).call(me)).member.name).toBe('Noor')
  const again = await app.hono.request(link)
  expect(again.headers.getSetCookie()).toEqual([])
  expect(again.status).toBeLessThan(500)
  const token = new URL(link).searchParams.get('token') ?? 'none'
  expect(app.logText()).not.toContain(token)
})

test('a link from the mail that lay too long opens nothing', async () => {
  await using app = await testApp()
  const { email } = await account(app)
  await askForLink(app, email)
  await expect.poll(() => app.mails.length).toBe(1)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * 60_000 + 1_000 })
  const late = await app.hono.request(linkIn(app.mails[0]?.text))
  expect(late.headers.getSetCookie()).toEqual([])
})

test('an unknown address gets the same answer and no mail', async () => {
  await using smtp = await mailServer()
  await using app = await testApp({ smtpUrl: smtp.url })
  const { email } = await account(app)
  const unknown = await askForLink(app, `onbekend.${email}`)
  const known = await askForLink(app, email)
  expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()])
  await expect.poll(() => smtp.mails.length).toBe(1)
  expect(smtp.mails[0]?.to).toEqual([email])
})

test('a mail server that is away is our worry: the answer is the same, the log holds no address and no link', async () => {
  const smtp = await mailServer()
  await smtp.close()
  await using app = await testApp({ smtpUrl: smtp.url })
  const { email } = await account(app)
  expect((await askForLink(app, email)).status).toBe(200)
  await expect
    .poll(() => app.log.map((line) => line.message))
    .toEqual(['A mail could not be handed to the mail server'])
  expect(app.logText()).not.toContain(email)
  expect(app.logText()).not.toContain('magic-link')
})

test('of the link only a hash is kept, and of where someone works nothing', async () => {
  await using app = await testApp({ ownDatabase: true })
  const { email } = await account(app)
  await askForLink(app, email)
  await expect.poll(() => app.mails.length).toBe(1)
  const link = linkIn(app.mails[0]?.text)
  const token = new URL(link).searchParams.get('token') ?? 'none'
  const rows = await runStatements(app.database.owner, 'select * from auth.verification')
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(token)
  await app.hono.request(link)
  const sessions = await runStatements(app.database.owner, 'select "ipAddress" from auth.session')
  expect(sessions).toEqual([{ ipAddress: '' }])
})

test('whoever signs out is out, with every copy of the cookie', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const out = await post(app, '/sign-out', {}, { headers: { cookie: noor.cookie } })
  expect(out.status).toBe(200)
  expect(await app.as(noor).refusal(me)).toMatchObject({ code: 'not-signed-in' })
})

test('the one-click link opens only for people of the demo, and only with the key of this start', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const real = await account(app)
  const tries = [
    demoLink(real.user, app.demoKey),
    demoLink(noor.user, 'x'),
    demoLink(noor.user, `${app.demoKey}x`),
    demoLink('nobody', app.demoKey),
    `${publicUrl}/api/auth/demo/${noor.user}`,
  ]
  for (const url of tries) {
    const reply = await app.hono.request(url)
    expect(reply.headers.getSetCookie(), url).toEqual([])
    expect(reply.status).toBeLessThan(500)
  }
  const opened = await app.hono.request(demoLink(noor.user, app.demoKey))
  expect([opened.status, opened.headers.get('location')]).toEqual([302, '/'])
})

test('nobody makes an account by herself', async () => {
  await using app = await testApp()
  const reply = await post(app, '/sign-up/email', { email: 'eva@praktijk.example', password, name: 'Eva' })
  expect(reply.status).toBeGreaterThanOrEqual(400)
  expect(reply.status).toBeLessThan(500)
  expect(reply.headers.getSetCookie()).toEqual([])
  const link = await askForLink(app, 'eva@praktijk.example')
  expect(link.status).toBe(200)
  expect(app.mails).toEqual([])
})

test('guessing is slowed down, whatever address the sender writes in its headers', async () => {
  await using app = await testApp()
  const statuses: number[] = []
  for (let i = 0; i < 12; i++) {
    const headers = {
      'x-forwarded-for': `10.0.0.${i}`,
      'x-weerklank-address': `10.0.1.${i}`,
      'x-real-ip': `10.0.2.${i}`,
    }
    // No address at all costs no hash, and counts.
    const reply = await post(app, '/sign-in/email', { email: 'noor', password }, { headers })
    statuses.push(reply.status)
  }
  expect(statuses.slice(0, 10).filter((status) => status === 429)).toEqual([])
  expect(statuses.slice(10)).toEqual([429, 429])
  const neighbour = { email: 'noor', password }
  expect((await post(app, '/sign-in/email', neighbour, { from: '192.0.2.1' })).status).not.toBe(429)
  const links: number[] = []
  for (let i = 0; i < 6; i++) links.push((await askForLink(app, 'noor@praktijk.example')).status)
  expect(links).toEqual([200, 200, 200, 200, 200, 429])
})

test('another website can neither sign anyone in nor send her on', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const headers = { origin: 'https://elders.example', cookie: noor.cookie }
  const signIn = await post(app, '/sign-in/email', { email: noor.email, password }, { headers })
  expect([signIn.status, signIn.headers.getSetCookie()]).toEqual([403, []])
  expect((await post(app, '/sign-out', {}, { headers })).status).toBe(403)
  expect((await app.as(noor).call(me)).member.name).toBe('Noor')
  const elsewhere = await askForLink(app, noor.email, 'https://elders.example/')
  expect(elsewhere.status).toBe(403)
  expect(app.mails).toEqual([])
})

test('too much, or nothing readable, is refused', async () => {
  await using app = await testApp()
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(4_096).fill(32)),
  })
  for (const body of [endless, JSON.stringify({ email: 'a@b.example', password: 'x'.repeat(20_000) })]) {
    const headers = { 'content-type': 'application/json', origin: publicUrl }
    const init = { method: 'POST', headers, body, duplex: 'half' as const }
    expect((await app.hono.request(`${publicUrl}/api/auth/sign-in/email`, init)).status).toBe(413)
  }
  for (const body of [
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{"email":{},"password":[]}',
    '{"email":"\\u0000","password":"x"}',
  ]) {
    for (const path of ['/sign-in/email', '/sign-in/magic-link', '/sign-out', '/no-such-thing']) {
      const reply = await app.hono.request(`${publicUrl}/api/auth${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: publicUrl },
        body,
      })
      expect(reply.status, `${path} ${body}`).toBeGreaterThanOrEqual(200)
      expect(reply.status, `${path} ${body}`).toBeLessThan(500)
    }
  }
})

const hour = 3_600_000
const day = 24 * hour

test.each([
  ['an hour on', hour, true],
  ['an hour back', -hour, true],
  ['six days on', 6 * day, true],
  ['a year back', -365 * day, true],
  ['eight days on', 8 * day, false],
  ['a year on', 365 * day, false],
])('a session when the clock jumps %s', async (_, jump, lives) => {
  await using app = await testApp()
  const noor = await app.professional()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + jump })
  const reply = await app.as(noor).request('GET', '/api/me')
  expect(reply.status).toBe(lives ? 200 : 401)
})
