import { accessEndpoints } from '@weerklank/core/access/access.contract'
import {
  type PasskeyOptions,
  type Passkeys,
  passkeyEndpoints,
} from '@weerklank/core/access/passkeys.contract'
import { sessionEndpoints } from '@weerklank/core/access/sessions.contract'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'
import { account, type Browser, browser, realWorkspace } from './browser.fixture.ts'
import { type Authenticator, type Flaw, softwareAuthenticator } from './passkey.fixture.ts'

const { me } = accessEndpoints
const { signInOptions, signIn, registrationOptions, register, rename, remove, passkeys } = passkeyEndpoints

async function optionsFrom(of: Browser, endpoint: typeof signInOptions | typeof registrationOptions) {
  return (await of.ask(endpoint)).body as PasskeyOptions
}

async function enrol(of: Browser, authenticator: Authenticator, flaw: Flaw = {}) {
  const { ceremony, options } = await optionsFrom(of, registrationOptions)
  const response = authenticator.create(options, flaw)
  return of.ask(register, { body: { ceremony, name: 'Telefoon', response } })
}

async function enter(of: Browser, authenticator: Authenticator, flaw: Flaw = {}) {
  const { ceremony, options } = await optionsFrom(of, signInOptions)
  return of.ask(signIn, { body: { ceremony, response: authenticator.get(options, flaw) } })
}

/** Someone who made a passkey, and the browser in which she did. */
async function withPasskey(app: TestApp) {
  const noor = await account(app)
  const [desk, authenticator] = [browser(app), softwareAuthenticator(publicUrl)]
  await desk.signIn(noor.email)
  const made = await enrol(desk, authenticator)
  return { noor, desk, authenticator, made }
}

test('a passkey that was made signs in elsewhere, without address or password, and asks for no second step', async () => {
  await using app = await testApp()
  await realWorkspace(app, { second_factor_required: true })
  const { noor, desk, authenticator, made } = await withPasskey(app)
  expect(made.status).toBe(200)
  expect((await desk.ask(me)).status).toBe(200)
  const phone = browser(app)
  expect(await enter(phone, authenticator)).toMatchObject({ status: 200, body: { signedIn: true } })
  expect((await phone.ask(me)).body).toMatchObject({ member: { id: noor.member } })
  const [kept] = ((await phone.ask(passkeys)).body as Passkeys).passkeys
  expect(kept).toEqual({
    ...{ id: authenticator.keys[0]?.id, name: 'Telefoon', synced: false },
    ...{ createdAt: app.clock.now(), lastUsedAt: app.clock.now() },
  })
})

test('whoever has a passkey is asked for it after her password too', async () => {
  await using app = await testApp()
  const { noor, authenticator } = await withPasskey(app)
  const other = browser(app)
  expect((await other.signIn(noor.email)).status).toBe(200)
  expect(await other.ask(me)).toMatchObject({ status: 403, code: 'second-factor-needed' })
  // Without it nobody makes herself another one, either.
  expect(await other.ask(registrationOptions)).toMatchObject({ status: 403, code: 'second-factor-needed' })
  const { ceremony, options } = await optionsFrom(other, signInOptions)
  const before = other.cookie()
  const body = { ceremony, response: authenticator.get(options) }
  const proved = await other.ask(sessionEndpoints.proveByPasskey, { body })
  expect(proved.body).toMatchObject({ step: 'open' })
  expect((await other.ask(me)).status).toBe(200)
  // The secret that was there before the proof opens nothing any more.
  const stale = await app.as({ cookie: before }).refusal(me)
  expect(stale.code).toBe('not-signed-in')
})

test("another's passkey proves nothing about me", async () => {
  await using app = await testApp()
  const { noor } = await withPasskey(app)
  const other = await withPasskey(app)
  const mine = browser(app)
  await mine.signIn(noor.email)
  const { ceremony, options } = await optionsFrom(mine, signInOptions)
  const body = { ceremony, response: other.authenticator.get(options) }
  expect(await mine.ask(sessionEndpoints.proveByPasskey, { body })).toMatchObject({ code: 'proof-wrong' })
  expect(await mine.ask(me)).toMatchObject({ code: 'second-factor-needed' })
})

const flaws: [string, Flaw][] = [
  ['of another site', { origin: 'https://weerklank.test.example' }],
  ['for another domain', { domain: 'weerklank.test.example' }],
  ['to another question', { challenge: Buffer.alloc(32).toString('base64url') }],
  ['of another kind', { type: 'webauthn.other' }],
  ['without finger or PIN', { withoutVerification: true }],
]

test.each([
  ...flaws,
  ['with a broken signature', { brokenSignature: true }],
  ['of a copy, whose counter runs behind', { counter: 1 }],
] as [string, Flaw][])('an answer %s signs nobody in', async (_, flaw) => {
  await using app = await testApp()
  const { authenticator } = await withPasskey(app)
  // Used twice, so that a counter can run behind.
  for (let i = 0; i < 2; i += 1) expect((await enter(browser(app), authenticator)).status).toBe(200)
  const thief = browser(app)
  expect(await enter(thief, authenticator, flaw)).toMatchObject({ status: 422, code: 'proof-wrong' })
  expect(thief.cookie()).toBe('')
})

test.each(flaws)('an answer %s makes no passkey', async (_, flaw) => {
  await using app = await testApp()
  const noor = await account(app)
  const desk = browser(app)
  await desk.signIn(noor.email)
  expect(await enrol(desk, softwareAuthenticator(publicUrl), flaw)).toMatchObject({ code: 'proof-wrong' })
  expect((await desk.ask(passkeys)).body).toEqual({ passkeys: [] })
})

test('a question is answered once, in time, and by the one who was asked', async () => {
  await using app = await testApp()
  const { noor, desk, authenticator } = await withPasskey(app)
  const phone = browser(app)
  const once = await optionsFrom(phone, signInOptions)
  const body = { ceremony: once.ceremony, response: authenticator.get(once.options) }
  expect((await phone.ask(signIn, { body })).status).toBe(200)
  expect(await browser(app).ask(signIn, { body })).toMatchObject({ code: 'proof-wrong' })
  const late = await optionsFrom(phone, signInOptions)
  app.clock.advance(5 * 60_000 + 1)
  const answer = { ceremony: late.ceremony, response: authenticator.get(late.options) }
  expect(await browser(app).ask(signIn, { body: answer })).toMatchObject({ code: 'proof-wrong' })
  // What was asked of Noor is not answered by Bram.
  const asked = await optionsFrom(desk, registrationOptions)
  const bram = browser(app)
  await bram.signIn((await account(app, { name: 'Bram' })).email)
  const foreign = {
    ceremony: asked.ceremony,
    name: 'Telefoon',
    response: softwareAuthenticator(publicUrl).create(asked.options),
  }
  expect(await bram.ask(register, { body: foreign })).toMatchObject({ code: 'proof-wrong' })
  expect(noor.user).not.toBe('')
})

test('an unknown passkey, a stranger and nonsense are answered alike, and what is asked tells nothing', async () => {
  await using app = await testApp()
  await withPasskey(app)
  const nobody = softwareAuthenticator(publicUrl)
  nobody.create({ challenge: 'x', rp: { id: 'weerklank.test' }, user: { id: 'eva' } })
  const asking = browser(app)
  const { options } = await optionsFrom(asking, signInOptions)
  expect(options.allowCredentials).toBeUndefined()
  const unknown = await enter(browser(app), nobody)
  const { ceremony } = await optionsFrom(asking, signInOptions)
  const nonsense = await asking.ask(signIn, { body: { ceremony, response: { id: 'x' } } })
  const noCeremony = { ceremony: 'x'.repeat(43), response: { id: 'x' } }
  const unasked = await asking.ask(signIn, { body: noCeremony })
  expect([unknown, nonsense, unasked].map((one) => [one.status, one.body])).toEqual(
    Array(3).fill([422, unknown.body]),
  )
  expect(app.log.filter((line) => line.level === 'error')).toEqual([])
})

test('a passkey is removed by its owner alone, and opens nothing any more', async () => {
  await using app = await testApp()
  const { desk, authenticator } = await withPasskey(app)
  const params = { passkey: authenticator.keys[0]?.id ?? '' }
  const bram = browser(app)
  await bram.signIn((await account(app, { name: 'Bram' })).email)
  expect(await bram.ask(remove, { params })).toMatchObject({ status: 404, code: 'not-found' })
  expect((await desk.ask(remove, { params })).body).toEqual({ passkeys: [] })
  expect(await enter(browser(app), authenticator)).toMatchObject({ code: 'proof-wrong' })
})

test('a passkey is called something else by its owner alone, and opens the same door', async () => {
  await using app = await testApp()
  const { noor, desk, authenticator } = await withPasskey(app)
  const params = { passkey: authenticator.keys[0]?.id ?? '' }
  const body = { name: '  Werktelefoon ' }
  const bram = browser(app)
  expect(await bram.ask(rename, { params, body })).toMatchObject({ status: 401, code: 'not-signed-in' })
  await bram.signIn((await account(app, { name: 'Bram' })).email)
  expect(await bram.ask(rename, { params, body })).toMatchObject({ status: 404, code: 'not-found' })
  for (const name of ['', '   ', 'n'.repeat(61)]) {
    expect((await desk.ask(rename, { params, body: { name } })).code).toBe('invalid-input')
  }
  expect(((await desk.ask(passkeys)).body as Passkeys).passkeys[0]?.name).toBe('Telefoon')
  // Also after a while: it changes nothing about how she signs in.
  app.clock.advance(16 * 60_000)
  const renamed = (await desk.ask(rename, { params, body })).body as Passkeys
  expect(renamed.passkeys).toMatchObject([{ id: params.passkey, name: 'Werktelefoon' }])
  expect((await enter(browser(app), authenticator)).status).toBe(200)
  expect((await app.audit('account.passkey-renamed')).map((line) => line.actor)).toEqual([noor.member])
})

test('to make or remove one, one has to have shown a short while ago who one is', async () => {
  await using app = await testApp()
  const { desk, authenticator } = await withPasskey(app)
  app.clock.advance(16 * 60_000)
  const params = { passkey: authenticator.keys[0]?.id ?? '' }
  for (const asked of [desk.ask(registrationOptions), desk.ask(remove, { params })]) {
    expect(await asked).toMatchObject({ status: 403, code: 'proof-needed' })
  }
  const { ceremony, options } = await optionsFrom(desk, signInOptions)
  const body = { ceremony, response: authenticator.get(options) }
  expect((await desk.ask(sessionEndpoints.proveByPasskey, { body })).status).toBe(200)
  expect((await desk.ask(remove, { params })).status).toBe(200)
})

test('asking is slowed down per address', async () => {
  await using app = await testApp()
  const asking = browser(app)
  const statuses: number[] = []
  for (let i = 0; i < 62; i += 1) statuses.push((await asking.ask(signInOptions)).status)
  expect(statuses.slice(0, 60)).toEqual(Array(60).fill(200))
  expect(statuses.slice(60)).toEqual([429, 429])
})
