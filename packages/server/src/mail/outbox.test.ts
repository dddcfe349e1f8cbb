/** Mails that wait: stored with their deed, sent once, emptied afterwards. */
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { inContext } from '../db/context.ts'
import { runDueJobs } from '../jobs/jobs.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { openMailer, type Transport } from './mail.ts'
import { headersOf, mailServer, textOf } from './mail-server.fixture.ts'
import { enqueueMail, mailJobKind, noteMissed } from './outbox.ts'
import { sendMail } from './send.ts'
import { openTransport } from './transport.ts'

const minute = 60_000
const hour = 60 * minute
const from = 'Weerklank <hallo@weerklank.test>'
const mail = {
  to: 'lina@thuis.example',
  name: 'Lina',
  subject: 'Een bericht',
  text: 'Dag Lina,',
  html: '<p>Dag',
}

const inSystem = (app: TestApp, workspace: WorkspaceId = app.workspace) => ({
  ...{ workspace, actor: 'system' as const, relations: [] },
})

const write = (app: TestApp, of: Partial<typeof mail> = {}) =>
  inContext(app.db, inSystem(app), (trx) =>
    enqueueMail(trx, app.world, { workspace: app.workspace, kind: 'notice', mail: { ...mail, ...of } }),
  )

const rows = (app: TestApp) =>
  inContext(app.db, inSystem(app), (trx) =>
    trx.selectFrom('mail_message').selectAll().orderBy('id').execute(),
  )

/** Does what is due, as one of the processes. */
const work = (app: TestApp, transport: Transport | null) =>
  runDueJobs({
    ...{ db: app.db, world: app.world, log: app.logger },
    handlers: { [mailJobKind]: sendMail({ db: app.db, world: app.world, log: app.logger, transport }) },
  })

const own = { ownDatabase: true }

test('a mail is stored with its deed or not at all, sent soon, and nothing of it is kept', async () => {
  await using server = await mailServer()
  await using app = await testApp(own)
  const failing = inContext(app.db, inSystem(app), async (trx) => {
    await enqueueMail(trx, app.world, { workspace: app.workspace, kind: 'notice', mail })
    throw new Error('it did not happen')
  })
  await expect(failing).rejects.toThrow('it did not happen')
  expect(await rows(app)).toEqual([])
  const id = await write(app)
  await work(app, openTransport({ smtpUrl: server.url, from }))
  expect(server.mails.map(({ to, raw }) => [to, headersOf(raw, 'message-id'), textOf(raw)])).toEqual([
    [['lina@thuis.example'], [`<${id}@weerklank.test>`], 'Dag Lina,'],
  ])
  expect(await rows(app)).toMatchObject([{ id, attempts: 1, body_text: '', body_html: '', last_error: null }])
  await work(app, openTransport({ smtpUrl: server.url, from }))
  expect(server.mails).toHaveLength(1)
})

test('a line that breaks in the middle is tried again later, and one mail arrives', async () => {
  await using server = await mailServer({ cut: 2 })
  await using app = await testApp(own)
  const id = await write(app, { text: 'Regel.\n'.repeat(2_500) })
  const transport = openTransport({ smtpUrl: server.url, from })
  await work(app, transport)
  expect(await rows(app)).toMatchObject([{ attempts: 1, last_error: 'away', claimed_until: null }])
  // Not before its time.
  await work(app, transport)
  expect(server.seen.tries).toBe(1)
  app.clock.advance(minute)
  await work(app, transport)
  app.clock.advance(4 * minute)
  await work(app, transport)
  expect([server.seen.tries, server.mails.length]).toEqual([3, 1])
  expect(headersOf(server.mails[0]?.raw ?? '', 'message-id')).toEqual([`<${id}@weerklank.test>`])
  expect(app.logText()).not.toContain('lina@')
})

test('several processes at once send each mail once', async () => {
  await using server = await mailServer()
  await using app = await testApp(own)
  const ids = await Promise.all(Array.from({ length: 12 }, () => write(app)))
  const transport = openTransport({ smtpUrl: server.url, from })
  const twin = await app.twin()
  await Promise.all([
    work(app, transport),
    work(twin, transport),
    work(app, transport),
    work(twin, transport),
  ])
  await twin.close()
  const sent = server.mails.map(({ raw }) => headersOf(raw, 'message-id')[0])
  expect(sent.toSorted()).toEqual(ids.map((id) => `<${id}@weerklank.test>`).toSorted())
})

test('a process that dies while sending leaves a question for a person, not a second mail', async () => {
  await using app = await testApp(own)
  await write(app)
  let tries = 0
  const dying: Transport = {
    deliver: () => {
      tries++
      return new Promise(() => undefined)
    },
  }
  void work(app, dying)
  await expect.poll(() => tries).toBe(1)
  app.clock.advance(6 * minute)
  const counting: Transport = { deliver: async () => ({ sent: ++tries > 0 }) as { sent: true } }
  await work(app, counting)
  expect(await rows(app)).toMatchObject([{ given_up_at: null, sent_at: null }])
  app.clock.advance(6 * minute)
  await work(app, counting)
  expect([tries, await rows(app)]).toMatchObject([1, [{ last_error: 'interrupted', sent_at: null }]])
  expect((await rows(app))[0]?.given_up_at).not.toBeNull()
})

test('what never succeeds is given up after some tries, with the reason', async () => {
  await using app = await testApp(own)
  await write(app)
  const at: number[] = []
  const away: Transport = {
    deliver: async () => {
      at.push(Date.parse(app.clock.now()))
      return { sent: false, problem: 'away' }
    },
  }
  for (let i = 0; i < 48 * 60; i++) {
    await work(app, away)
    app.clock.advance(minute)
  }
  const waits = at.slice(1).map((moment, i) => (moment - (at[i] ?? 0)) / minute)
  expect(waits).toEqual([1, 4, 16, 64, 256, 360, 360])
  expect(await rows(app)).toMatchObject([{ attempts: 8, last_error: 'away' }])
  expect(await app.db.selectFrom('job').selectAll().where('kind', '=', mailJobKind).execute()).toEqual([])
})

test('what is refused for good is given up at once', async () => {
  await using app = await testApp(own)
  await write(app, { to: 'geen adres' })
  await using server = await mailServer()
  await work(app, openTransport({ smtpUrl: server.url, from }))
  expect(await rows(app)).toMatchObject([{ attempts: 1, last_error: 'address', sent_at: null }])
  expect((await rows(app))[0]?.given_up_at).not.toBeNull()
})

test('without a mail server a mail waits for one, a week long', async () => {
  await using app = await testApp(own)
  await using server = await mailServer()
  await write(app)
  await work(app, null)
  expect(await rows(app)).toMatchObject([{ attempts: 0, last_error: 'no-server', body_text: 'Dag Lina,' }])
  app.clock.advance(hour)
  await work(app, openTransport({ smtpUrl: server.url, from }))
  expect(server.mails).toHaveLength(1)
  await write(app)
  await work(app, null)
  app.clock.advance(7 * 24 * hour + minute)
  await work(app, openTransport({ smtpUrl: server.url, from }))
  expect((await rows(app)).map((row) => row.last_error)).toEqual([null, 'too-old'])
  expect(server.mails).toHaveLength(1)
})

test('a month later nobody knows any more that it was sent', async () => {
  await using app = await testApp(own)
  await using server = await mailServer()
  const transport = openTransport({ smtpUrl: server.url, from })
  await write(app)
  await work(app, transport)
  app.clock.advance(31 * 24 * hour)
  const id = await write(app)
  await work(app, transport)
  expect((await rows(app)).map((row) => row.id)).toEqual([id])
})

test('the table itself keeps nothing of what was sent, and never what signs somebody in', async () => {
  await using app = await testApp(own)
  await write(app)
  const change = (text: string) => inContext(app.db, inSystem(app), (trx) => sql.raw(text).execute(trx))
  await expect(change('update mail_message set sent_at = now()')).rejects.toThrow(/check/)
  await expect(change("update mail_message set kind = 'sign-in'")).rejects.toThrow(/check/)
})

test('a sign-in link that could not be sent is noted without the link, one line per person', async () => {
  await using app = await testApp(own)
  const noor = await app.professional()
  const mailer = openMailer({ transport: null, onMissed: noteMissed(app) }, app.logger)
  const secret = 'https://weerklank.test/api/auth/magic-link/verify?token=geheim'
  for (const to of [noor.email, noor.email, 'niemand@elders.example']) {
    await mailer.send({ to, subject: 'Uw link', text: secret, html: secret })
  }
  expect(await rows(app)).toMatchObject([
    { kind: 'sign-in', to_address: noor.email, body_text: '', body_html: '', last_error: 'no-server' },
  ])
  const all = await asMaintenance(app.owner, (trx) => trx.selectFrom('mail_message').selectAll().execute())
  expect(all).toHaveLength(1)
  expect(JSON.stringify(all) + app.logText()).not.toContain('geheim')
})
