/** What single sign-on leaves in the record: who was not let in, and a link that was made, which is mailed too. */
import { singleSignOnEndpoints } from '@weerklank/core/access/single-sign-on.contract'
import { expect, test } from 'vitest'
import { inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { account, type Browser, browser } from './browser.fixture.ts'
import { freePort, openIdProvider, settingsFor, walk } from './provider.fixture.ts'
import { singleSignOnStart } from './single-sign-on.routes.ts'

const refused = '/inloggen?sso=refused'
const linked = 'account.single-sign-on-linked'
const failed = 'account.sign-in-failed'

async function house() {
  const port = await freePort()
  const provider = await openIdProvider(port, {})
  const app = await testApp({ means: { singleSignOn: settingsFor(port, {}) } })
  const close = async () => {
    await app[Symbol.asyncDispose]()
    await provider.close()
  }
  return { app, provider, [Symbol.asyncDispose]: close }
}

const locationOf = (response: Response) => response.headers.get('location') ?? ''

async function travel(of: Browser): Promise<string> {
  return locationOf(await of.go(await walk(locationOf(await of.go(singleSignOnStart)))))
}

async function mailsIn(app: TestApp): Promise<string[]> {
  const system = { workspace: app.workspace, actor: 'system' as const, relations: [] }
  const rows = await inContext(app.db, system, (trx) =>
    trx.selectFrom('mail_message').select(['to_address', 'body_text']).orderBy('id').execute(),
  )
  return rows
    .filter(({ body_text: text }) => text.includes('is het account van uw organisatie gekoppeld'))
    .map(({ to_address: to }) => to)
}

test('the first time an account is linked by its address, that is written down and mailed; the next time not', async () => {
  await using all = await house()
  const noor = await account(all.app, { password: null })
  all.provider.as({ sub: 'b6f1', claims: { email: noor.email, email_verified: true } })
  for (let i = 0; i < 2; i += 1) expect(await travel(browser(all.app))).not.toBe(refused)
  expect((await all.app.audit(linked)).map(({ actor }) => actor)).toEqual([noor.member])
  expect(await mailsIn(all.app)).toEqual([noor.email])
  expect(await all.app.audit(failed)).toEqual([])
})

test('whoever links it herself is told too', async () => {
  await using all = await house()
  const noor = await account(all.app)
  all.provider.as({ sub: 'elders', claims: {} })
  const desk = browser(all.app)
  await desk.signIn(noor.email)
  const { body } = await desk.ask(singleSignOnEndpoints.link, { body: { to: '/' } })
  await desk.go(await walk((body as { url: string }).url))
  expect(await all.app.audit(linked)).toHaveLength(1)
  expect(await mailsIn(all.app)).toEqual([noor.email])
})

test('an address that is somebody’s, under another name at the provider, is refused and written down for her', async () => {
  await using all = await house()
  const noor = await account(all.app, { password: null })
  all.provider.as({ sub: 'b6f1', claims: { email: noor.email, email_verified: true } })
  await travel(browser(all.app))
  all.provider.as({ sub: 'a-new-colleague', claims: { email: noor.email, email_verified: true } })
  expect(await travel(browser(all.app))).toBe(refused)
  expect((await all.app.audit(failed)).map(({ actor }) => actor)).toEqual([noor.member])
})

test('who has no account, and an address for which the provider does not answer, leave no line', async () => {
  await using all = await house()
  const noor = await account(all.app, { password: null })
  all.provider.as({ sub: 'nobody', claims: { email: `x${noor.email}`, email_verified: true } })
  expect(await travel(browser(all.app))).toBe(refused)
  all.provider.as({ sub: 'unsure', claims: { email: noor.email, email_verified: false } })
  expect(await travel(browser(all.app))).toBe(refused)
  expect(await all.app.audit(failed)).toEqual([])
})
