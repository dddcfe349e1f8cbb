/** Helping who lost her phone, on the command line. */
import { accessEndpoints } from '@weerklank/core/access/access.contract'
import { passkeyEndpoints } from '@weerklank/core/access/passkeys.contract'
import { expect, test } from 'vitest'
import { account, browser } from '../access/browser.fixture.ts'
import { softwareAuthenticator } from '../access/passkey.fixture.ts'
import { testApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'
import { urlOf, weerklank } from './cli.fixture.ts'

const { me } = accessEndpoints

test('who lost everything she could show signs in with her password again, and everyone else is out', async () => {
  await using app = await testApp({ ownDatabase: true })
  const noor = await account(app)
  const [desk, phone, authenticator] = [browser(app), browser(app), softwareAuthenticator(publicUrl)]
  await desk.signIn(noor.email)
  const asked = (await desk.ask(passkeyEndpoints.registrationOptions)).body as {
    ceremony: string
    options: { challenge: string }
  }
  const response = authenticator.create(asked.options)
  await desk.ask(passkeyEndpoints.register, {
    body: { ceremony: asked.ceremony, name: 'Telefoon', response },
  })
  await phone.signIn(noor.email)
  expect(await phone.ask(me)).toMatchObject({ code: 'second-factor-needed' })
  const env = { DATABASE_URL: urlOf(app.database.owner), PUBLIC_URL: publicUrl }
  const reset = await weerklank(['user', 'reset-second-factor', '--email', noor.email], { env })
  expect(reset).toMatchObject({ code: 0, last: noor.user })
  expect(await desk.ask(me)).toMatchObject({ code: 'not-signed-in' })
  await phone.signIn(noor.email)
  expect((await phone.ask(me)).status).toBe(200)
  expect((await app.audit()).map((line) => line.action)).toContain('account.second-factor-removed')
})
