/** The link by mail, through the real outbox and a real mail server: what is said, how often, and what is kept. */
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { waysInEndpoints } from '@weerklank/core/feedback/ways-in.contract'
import type { InvitationId, RelationId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { runDueJobs } from '../jobs/jobs.ts'
import { mailServer, textOf } from '../mail/mail-server.fixture.ts'
import { mailJobKind } from '../mail/outbox.ts'
import { sendMail } from '../mail/send.ts'
import { openTransport } from '../mail/transport.ts'
import { type TestApp, testApp } from '../test-app.ts'

const email = 'lina@post.example'
const from = 'Weerklank <hallo@weerklank.test>'
const minute = 60_000

async function asked(app: TestApp) {
  const relation = await app.relation()
  const id = app.world.newId<InvitationId>()
  const params: { relation: RelationId; invitation: InvitationId } = {
    relation: relation.id,
    invitation: id,
  }
  const body = { id, participant: relation.client.id, contact: null }
  const made = await app.as(relation.by).call(feedbackEndpoints.invite, { params, body })
  const by = app.as(relation.by)
  return { ...made, params, by, mail: () => by.call(waysInEndpoints.mailLink, { params, body: { email } }) }
}

/** Does what is due by a mail server, or by none. */
const work = (app: TestApp, smtpUrl: string | null) =>
  runDueJobs({
    ...{ db: app.db, world: app.world, log: app.logger },
    handlers: {
      'window-check': async () => null,
      [mailJobKind]: sendMail({
        ...{ db: app.db, world: app.world, log: app.logger },
        transport: smtpUrl === null ? null : openTransport({ smtpUrl, from }),
      }),
    },
  })

const kept = (app: TestApp) =>
  asMaintenance(app.owner, (trx) =>
    trx.selectFrom('mail_message').selectAll().where('kind', '=', 'check-link').execute(),
  )

test('the letter has a working link and nobody’s name; the address is gone once it is sent', async () => {
  await using server = await mailServer()
  await using app = await testApp({ ownDatabase: true, smtpUrl: server.url })
  const one = await asked(app)
  expect(await one.mail()).toMatchObject({ canMail: true, letters: { sent: 1, atMost: 3, last: 'waiting' } })
  expect(await kept(app)).toMatchObject([{ to_address: email }])
  await work(app, server.url)
  expect(server.mails.map(({ to }) => to)).toEqual([[email]])
  const text = textOf(server.mails[0]?.raw ?? '')
  expect(text).toContain('Er staat een korte vraag voor')
  for (const word of ['Lina', 'Noor', 'contact', 'hoe het was']) expect(text).not.toContain(word)
  const link = /http:\/\/weerklank\.test\/f\/[\w-]{43}/.exec(text)?.[0] ?? ''
  expect(link).not.toBe(one.url)
  expect(await kept(app)).toMatchObject([{ to_address: '', body_text: '', body_html: '', to_name: '' }])
  const rows = await asMaintenance(app.owner, (trx) => trx.selectFrom('invitation').selectAll().execute())
  expect(JSON.stringify([await kept(app), rows, await app.audit()]) + app.logText()).not.toContain(email)
  expect(await one.by.call(waysInEndpoints.waysIn, one)).toMatchObject({ letters: { sent: 1, last: 'sent' } })
  expect((await app.link(one.url).get()).status).toBe(200)
  expect((await app.link(link).answer({ 'a.heard': '8' })).status).toBe(200)
  expect(await one.by.refusal(waysInEndpoints.mailLink, { ...one, body: { email } })).toMatchObject({
    code: 'conflict',
  })
  expect((await app.audit('invitation.mailed')).map((line) => line.subject_id)).toEqual([
    one.params.invitation,
  ])
})

test('what never succeeds is given up within a day, and the address goes with it', async () => {
  await using app = await testApp({ ownDatabase: true, smtpUrl: 'smtp://127.0.0.1:1' })
  const one = await asked(app)
  await one.mail()
  for (const minutes of [0, 1, 4, 16, 64, 256, 360, 360]) {
    app.clock.advance(minutes * minute)
    await work(app, 'smtp://127.0.0.1:1')
  }
  expect(await kept(app)).toMatchObject([{ to_address: '', body_text: '', last_error: 'away', attempts: 8 }])
  expect(await one.by.call(waysInEndpoints.waysIn, one)).toMatchObject({ letters: { last: 'failed' } })
})

test('without a mail server it waits a week for one, and no longer', async () => {
  await using app = await testApp({ ownDatabase: true })
  const one = await asked(app)
  expect(await one.mail()).toMatchObject({ canMail: false, letters: { last: 'waiting' } })
  await work(app, null)
  app.clock.advance(7 * 24 * 60 * minute + minute)
  await work(app, null)
  expect(await kept(app)).toMatchObject([{ to_address: '', body_text: '', last_error: 'too-old' }])
})

test('three letters go out for one question, also when they are asked for at once', async () => {
  await using app = await testApp()
  const one = await asked(app)
  const replies = await Promise.all(
    Array.from({ length: 5 }, () =>
      one.by
        .request(
          'POST',
          `/api/relations/${one.params.relation}/invitations/${one.params.invitation}/letters`,
          {
            email,
          },
        )
        .then(({ status }) => status),
    ),
  )
  expect(replies.toSorted()).toEqual([200, 200, 200, 409, 409])
})
