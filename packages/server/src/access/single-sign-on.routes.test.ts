import { accessEndpoints } from '@weerklank/core/access/access.contract'
import { sessionEndpoints } from '@weerklank/core/access/sessions.contract'
import { singleSignOnEndpoints } from '@weerklank/core/access/single-sign-on.contract'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'
import { account, type Browser, browser, realWorkspace } from './browser.fixture.ts'
import { type Account, freePort, openIdProvider, settingsFor, walk } from './provider.fixture.ts'
import type { SingleSignOnSettings } from './single-sign-on.config.ts'
import { ownPage, singleSignOnStart } from './single-sign-on.routes.ts'
import { callbackPath } from './single-sign-on.ts'

const { me, signInOptions } = accessEndpoints
const { session } = sessionEndpoints
const refused = '/inloggen?sso=refused'
const unavailable = '/inloggen?sso=unavailable'

/** An application and its provider, which close themselves. */
async function house(
  more: Partial<SingleSignOnSettings> = {},
  kind: Parameters<typeof openIdProvider>[1] = {},
) {
  const port = await freePort()
  const provider = await openIdProvider(port, kind)
  const app = await testApp({ means: { singleSignOn: settingsFor(port, more) } })
  const close = async () => {
    await app[Symbol.asyncDispose]()
    await provider.close()
  }
  return { app, provider, port, [Symbol.asyncDispose]: close }
}

const known = (email: string, more: Partial<Account> = {}): Account => ({
  ...{ sub: 'b6f1', claims: { email, email_verified: true, name: 'Noor', phone: '06' } },
  ...more,
})

const locationOf = (response: Response) => response.headers.get('location') ?? ''

/** All the way: to the provider, in there, and back. Gives where one is sent in the end. */
async function travel(of: Browser, start = singleSignOnStart): Promise<string> {
  const out = await of.go(start)
  if (!locationOf(out).startsWith('http://127')) return locationOf(out)
  return locationOf(await of.go(await walk(locationOf(out))))
}

test.each([
  { tells: 'userinfo', auth: 'client_secret_post' },
  { tells: 'id-token', auth: 'client_secret_basic' },
] as const)(
  'who has an account comes in, by her address once and by her own name at the provider for ever (%o)',
  async (kind) => {
    await using all = await house({}, kind)
    const noor = await account(all.app, { password: null })
    all.provider.as(known(noor.email.toUpperCase()))
    const desk = browser(all.app)
    expect(await travel(desk, '/api/sign-in/single-sign-on?to=%2Fsamenwerkingen%3Fopen%3D1')).toBe(
      `${publicUrl}/samenwerkingen?open=1`,
    )
    expect((await desk.ask(me)).body).toMatchObject({ member: { id: noor.member } })
    expect([...desk.jar.keys()]).toEqual(['weerklank.session_token'])
    // She married, or the organisation changed its name: her account stays hers.
    for (const email of ['noor.nieuw@elders.example', undefined]) {
      all.provider.as({ sub: 'b6f1', claims: { email, email_verified: false } })
      const later = browser(all.app)
      expect(await travel(later)).toBe(`${publicUrl}/`)
      expect((await later.ask(me)).body).toMatchObject({ member: { id: noor.member } })
    }
  },
)

test('an address that was given to someone else does not open the account of the one who left', async () => {
  await using all = await house()
  const noor = await account(all.app, { password: null })
  all.provider.as(known(noor.email))
  expect(await travel(browser(all.app))).toBe(`${publicUrl}/`)
  all.provider.as(known(noor.email, { sub: 'new-colleague' }))
  const other = browser(all.app)
  expect(await travel(other)).toBe(refused)
  expect(other.cookie()).toBe('')
})

test('whoever nobody invited gets one answer, whatever the provider says of her', async () => {
  await using all = await house()
  const noor = await account(all.app, { password: null })
  const strangers: Account[] = [
    known('onbekend@praktijk.example'),
    { sub: 'x1', claims: { email: noor.email, email_verified: false } },
    { sub: 'x2', claims: { email: noor.email } },
    { sub: 'x3', claims: { email: noor.email, email_verified: 'yes', xms_edov: false } },
    { sub: 'x4', claims: {} },
    { sub: noor.user, claims: { name: noor.email } },
  ]
  for (const one of strangers) {
    all.provider.as(one)
    const eva = browser(all.app)
    expect(await travel(eva), JSON.stringify(one)).toBe(refused)
    expect(eva.cookie()).toBe('')
  }
  // No account came of it, and of who tried nothing is written down.
  expect(all.app.logText()).not.toContain('praktijk.example')
  expect(all.app.log.filter((line) => line.level === 'error')).toEqual([])
  expect(all.app.mails).toEqual([])
})

test.each([
  ['that its domain is the organisation’s', {}, { xms_edov: true }],
  ['nothing, where the organisation says so for it', { trustsEmail: true }, {}],
])('an address counts when the provider says %s', async (_, settings, claims) => {
  await using all = await house(settings)
  const noor = await account(all.app, { password: null })
  all.provider.as({ sub: 'b6f1', claims: { email: noor.email, ...claims } })
  expect(await travel(browser(all.app))).toBe(`${publicUrl}/`)
})

test('a provider answers for the people of its own workspace only', async () => {
  const port = await freePort()
  await using provider = await openIdProvider(port)
  await using linde = await testApp()
  const elsewhere = await linde.otherWorkspace('De Eik')
  const settings = settingsFor(port, { workspace: elsewhere })
  await using app = await testApp({ means: { singleSignOn: settings } })
  const noor = await account(app, { password: null })
  provider.as(known(noor.email))
  expect(await travel(browser(app))).toBe(refused)
  const ilse = await account({ ...app, workspace: elsewhere } as TestApp, { name: 'Ilse', password: null })
  provider.as(known(ilse.email, { sub: 'ilse' }))
  expect(await travel(browser(app))).toBe(`${publicUrl}/`)
})

test('a provider that is away at the start is there as soon as it is', async () => {
  const port = await freePort()
  await using app = await testApp({ means: { singleSignOn: settingsFor(port) } })
  const noor = await account(app, { password: null })
  expect(await travel(browser(app))).toBe(unavailable)
  const provider = await openIdProvider(port)
  provider.as(known(noor.email))
  const desk = browser(app)
  const out = locationOf(await desk.go(singleSignOnStart))
  const back = await walk(out)
  await provider.close()
  // Away again just as she comes back.
  expect(locationOf(await desk.go(back))).toBe(unavailable)
  expect(desk.cookie()).toBe('')
  await using again = await openIdProvider(port)
  again.as(known(noor.email))
  expect(await travel(desk)).toBe(`${publicUrl}/`)
  // Whoever signs in otherwise did not notice.
  expect(app.log.filter((line) => line.level === 'error')).toEqual([])
})

test('the request asks for as little as can be, and cannot be guessed', async () => {
  await using all = await house()
  const urls = await Promise.all(
    [1, 2].map(async () => new URL(locationOf(await browser(all.app).go(singleSignOnStart)))),
  )
  for (const url of urls) {
    expect(url.searchParams.get('scope')).toBe('openid email profile')
    expect(url.searchParams.get('code_challenge_method')).toBe('S256')
    expect(url.searchParams.get('redirect_uri')).toBe(publicUrl + callbackPath)
    expect(url.searchParams.get('response_type')).toBe('code')
  }
  for (const secret of ['state', 'nonce', 'code_challenge']) {
    expect(new Set(urls.map((url) => url.searchParams.get(secret)?.slice(0, 43))).size, secret).toBe(2)
    expect(urls[0]?.searchParams.get(secret)?.length, secret).toBeGreaterThanOrEqual(43)
  }
  const out = await browser(all.app).go(singleSignOnStart)
  const [cookie = ''] = out.headers.getSetCookie()
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  expect(out.headers.get('cache-control')).toBe('no-store')
  const state = new URL(locationOf(out)).searchParams.get('state') ?? 'none'
  expect(Buffer.from(cookie, 'base64url').toString('latin1')).not.toContain(state)
})

type Tamper = { out?: (url: URL) => void; back?: (url: URL) => void; jar?: (of: Browser) => void }

test.each([
  ['another nonce', { out: (url) => url.searchParams.set('nonce', 'x'.repeat(43)) }],
  ['no nonce', { out: (url) => url.searchParams.delete('nonce') }],
  ['another state', { back: (url) => url.searchParams.set('state', 'x'.repeat(43)) }],
  ['no state', { back: (url) => url.searchParams.delete('state') }],
  ['another challenge', { out: (url) => url.searchParams.set('code_challenge', 'x'.repeat(43)) }],
  ['an invented code', { back: (url) => url.searchParams.set('code', 'x'.repeat(43)) }],
  ['an error of the provider', { back: (url) => url.searchParams.set('error', 'access_denied') }],
  ['another issuer', { back: (url) => url.searchParams.set('iss', 'https://elders.example') }],
  ['the cookie of nobody', { jar: (of) => of.jar.clear() }],
  ['a forged cookie', { jar: (of) => of.jar.set('weerklank.single-sign-on', 'A'.repeat(80)) }],
] as [string, Tamper][])(
  'with %s nobody comes in',
  async (_, { out = () => {}, back = () => {}, jar = () => {} }) => {
    await using all = await house()
    const noor = await account(all.app, { password: null })
    all.provider.as(known(noor.email))
    const desk = browser(all.app)
    const there = new URL(locationOf(await desk.go(singleSignOnStart)))
    out(there)
    const here = new URL(await walk(there.href))
    back(here)
    jar(desk)
    expect(locationOf(await desk.go(here.href))).toBe(refused)
    expect(desk.cookie()).toBe('')
  },
)

test('what came back once does not count twice, for another browser, or too late', async () => {
  await using all = await house()
  const noor = await account(all.app, { password: null })
  all.provider.as(known(noor.email))
  const [desk, thief] = [browser(all.app), browser(all.app)]
  const back = await walk(locationOf(await desk.go(singleSignOnStart)))
  await thief.go(singleSignOnStart)
  expect(locationOf(await thief.go(back))).toBe(refused)
  expect(locationOf(await desk.go(back))).toBe(`${publicUrl}/`)
  expect(locationOf(await desk.go(back))).toBe(refused)
  const late = await walk(locationOf(await thief.go(singleSignOnStart)))
  all.app.clock.advance(10 * 60_000 + 1)
  expect(locationOf(await thief.go(late))).toBe(refused)
})

test.each([
  ['/', '/'],
  ['/samenwerkingen/1?a=b#c', '/samenwerkingen/1?a=b#c'],
  ['', '/'],
  ['https://elders.example/', '/'],
  ['//elders.example', '/'],
  ['/\\elders.example', '/'],
  ['\\\\elders.example', '/'],
  ['/.//elders.example', '//elders.example'],
  ['/\t/elders.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/api/auth/demo/x?key=y', '/'],
  ['//api/x', '/'],
  ['/./api/auth/sign-out', '/'],
  ['weerklank.test.elders.example', '/'],
])('from "%s" one comes back to our own "%s"', (to, page) => {
  expect(ownPage(publicUrl, to)).toBe(publicUrl + page)
})

test('where the organisation asks for a second factor, it is that of the provider, if it asked for one', async () => {
  await using all = await house()
  const noor = await account(all.app, { password: null })
  all.provider.as(known(noor.email))
  await travel(browser(all.app))
  await realWorkspace(all.app, { second_factor_required: true })
  const once = browser(all.app)
  await travel(once)
  expect((await once.ask(session)).body).toMatchObject({ step: 'set-up-second-factor' })
  all.provider.as(known(noor.email, { amr: ['pwd', 'mfa'] }))
  const twice = browser(all.app)
  await travel(twice)
  expect((await twice.ask(session)).body).toMatchObject({ step: 'open' })
})

test('a provider that always asks for a second factor can be believed', async () => {
  await using all = await house({ trustsSecondFactor: true })
  const noor = await account(all.app, { password: null })
  all.provider.as(known(noor.email))
  await realWorkspace(all.app, { second_factor_required: true })
  const desk = browser(all.app)
  await travel(desk)
  expect((await desk.ask(session)).body).toMatchObject({ step: 'open' })
})

test('whoever is signed in links the account of her organisation herself, whatever its address', async () => {
  await using all = await house()
  const noor = await account(all.app)
  all.provider.as({ sub: 'b6f1', claims: { email: 'n.vandam@hogeschool.example' } })
  const desk = browser(all.app)
  await desk.signIn(noor.email)
  const { link } = singleSignOnEndpoints
  const asked = await desk.ask(link, { body: { to: '/instellingen' } })
  const { url } = asked.body as { url: string }
  expect(locationOf(await desk.go(await walk(url)))).toBe(`${publicUrl}/instellingen`)
  const elsewhere = browser(all.app)
  expect(await travel(elsewhere)).toBe(`${publicUrl}/`)
  expect((await elsewhere.ask(me)).body).toMatchObject({ member: { id: noor.member } })
  expect((await elsewhere.ask(session)).body).toMatchObject({ ways: { singleSignOn: true } })
  // Linked to Noor, it cannot be linked to Bram as well.
  const bram = browser(all.app)
  await bram.signIn((await account(all.app, { name: 'Bram' })).email)
  const again = (await bram.ask(link, { body: { to: '/' } })).body as { url: string }
  expect(locationOf(await bram.go(await walk(again.url)))).toBe(refused)
  expect((await bram.ask(me)).body).toMatchObject({ member: { name: 'Bram' } })
})

test('a link that was begun is finished by the same person, still signed in, or not at all', async () => {
  await using all = await house()
  const noor = await account(all.app)
  all.provider.as({ sub: 'of-a-stranger', claims: {} })
  const desk = browser(all.app)
  await desk.signIn(noor.email)
  const { url } = (await desk.ask(singleSignOnEndpoints.link, { body: { to: '/' } })).body as { url: string }
  const back = await walk(url)
  await desk.ask(sessionEndpoints.lock)
  expect(locationOf(await desk.go(back))).toBe(refused)
  expect(await travel(browser(all.app))).toBe(refused)
})

test('without a provider there is nothing to go to, and nothing on the sign-in page', async () => {
  await using app = await testApp()
  const desk = browser(app)
  expect((await desk.go(singleSignOnStart)).status).toBe(404)
  expect((await desk.go(callbackPath)).status).toBe(404)
  expect((await app.as(null).call(signInOptions)).singleSignOn).toBeNull()
  await using all = await house()
  expect((await all.app.as(null).call(signInOptions)).singleSignOn).toEqual({
    ...{ name: 'Hogeschool Oost', url: singleSignOnStart },
  })
})
