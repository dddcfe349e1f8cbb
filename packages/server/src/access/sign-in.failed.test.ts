/** A sign-in that fails is written down where the account has a place, within bounds, and tells the visitor nothing. */
import { randomBytes } from 'node:crypto'
import { passkeyEndpoints } from '@weerklank/core/access/passkeys.contract'
import { secondFactorEndpoints } from '@weerklank/core/access/second-factor.contract'
import { sessionEndpoints } from '@weerklank/core/access/sessions.contract'
import { auditEndpoints } from '@weerklank/core/audit/audit.contract'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'
import { addMember, asMaintenance } from './accounts.ts'
import { asideDone } from './aside.ts'
import { account, type Browser, browser, password } from './browser.fixture.ts'
import { softwareAuthenticator } from './passkey.fixture.ts'
import { refusalsAtMost } from './refusal-count.ts'

const typed = 'een zin die niet klopt'
const failed = 'account.sign-in-failed'
const more = 'account.sign-in-failed-more'

/** The counters of this process, by the way that was tried. */
async function failures(app: TestApp): Promise<Record<string, number>> {
  const text = await (await app.hono.request(`${publicUrl}/metrics`)).text()
  const counted = text.matchAll(/weerklank_failed_sign_ins_total\{way="([a-z-]+)"\} (\d+)/g)
  return Object.fromEntries([...counted].map(([, way = '', count]) => [way, Number(count)]))
}

/** How many more there were of each way while something was done. */
async function countedDuring(app: TestApp, act: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await failures(app)
  await act()
  const after = Object.entries(await failures(app))
  return Object.fromEntries(
    after.map(([way, count]) => [way, count - (before[way] ?? 0)] as const).filter(([, count]) => count > 0),
  )
}

test('a wrong password is written down in each workspace of the account, without what was typed', async () => {
  await using app = await testApp()
  const noor = await account(app)
  const elsewhere = await app.otherWorkspace('Elders')
  const place = { workspace: elsewhere, user: noor.user, name: 'Noor', roles: ['professional' as const] }
  const member = await asMaintenance(app.owner, (trx) => addMember(trx, app.world, place))
  const counted = await countedDuring(app, () => browser(app).signIn(noor.email, typed))
  expect(counted).toEqual({ password: 1 })
  expect(await app.audit(failed)).toMatchObject([{ actor: noor.member, subject_id: noor.member }])
  const all = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('audit_event').selectAll().where('action', '=', failed).execute(),
  )
  const lines = all.filter(({ actor }) => [noor.member, member].includes(actor as never))
  expect(lines).toMatchObject([
    { workspace_id: app.workspace, actor: noor.member, kind: 'E', basis: 'refused', relation_id: null },
    { workspace_id: elsewhere, actor: member, kind: 'E', basis: 'refused', relation_id: null },
  ])
  expect(JSON.stringify(lines) + app.logText()).not.toContain(typed)
})

test('as a form the library takes it too, and it is written down the same', async () => {
  await using app = await testApp()
  const noor = await account(app)
  const body = new URLSearchParams({ email: noor.email.toUpperCase(), password: typed })
  const headers = { origin: publicUrl }
  const answer = await browser(app).go('/api/auth/sign-in/email', { method: 'POST', headers, body })
  // Whatever it makes of a form: a try that was looked at stands in the record, one that was not does not.
  expect(await app.audit(failed)).toHaveLength(answer.status === 401 ? 1 : 0)
})

test('an address that nobody has is counted and stands nowhere; nor does an account without a place', async () => {
  await using app = await testApp()
  const before = await app.audit()
  const noor = await account(app)
  const counted = await countedDuring(app, async () => {
    await browser(app).signIn(`x${noor.email}`, typed)
    await asMaintenance(app.owner, (trx) =>
      trx
        .updateTable('member')
        .set({ ended_at: app.clock.now() })
        .where('id', '=', noor.member)
        .where('workspace_id', '=', app.workspace)
        .execute(),
    )
    await browser(app).signIn(noor.email, typed)
    await browser(app).go('/api/auth/magic-link/verify?token=onbekend')
  })
  expect(counted).toEqual({ password: 2, 'mail-link': 1 })
  expect(await app.audit()).toEqual(before)
  const metrics = await (await app.hono.request(`${publicUrl}/metrics`)).text()
  expect(metrics).not.toContain(noor.email)
  expect(metrics).not.toContain(noor.user)
})

test('a flood becomes so many lines and one that says there was more, anew each hour, over all processes', async () => {
  await using app = await testApp()
  await using twin = await app.twin()
  const noor = await account(app)
  const most = refusalsAtMost['sign-in']
  const flood = async () => {
    for (let i = 0; i < most + 3; i += 1) await browser(i % 2 === 0 ? app : twin).signIn(noor.email, typed)
    await asideDone()
  }
  await flood()
  expect([(await app.audit(failed)).length, (await app.audit(more)).length]).toEqual([most, 1])
  app.clock.advance(59 * 60_000)
  await flood()
  expect([(await app.audit(failed)).length, (await app.audit(more)).length]).toEqual([most, 1])
  app.clock.advance(61_000)
  await flood()
  expect([(await app.audit(failed)).length, (await app.audit(more)).length]).toEqual([2 * most, 2])
}, 60_000)

test('a hundred at once give no line too many', async () => {
  await using app = await testApp()
  const noor = await account(app)
  const desk = browser(app)
  await desk.signIn(noor.email)
  const wrong = { body: { code: '000000' } }
  await Promise.all(Array.from({ length: 100 }, () => desk.ask(sessionEndpoints.proveByCode, wrong)))
  const most = refusalsAtMost['sign-in']
  expect([(await app.audit(failed)).length, (await app.audit(more)).length]).toEqual([most, 1])
})

async function withSecondStep(app: TestApp): Promise<{ desk: Browser; member: string }> {
  const noor = await account(app)
  const desk = browser(app)
  await desk.signIn(noor.email)
  await desk.ask(secondFactorEndpoints.beginTotp)
  return { desk, member: noor.member }
}

test('a wrong code, recovery code or password of someone who is half in is written down', async () => {
  await using app = await testApp()
  const { desk, member } = await withSecondStep(app)
  const { proveByCode, proveByPassword, changePassword } = sessionEndpoints
  const counted = await countedDuring(app, async () => {
    expect(await desk.ask(proveByCode, { body: { code: '000000' } })).toMatchObject({ code: 'proof-wrong' })
    expect(await desk.ask(proveByCode, { body: { code: 'aaaa-bbbb-cccc-dddd' } })).toMatchObject({
      code: 'proof-wrong',
    })
    expect(await desk.ask(proveByPassword, { body: { password: typed } })).toMatchObject({
      code: 'proof-wrong',
    })
    const body = { current: typed, next: 'drie stille paarden in de wei' }
    expect(await desk.ask(changePassword, { body })).toMatchObject({ code: 'proof-wrong' })
  })
  expect(counted).toEqual({ 'second-step': 2, password: 2 })
  expect((await app.audit(failed)).map(({ actor }) => actor)).toEqual(Array(4).fill(member))
  // What is right is no failure.
  expect((await desk.ask(proveByPassword, { body: { password } })).status).toBe(200)
  expect(await app.audit(failed)).toHaveLength(4)
})

test('a passkey that is known but wrong is written down for its holder; an unknown one is only counted', async () => {
  await using app = await testApp()
  const noor = await account(app)
  const desk = browser(app)
  await desk.signIn(noor.email)
  const authenticator = softwareAuthenticator(publicUrl)
  const asked = (await desk.ask(passkeyEndpoints.registrationOptions)).body as {
    ceremony: string
    options: never
  }
  const made = { ceremony: asked.ceremony, name: 'Telefoon', response: authenticator.create(asked.options) }
  expect((await desk.ask(passkeyEndpoints.register, { body: made })).status).toBe(200)
  const tryWith = async (response: (options: never) => unknown) => {
    const thief = browser(app)
    const { body } = await thief.ask(passkeyEndpoints.signInOptions)
    const { ceremony, options } = body as { ceremony: string; options: never }
    return thief.ask(passkeyEndpoints.signIn, { body: { ceremony, response: response(options) } })
  }
  const counted = await countedDuring(app, async () => {
    const wrong = await tryWith((options) => authenticator.get(options, { brokenSignature: true }))
    const unknown = await tryWith(() => ({ id: randomBytes(16).toString('base64url') }))
    expect([wrong.status, wrong.body]).toEqual([unknown.status, unknown.body])
  })
  expect(counted).toEqual({ passkey: 2 })
  expect((await app.audit(failed)).map(({ actor }) => actor)).toEqual([noor.member])
})

test('the answer does not wait for the line, so that it takes as long for a known as for an unknown address', async () => {
  await using app = await testApp()
  const noor = await account(app)
  const holding = await app.owner.startTransaction().execute()
  try {
    await sql`lock table audit_event, audit_head in access exclusive mode`.execute(holding)
    expect((await browser(app).signIn(noor.email, typed)).status).toBe(401)
  } finally {
    await holding.rollback().execute()
  }
  expect(await app.audit(failed)).toHaveLength(1)
})

test('the privacy officer finds them, and reads that it was refused', async () => {
  await using app = await testApp()
  const noor = await account(app)
  await browser(app).signIn(noor.email, typed)
  await asideDone()
  const els = app.as(await app.professional({ name: 'Els', role: 'privacy-officer' }))
  const { lines } = await els.call(auditEndpoints.read, { query: { basis: 'refused' } })
  expect(lines).toMatchObject([{ action: failed, basis: 'refused', actor: { kind: 'member', name: 'Noor' } }])
  expect((await els.call(auditEndpoints.verify)).broken).toBeNull()
})
