import { accessEndpoints } from '@weerklank/core/access/access.contract'
import { passkeyEndpoints } from '@weerklank/core/access/passkeys.contract'
import { type RecoveryCodes, secondFactorEndpoints } from '@weerklank/core/access/second-factor.contract'
import { sessionEndpoints } from '@weerklank/core/access/sessions.contract'
import { millis } from '@weerklank/core/shared/time'
import { expect, test } from 'vitest'
import { runStatements } from '../db/test-connection.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { account, type Browser, browser, realWorkspace } from './browser.fixture.ts'
import { stepAt, totpCode } from './totp.ts'

const { me } = accessEndpoints
const { secondFactor, beginTotp, confirmTotp, renewRecoveryCodes, removeTotp } = secondFactorEndpoints
const { session, proveByCode, proveByPassword, changePassword } = sessionEndpoints
const halfMinute = 30_000

/** The authenticator app on a phone: takes the address of the QR code, shows codes by the clock of the test. */
function authenticatorApp(app: TestApp, uri: string) {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const bits = [...secret].map((sign) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'),
  )
  const bytes = bits.join('').match(/.{8}/g) ?? []
  const key = Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
  return (late = 0) => totpCode(key, stepAt(millis(app.clock.now())) + late)
}

/** Someone who uses an app, with the browser in which she began, and her recovery codes. */
async function withApp(app: TestApp, name = 'Noor') {
  const person = await account(app, { name })
  const desk = browser(app)
  await desk.signIn(person.email)
  const begun = (await desk.ask(beginTotp)).body as { uri: string; secret: string }
  const code = authenticatorApp(app, begun.uri)
  const confirmed = await desk.ask(confirmTotp, { body: { code: code() } })
  const { recoveryCodes } = confirmed.body as RecoveryCodes
  app.clock.advance(halfMinute)
  return { person, desk, code, recoveryCodes, begun }
}

const prove = (of: Browser, code: string) => of.ask(proveByCode, { body: { code } })

test('an app counts once it gave a code; from then on it is asked for, everywhere else', async () => {
  await using app = await testApp()
  const noor = await account(app)
  const [desk, other] = [browser(app), browser(app)]
  await desk.signIn(noor.email)
  await other.signIn(noor.email)
  const begun = (await desk.ask(beginTotp)).body as { uri: string; secret: string }
  expect(begun.secret).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
  const code = authenticatorApp(app, begun.uri)
  expect((await desk.ask(secondFactor)).body).toMatchObject({ totp: false, since: null })
  expect((await other.ask(me)).status).toBe(200)
  expect(await desk.ask(confirmTotp, { body: { code: code(2) } })).toMatchObject({ code: 'proof-wrong' })
  const confirmed = await desk.ask(confirmTotp, { body: { code: code() } })
  expect((confirmed.body as RecoveryCodes).recoveryCodes).toHaveLength(10)
  expect((await desk.ask(secondFactor)).body).toEqual({
    ...{ totp: true, since: app.clock.now(), recoveryCodesLeft: 10, passkeys: 0, demanded: false },
  })
  expect((await desk.ask(me)).status).toBe(200)
  expect(await other.ask(me)).toMatchObject({ status: 403, code: 'second-factor-needed' })
  expect((await other.ask(session)).body).toMatchObject({
    step: 'prove-second-factor',
    ways: {
      password: false,
      totp: true,
      recoveryCode: true,
      passkey: false,
      magicLink: false,
      singleSignOn: false,
    },
  })
})

test('after the password the code opens, and the session has a new secret', async () => {
  await using app = await testApp()
  const { person, code } = await withApp(app)
  const phone = browser(app)
  await phone.signIn(person.email)
  const before = phone.cookie()
  expect(await prove(phone, `${code().slice(0, 3)} ${code().slice(3)}`)).toMatchObject({
    body: { step: 'open' },
  })
  expect((await phone.ask(me)).body).toMatchObject({ member: { id: person.member } })
  expect((await app.as({ cookie: before }).refusal(me)).code).toBe('not-signed-in')
})

test('the mail link does not go round it', async () => {
  await using app = await testApp()
  const { person } = await withApp(app)
  const phone = browser(app)
  const headers = { 'content-type': 'application/json', origin: 'http://weerklank.test' }
  const body = JSON.stringify({ email: person.email, callbackURL: '/' })
  await phone.go('/api/auth/sign-in/magic-link', { method: 'POST', headers, body })
  await expect.poll(() => app.mails.length).toBe(1)
  const link = /http\S+magic-link\/verify\S+/.exec(app.mails[0]?.text ?? '')?.[0] ?? ''
  await phone.go(link)
  expect(await phone.ask(me)).toMatchObject({ code: 'second-factor-needed' })
  expect((await phone.ask(session)).body).toMatchObject({ email: person.email })
})

test('between password and code there is nothing to be had, and nothing to be changed', async () => {
  await using app = await testApp()
  const { person } = await withApp(app)
  const thief = browser(app)
  await thief.signIn(person.email)
  const { sessions, endOtherSessions, endSession } = sessionEndpoints
  const closed = [
    ...[me, secondFactor, beginTotp, renewRecoveryCodes, removeTotp, sessions, endOtherSessions],
    ...[passkeyEndpoints.passkeys, passkeyEndpoints.registrationOptions],
  ]
  for (const endpoint of closed) {
    expect(await thief.ask(endpoint), endpoint.id).toMatchObject({
      status: 403,
      code: 'second-factor-needed',
    })
  }
  const others = [
    thief.ask(confirmTotp, { body: { code: '123456' } }),
    thief.ask(changePassword, { body: { current: 'x', next: 'y' } }),
    thief.ask(endSession, { params: { session: 'x'.repeat(32) } }),
    thief.ask(proveByPassword, { body: { password: 'x' } }),
  ]
  for (const asked of others) expect(await asked).toMatchObject({ status: 403, code: 'second-factor-needed' })
  expect((await thief.go('/api/events')).status).toBe(403)
})

test('a code counts once, and not when it is old', async () => {
  await using app = await testApp()
  const { person, code } = await withApp(app)
  const [first, second] = [browser(app), browser(app)]
  await first.signIn(person.email)
  await second.signIn(person.email)
  expect(await prove(first, code(-2))).toMatchObject({ status: 422, code: 'proof-wrong' })
  expect((await prove(first, code())).status).toBe(200)
  expect(await prove(second, code())).toMatchObject({ status: 422, code: 'proof-wrong' })
  app.clock.advance(halfMinute)
  expect((await prove(second, code())).status).toBe(200)
})

test('two who come with one code at the same moment: one comes in', async () => {
  await using app = await testApp()
  const { person, code } = await withApp(app)
  const both = [browser(app), browser(app)]
  for (const one of both) await one.signIn(person.email)
  const shown = code()
  const replies = await Promise.all(both.map((one) => prove(one, shown)))
  expect(replies.map((one) => one.status).toSorted()).toEqual([200, 422])
})

test('a recovery code opens once, however it is typed; new ones put the old ones away', async () => {
  await using app = await testApp()
  const { person, desk, recoveryCodes } = await withApp(app)
  const [one = '', two = ''] = recoveryCodes
  const phone = browser(app)
  await phone.signIn(person.email)
  expect((await prove(phone, ` ${one.toUpperCase().replaceAll('-', ' ')} `)).status).toBe(200)
  const again = browser(app)
  await again.signIn(person.email)
  expect(await prove(again, one)).toMatchObject({ code: 'proof-wrong' })
  expect((await desk.ask(secondFactor)).body).toMatchObject({ recoveryCodesLeft: 9 })
  const renewed = (await desk.ask(renewRecoveryCodes)).body as RecoveryCodes
  expect(new Set([...recoveryCodes, ...renewed.recoveryCodes]).size).toBe(20)
  expect(await prove(again, two)).toMatchObject({ code: 'proof-wrong' })
  expect((await prove(again, renewed.recoveryCodes[0] ?? '')).status).toBe(200)
})

test('guessing ends after ten tries, in whatever browser and process, also for the right code', async () => {
  await using app = await testApp()
  await using twin = await app.twin()
  const { person, code } = await withApp(app)
  const guessers = [browser(app), browser(twin)]
  for (const one of guessers) await one.signIn(person.email)
  const guess = (at: number) => prove(guessers[at % 2] ?? browser(app), String(100_000 + at))
  const replies = await Promise.all(Array.from({ length: 12 }, (_, at) => guess(at)))
  expect(replies.map((reply) => reply.status).toSorted()).toEqual([...Array(10).fill(422), 429, 429])
  expect(await prove(browserOf(guessers), code())).toMatchObject({ status: 429, code: 'too-many' })
  app.clock.advance(15 * 60_000 + 1)
  expect((await prove(browserOf(guessers), code())).status).toBe(200)
})

const browserOf = ([one]: Browser[]) => {
  if (one === undefined) throw new Error('No browser')
  return one
}

test('what is kept opens nothing: keys are sealed, recovery codes hashed', async () => {
  await using app = await testApp({ ownDatabase: true })
  const { begun, recoveryCodes } = await withApp(app)
  const rows = await runStatements(
    app.database.owner,
    'select (select json_agg(t) from auth.totp t)::text || (select json_agg(c) from auth.recovery_code c)::text as all',
  )
  const text = JSON.stringify(rows).toLowerCase()
  const secret = begun.secret.replaceAll(' ', '').toLowerCase()
  expect(text).not.toContain(secret)
  expect(text).not.toContain(Buffer.from(secret).toString('base64url').toLowerCase())
  for (const code of recoveryCodes) expect(text).not.toContain(code.replaceAll('-', ''))
  expect(app.logText()).not.toContain(recoveryCodes[0])
})

test('where the organisation asks for it, whoever has none sets one up first, and can do that', async () => {
  await using app = await testApp()
  const noor = await account(app)
  const desk = browser(app)
  await desk.signIn(noor.email)
  expect((await desk.ask(me)).status).toBe(200)
  await realWorkspace(app, { second_factor_required: true })
  expect(await desk.ask(me)).toMatchObject({ status: 403, code: 'second-factor-needed' })
  expect((await desk.go('/api/events')).status).toBe(403)
  expect((await desk.ask(session)).body).toMatchObject({ step: 'set-up-second-factor' })
  const { uri } = (await desk.ask(beginTotp)).body as { uri: string }
  const code = authenticatorApp(app, uri)
  expect((await desk.ask(confirmTotp, { body: { code: code() } })).status).toBe(200)
  expect((await desk.ask(session)).body).toMatchObject({ step: 'open' })
  expect((await desk.ask(me)).status).toBe(200)
  expect((await desk.ask(secondFactor)).body).toMatchObject({ demanded: true })
})

test('the people of a demo come in by one click, whatever is asked of others', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  await realWorkspace(app, { second_factor_required: true })
  expect((await app.as(noor).call(me)).member.name).toBe('Noor')
})

test('an app that is removed is asked for no longer; another one takes its place only then', async () => {
  await using app = await testApp()
  const { person, desk } = await withApp(app)
  expect(await desk.ask(beginTotp)).toMatchObject({ status: 409, code: 'conflict' })
  expect((await desk.ask(removeTotp)).body).toMatchObject({ totp: false, recoveryCodesLeft: 0 })
  const phone = browser(app)
  await phone.signIn(person.email)
  expect((await phone.ask(me)).status).toBe(200)
  expect(await phone.ask(renewRecoveryCodes)).toMatchObject({ status: 409, code: 'conflict' })
  expect((await desk.ask(beginTotp)).status).toBe(200)
})

test('to change any of it, one has to have shown a short while ago who one is', async () => {
  await using app = await testApp()
  const { desk, code } = await withApp(app)
  app.clock.advance(16 * 60_000)
  for (const endpoint of [beginTotp, renewRecoveryCodes, removeTotp]) {
    expect(await desk.ask(endpoint), endpoint.id).toMatchObject({ status: 403, code: 'proof-needed' })
  }
  expect((await desk.ask(secondFactor)).status).toBe(200)
  expect((await prove(desk, code())).status).toBe(200)
  expect((await desk.ask(removeTotp)).status).toBe(200)
})

test('with another secret of the server the app opens nothing, and a recovery code does', async () => {
  await using app = await testApp()
  const { person, code, recoveryCodes } = await withApp(app)
  await runStatements(
    app.database.owner,
    // Its first letter is by chance any of the 64: it becomes surely another.
    `update auth.totp set secret = (case when left(secret, 1) = 'x' then 'y' else 'x' end) || substr(secret, 2)
      where user_id = '${person.user}'`,
  )
  const phone = browser(app)
  await phone.signIn(person.email)
  expect(await prove(phone, code())).toMatchObject({ code: 'proof-wrong' })
  expect((await prove(phone, recoveryCodes[3] ?? '')).status).toBe(200)
})
