import { outboxEndpoints } from '@weerklank/core/access/outbox.contract'
import { expect, test } from 'vitest'
import { inContext } from '../db/context.ts'
import { runDueJobs } from '../jobs/jobs.ts'
import type { Transport } from '../mail/mail.ts'
import { headersOf, mailServer, textOf } from '../mail/mail-server.fixture.ts'
import { enqueueMail, mailJobKind, noteMissed } from '../mail/outbox.ts'
import { sendMail } from '../mail/send.ts'
import { openTransport } from '../mail/transport.ts'
import { type TestApp, testApp } from '../test-app.ts'

const { outbox, testMail, retryMail, removeMail } = outboxEndpoints
const administrator = (app: TestApp) => app.professional({ name: 'Ada', role: 'administrator' })
const mail = { to: 'lina@thuis.example', name: 'Lina', subject: 'Een bericht', text: 'Dag Lina,' }

const write = (app: TestApp, kind = 'notice') =>
  inContext(app.db, { workspace: app.workspace, actor: 'system', relations: [] }, (trx) =>
    enqueueMail(trx, app.world, { workspace: app.workspace, kind, mail }),
  )

const work = (app: TestApp, transport: Transport | null) =>
  runDueJobs({
    ...{ db: app.db, world: app.world, log: app.logger },
    handlers: { [mailJobKind]: sendMail({ db: app.db, world: app.world, log: app.logger, transport }) },
  })

const refusing: Transport = { deliver: async () => ({ sent: false, problem: 'address', isFinal: true }) }

test('whoever looks after the workspace reads what waits, and that she read it is in the record', async () => {
  await using app = await testApp()
  const ada = await administrator(app)
  await write(app)
  expect(await app.as(ada).call(outbox)).toMatchObject({
    canSend: false,
    messages: [
      {
        ...{ kind: 'notice', to: { name: 'Lina', address: 'lina@thuis.example' }, text: 'Dag Lina,' },
        ...{ subject: 'Een bericht', state: 'waiting', attempts: 0, problem: null, canRetry: false },
      },
    ],
  })
  expect(await app.audit('outbox.read')).toHaveLength(1)
})

test('nobody else reads, tries or removes anything, in this workspace or another', async () => {
  await using app = await testApp()
  const id = await write(app)
  const strangers = [
    ...[await app.professional(), await app.professional({ name: 'Guus', role: 'guest' })],
    await app.professional({ name: 'Riet', role: 'researcher' }),
  ]
  const params = { message: id }
  for (const by of strangers) {
    for (const endpoint of [outbox, testMail]) {
      expect(await app.as(by).refusal(endpoint)).toMatchObject({ code: 'not-allowed' })
    }
    for (const endpoint of [retryMail, removeMail]) {
      expect(await app.as(by).refusal(endpoint, { params })).toMatchObject({ code: 'not-allowed' })
    }
  }
  const other = await app.otherWorkspace()
  const theirs = await app.professional({ name: 'Ilse', role: 'administrator', workspace: other })
  expect((await app.as(theirs).call(outbox)).messages).toEqual([])
  for (const endpoint of [retryMail, removeMail]) {
    expect(await app.as(theirs).refusal(endpoint, { params })).toMatchObject({ code: 'not-found' })
  }
  expect((await app.as(null).request('GET', outbox.path)).status).toBe(401)
  expect((await app.as(await administrator(app)).call(outbox)).messages).toHaveLength(1)
})

test('what was given up is tried again when she says so, and then leaves the list', async () => {
  await using server = await mailServer()
  await using app = await testApp({ ownDatabase: true })
  const ada = await administrator(app)
  const id = await write(app)
  expect(await app.as(ada).refusal(retryMail, { params: { message: id } })).toMatchObject({
    code: 'conflict',
  })
  await work(app, refusing)
  const [failed] = (await app.as(ada).call(outbox)).messages
  expect(failed).toMatchObject({ id, state: 'failed', problem: 'address', canRetry: true, text: 'Dag Lina,' })
  await app.as(ada).call(retryMail, { params: { message: id } })
  await work(app, openTransport({ smtpUrl: server.url, from: 'wk@weerklank.test' }))
  expect(server.mails).toHaveLength(1)
  expect((await app.as(ada).call(outbox)).messages).toEqual([])
  expect(await app.audit('mail.retried')).toMatchObject([{ subject_id: id }])
})

test('what was passed on in another way is removed, and not sent any more', async () => {
  await using server = await mailServer()
  await using app = await testApp({ ownDatabase: true })
  const ada = await administrator(app)
  const id = await write(app)
  await app.as(ada).call(removeMail, { params: { message: id } })
  expect(await app.as(ada).refusal(removeMail, { params: { message: id } })).toMatchObject({
    code: 'not-found',
  })
  await work(app, openTransport({ smtpUrl: server.url, from: 'wk@weerklank.test' }))
  expect(server.mails).toEqual([])
  expect(await app.audit('mail.removed')).toMatchObject([{ subject_id: id }])
})

test('a sign-in link that could not be sent shows for whom and why, nothing to copy and nothing to try', async () => {
  await using app = await testApp()
  const ada = await administrator(app)
  await noteMissed(app)({ to: ada.email, subject: 'Uw link', problem: 'away' })
  const { messages } = await app.as(ada).call(outbox)
  expect(messages).toMatchObject([
    { kind: 'sign-in', text: null, state: 'failed', problem: 'away', canRetry: false },
  ])
  const params = { message: messages[0]?.id ?? '' }
  expect(await app.as(ada).refusal(retryMail, { params } as never)).toMatchObject({ code: 'conflict' })
  await app.as(ada).call(removeMail, { params } as never)
})

test.each(['own-account', 'question'])(
  'the text of a letter (%s) that lets somebody in is for nobody, waiting or failed; it is tried again',
  async (kind) => {
    await using server = await mailServer()
    await using app = await testApp({ ownDatabase: true })
    const ada = await administrator(app)
    const id = await write(app, kind)
    const hidden = { id, kind, text: null, to: { name: 'Lina', address: 'lina@thuis.example' } }
    expect((await app.as(ada).call(outbox)).messages).toMatchObject([{ ...hidden, state: 'waiting' }])
    await work(app, refusing)
    expect((await app.as(ada).call(outbox)).messages).toMatchObject([
      { ...hidden, state: 'failed', canRetry: true },
    ])
    await app.as(ada).call(retryMail, { params: { message: id } })
    await work(app, openTransport({ smtpUrl: server.url, from: 'wk@weerklank.test' }))
    expect(server.mails.map(({ raw }) => textOf(raw))).toEqual([expect.stringContaining('Dag Lina,')])
  },
)

test('a mail to oneself tells whether mail works', async () => {
  await using server = await mailServer()
  await using app = await testApp({ ownDatabase: true })
  const ada = await administrator(app)
  await app.as(ada).call(testMail)
  await work(app, openTransport({ smtpUrl: server.url, from: 'wk@weerklank.test' }))
  const [{ raw, to } = { raw: '', to: [] }] = server.mails
  expect([to, headersOf(raw, 'subject')]).toEqual([[ada.email], ['Mail van Weerklank werkt']])
  expect(textOf(raw)).toContain('Dag Ada,')
  expect(await app.audit('mail.tested')).toHaveLength(1)
})
