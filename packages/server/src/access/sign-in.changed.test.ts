/** Of a change in how someone signs in she gets a mail, by a real mail server, without anything to press. */
import { passkeyEndpoints } from '@weerklank/core/access/passkeys.contract'
import { secondFactorEndpoints } from '@weerklank/core/access/second-factor.contract'
import { sessionEndpoints } from '@weerklank/core/access/sessions.contract'
import { expect, test } from 'vitest'
import { runDueJobs } from '../jobs/jobs.ts'
import { headersOf, mailServer, textOf } from '../mail/mail-server.fixture.ts'
import { mailJobKind } from '../mail/outbox.ts'
import { sendMail } from '../mail/send.ts'
import { openTransport } from '../mail/transport.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'
import { addMember, asMaintenance } from './accounts.ts'
import { account, type Browser, browser, password } from './browser.fixture.ts'
import { softwareAuthenticator } from './passkey.fixture.ts'
import { signInChangedMail, signInChanges } from './sign-in.changed.mail.ts'
import { codeFrom } from './totp.fixture.ts'

const from = 'Weerklank <hallo@weerklank.test>'

/** Someone at her desk, and the mails that reach her. */
async function desk(app: TestApp, smtpUrl: string, server: Awaited<ReturnType<typeof mailServer>>) {
  const noor = await account(app)
  const at = browser(app)
  await at.signIn(noor.email)
  const transport = openTransport({ smtpUrl, from })
  const handlers = { [mailJobKind]: sendMail({ db: app.db, world: app.world, log: app.logger, transport }) }
  const mailed = async () => {
    await runDueJobs({ db: app.db, world: app.world, log: app.logger, handlers })
    return server.mails.splice(0).map(({ to, raw }) => ({ to, raw, text: textOf(raw) }))
  }
  return { noor, at, mailed }
}

async function addPasskey(at: Browser) {
  const authenticator = softwareAuthenticator(publicUrl)
  const { body } = await at.ask(passkeyEndpoints.registrationOptions)
  const { ceremony, options } = body as { ceremony: string; options: never }
  const made = { ceremony, name: 'Telefoon', response: authenticator.create(options) }
  expect((await at.ask(passkeyEndpoints.register, { body: made })).status).toBe(200)
  return authenticator.keys[0]?.id ?? ''
}

async function addApp(app: TestApp, at: Browser) {
  const { uri } = (await at.ask(secondFactorEndpoints.beginTotp)).body as { uri: string }
  const body = { code: codeFrom(uri, app.clock.now()) }
  expect((await at.ask(secondFactorEndpoints.confirmTotp, { body })).status).toBe(200)
}

test('every change is told once, to her address, in her language, with nothing to follow', async () => {
  await using server = await mailServer()
  await using app = await testApp({ smtpUrl: server.url, ownDatabase: true })
  const { noor, at, mailed } = await desk(app, server.url, server)
  const passkey = await addPasskey(at)
  const told = await mailed()
  expect(told.map(({ to, raw }) => [to, headersOf(raw, 'subject').length])).toEqual([[[noor.email], 1]])
  expect(told[0]?.text).toMatchInlineSnapshot(`
    "Dag Noor,

    Bij uw account is een passkey toegevoegd. Dat was op 19 november om 09.00 uur.

    Deed u dit zelf? Dan hoeft u niets te doen.

    Was u dit niet? Zeg het dan meteen tegen de beheerder van Weerklank in uw organisatie.

    In deze mail staat met opzet geen link. Geef nooit een code of wachtwoord aan iemand anders."
  `)
  expect(told[0]?.raw).not.toMatch(/https?:|href/)
  const said = async (act: () => Promise<{ status: number }>) => {
    expect((await act()).status).toBe(200)
    return (await mailed()).map(({ text }) => /Bij uw account (.*?)\. /.exec(text.replaceAll('\n', ' '))?.[1])
  }
  const { renewRecoveryCodes, removeTotp } = secondFactorEndpoints
  expect(await said(() => at.ask(renewRecoveryCodes))).toEqual(['zijn nieuwe herstelcodes gemaakt'])
  await addApp(app, at)
  expect((await mailed()).map(({ text }) => text)).toEqual([
    expect.stringContaining('is een app met codes toegevoegd'),
  ])
  expect(await said(() => at.ask(removeTotp))).toEqual(['is de app met codes weggehaald'])
  const { remove } = passkeyEndpoints
  expect(await said(() => at.ask(remove, { params: { passkey } }))).toEqual(['is een passkey weggehaald'])
  const body = { current: password, next: 'drie stille paarden in de wei' }
  expect(await said(() => at.ask(sessionEndpoints.changePassword, { body }))).toEqual([
    'is een nieuw wachtwoord gekozen',
  ])
  expect((await app.audit()).map(({ action }) => action)).toEqual([
    ...['account.second-factor-added', 'account.recovery-codes-renewed', 'account.second-factor-added'],
    ...['account.second-factor-removed', 'account.second-factor-removed', 'account.password-set'],
  ])
})

test('what did not change is not told, nor is a sign-in', async () => {
  await using server = await mailServer()
  await using app = await testApp({ smtpUrl: server.url, ownDatabase: true })
  const { at, mailed } = await desk(app, server.url, server)
  await at.ask(secondFactorEndpoints.beginTotp)
  await at.ask(secondFactorEndpoints.confirmTotp, { body: { code: '000000' } })
  await at.ask(secondFactorEndpoints.renewRecoveryCodes)
  await at.ask(sessionEndpoints.changePassword, { body: { current: 'x', next: 'y'.repeat(20) } })
  await at.ask(passkeyEndpoints.remove, { params: { passkey: 'onbekend' } })
  expect(await mailed()).toEqual([])
})

test('whoever has several places gets one mail; a guest gets it too', async () => {
  await using server = await mailServer()
  await using app = await testApp({ smtpUrl: server.url, ownDatabase: true })
  const { noor, at, mailed } = await desk(app, server.url, server)
  for (const name of ['Elders', 'Nog ergens']) {
    const place = {
      workspace: await app.otherWorkspace(name),
      user: noor.user,
      name,
      roles: ['guest' as const],
    }
    await asMaintenance(app.owner, (trx) => addMember(trx, app.world, place))
  }
  await asMaintenance(app.owner, (trx) =>
    trx
      .updateTable('member')
      .set({ roles: ['guest'] })
      .where('id', '=', noor.member)
      .execute(),
  )
  await addPasskey(at)
  expect((await mailed()).map(({ to }) => to)).toEqual([[noor.email]])
  const lines = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('audit_event').select('id').where('action', '=', 'account.second-factor-added').execute(),
  )
  expect(lines).toHaveLength(3)
})

test.each(signInChanges)('%s has its words in both languages, short and without a link', (change) => {
  const to = { name: 'Noor www.elders.example', address: 'noor@delinde.example' }
  const said = (['nl', 'en'] as const).map((language) =>
    signInChangedMail({ to, language, change, at: '2026-11-19T08:00:00.000Z', timeZone: 'Europe/Amsterdam' }),
  )
  expect(new Set(said.map(({ text }) => text)).size).toBe(2)
  for (const { text, html, subject } of said) {
    expect(`${subject} ${text} ${html}`).not.toMatch(/https?:|href|www\.elders/)
    for (const sentence of text.split(/[.?,]\s/))
      expect(sentence.split(' ').length, sentence).toBeLessThan(17)
  }
})
