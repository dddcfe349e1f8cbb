import { sessionEndpoints } from '@weerklank/core/access/sessions.contract'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'
import { account, browser } from './browser.fixture.ts'

const { changePassword } = sessionEndpoints
const minute = 60_000

/** Signs in by the link of a mail, as who has no password does. */
async function signInByMail(app: TestApp, desk: ReturnType<typeof browser>, email: string) {
  const before = app.mails.length
  const headers = { 'content-type': 'application/json', origin: publicUrl }
  const body = JSON.stringify({ email, callbackURL: '/' })
  await desk.go('/api/auth/sign-in/magic-link', { method: 'POST', headers, body })
  await expect.poll(() => app.mails.length).toBe(before + 1)
  await desk.go(/http\S+magic-link\/verify\S+/.exec(app.mails[before]?.text ?? '')?.[0] ?? '')
}

test('who has no password chooses a first one without typing one, while it is fresh who she is; nobody else does', async () => {
  await using app = await testApp()
  const { email } = await account(app, { password: null })
  const desk = browser(app)
  await signInByMail(app, desk, email)
  const next = 'een rode tractor in de mist'
  expect(await desk.ask(changePassword, { body: { current: 'geraden', next } })).toMatchObject({
    ...{ status: 422, code: 'proof-wrong' },
  })
  app.clock.advance(16 * minute)
  expect(await desk.ask(changePassword, { body: { current: null, next } })).toMatchObject({
    ...{ status: 403, code: 'proof-needed' },
  })
  await signInByMail(app, desk, email)
  const weak = await desk.ask(changePassword, { body: { current: null, next: 'kort' } })
  expect(weak.body).toMatchObject({ error: { fields: { next: 'too-short' } } })
  expect((await desk.ask(changePassword, { body: { current: null, next } })).body).toEqual({ done: true })
  expect((await browser(app).signIn(email, next)).status).toBe(200)
  // From now on there is one to type.
  const other = 'vijf groene parapluies'
  expect(await desk.ask(changePassword, { body: { current: null, next: other } })).toMatchObject({
    ...{ status: 422, code: 'proof-wrong' },
  })
  expect(await desk.ask(changePassword, { body: { current: next, next: other } })).toMatchObject({
    status: 200,
  })
})
