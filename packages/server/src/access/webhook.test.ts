import { webhookEndpoints } from '@weerklank/core/access/webhooks.contract'
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asMaintenance } from '../db/maintenance.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { answerFields } from '../test-factories.ts'
import type { Person } from '../test-member.ts'
import { deliver, isSigned, listening, webhookOf } from './webhook.fixture.ts'

const minute = 60_000
const day = 86_400_000

const logOf = async (app: TestApp, by: Person, id: string) =>
  (await app.as(by).call(webhookEndpoints.deliveries, { params: { webhook: id } })).deliveries

/** A workspace in which nothing is planned: the tests of this file share a database, and work has no workspace. */
async function quiet() {
  const app = await testApp()
  await app.db.deleteFrom('job').execute()
  return app
}

test('an answer and its signal are told by identifier, signed, once, and only to programs of who takes part', async () => {
  await using app = await quiet()
  await using program = await listening()
  await using stranger = await listening()
  const relation = await app.relation()
  const noor = relation.by
  const { id, secret } = await webhookOf(app, noor, program.url)
  await webhookOf(app, await app.professional({ name: 'Eva' }), stranger.url)
  await app.answer({ in: relation, fields: answerFields('2', 'Ik voelde me niet gehoord.') })
  await deliver(app)
  const { signals } = await app
    .as(noor)
    .call(feedbackEndpoints.relationFeedback, { params: { relation: relation.id } })
  expect(signals.length).toBeGreaterThan(0)
  // Messages go out as they are due, in no order of their own.
  const told = program.got
    .map(({ body }) => body)
    .sort((one, other) => (String(one.event) < String(other.event) ? -1 : 1))
  expect(told.map(({ event }) => event)).toEqual(['response.received', ...signals.map(() => 'signal.opened')])
  expect(told[0]).toEqual({
    ...{ id: expect.any(String), event: 'response.received', at: app.clock.now() },
    ...{ workspace: app.workspace, relation: relation.id, response: expect.any(String) },
  })
  expect(new Set(told.slice(1).map(({ signal }) => signal))).toEqual(new Set(signals.map((one) => one.id)))
  for (const one of program.got) {
    expect(isSigned(one, secret)).toBe(true)
    expect(isSigned(one, 'whs_other')).toBe(false)
    expect(one.text).not.toMatch(/gehoord|"answers"|Lina/)
    expect(one.headers['weerklank-delivery']).toBe(one.body.id)
  }
  expect(stranger.got).toEqual([])
  await deliver(app)
  expect(program.got.length).toBe(told.length)
  const log = await logOf(app, noor, id)
  expect(log.map((one) => [one.state, one.tries.map(({ status, problem }) => [status, problem])])).toEqual(
    told.map(() => ['delivered', [[204, null]]]),
  )
})

test('without anybody to tell nothing is planned; an answer that is taken back plans nothing', async () => {
  await using app = await quiet()
  const relation = await app.relation()
  await app.answer({ in: relation, value: '2' })
  const planned = () => app.db.selectFrom('job').select('kind').where('kind', '=', 'webhook-event').execute()
  expect(await planned()).toEqual([])
  await webhookOf(app, relation.by, 'http://localhost:1/x')
  expect(await planned()).toEqual([])
})

test('what did not arrive is tried again, each time later, with the same identifier and a new signature', async () => {
  await using app = await quiet()
  await using program = await listening({ status: 500 })
  const relation = await app.relation()
  const { id, secret } = await webhookOf(app, relation.by, program.url)
  await app.answer({ in: relation, value: '9' })
  await deliver(app)
  await deliver(app)
  expect(program.got.length).toBe(1)
  app.clock.advance(minute / 2)
  await deliver(app)
  expect(program.got.length).toBe(2)
  app.clock.advance(minute)
  await deliver(app)
  expect(program.got.length).toBe(2)
  app.clock.advance(minute)
  program.answer.status = 200
  await deliver(app)
  expect(new Set(program.got.map(({ body }) => body.id)).size).toBe(1)
  expect(new Set(program.got.map(({ headers }) => headers['weerklank-signature'])).size).toBe(3)
  expect(program.got.every((one) => isSigned(one, secret))).toBe(true)
  const [one] = await logOf(app, relation.by, id)
  expect(one?.tries.map(({ status, problem, at }) => [status, problem, at])).toEqual([
    [500, 'status', '2026-11-19T08:00:00.000Z'],
    [500, 'status', '2026-11-19T08:00:30.000Z'],
    [200, null, '2026-11-19T08:02:30.000Z'],
  ])
  const own = await app.as(relation.by).call(webhookEndpoints.webhooks)
  expect(own.own).toMatchObject([{ state: 'on', failingSince: null }])
})

test('no redirect is followed, no answer waited for without end, nothing sent to a house network', async () => {
  await using app = await quiet()
  await using elsewhere = await listening()
  await using program = await listening({ status: 302, headers: { location: elsewhere.url } })
  const relation = await app.relation()
  const { id } = await webhookOf(app, relation.by, program.url)
  const problems = async () =>
    (await logOf(app, relation.by, id)).flatMap((one) => one.tries.map(({ problem }) => problem))
  await app.answer({ in: relation, value: '9' })
  await deliver(app)
  expect(elsewhere.got).toEqual([])
  program.answer.status = 0
  app.clock.advance(minute)
  await deliver(app)
  app.clock.advance(10 * minute)
  const got = program.got.length
  await deliver(app, { thisMachine: false, networks: null })
  expect(program.got.length).toBe(got)
  expect(await problems()).toEqual(['redirect', 'timeout', 'refused-address'])
}, 20_000)

test('where nothing arrives for days nothing is sent any more; administrators are told, and it can be switched on again', async () => {
  await using app = await quiet()
  await using program = await listening({ status: 410 })
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  const relation = await app.relation()
  const { id } = await webhookOf(app, relation.by, program.url)
  await app.answer({ in: relation, value: '9' })
  await deliver(app)
  app.clock.advance(5 * day)
  await deliver(app)
  const state = async () => (await app.as(relation.by).call(webhookEndpoints.webhooks)).own[0]?.state
  expect(await state()).toBe('failing')
  expect((await app.audit('webhook.stopped')).map(({ actor, subject_id }) => [actor, subject_id])).toEqual([
    ['system', id],
  ])
  const mails = await asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('mail_message')
      .select(['to_address', 'subject', 'body_text'])
      .where('workspace_id', '=', app.workspace)
      .where('kind', '=', 'webhook-stopped')
      .execute(),
  )
  expect(mails.map(({ to_address }) => to_address)).toEqual([ada.email])
  expect(mails[0]?.body_text).toContain('http://weerklank.test/koppelingen')
  const sent = program.got.length
  await app.answer({ in: relation, value: '9' })
  await deliver(app)
  expect(program.got.length).toBe(sent)
  program.answer.status = 200
  await app.as(ada).call(webhookEndpoints.switchWebhook, { params: { webhook: id }, body: { on: true } })
  await app.answer({ in: relation, value: '9' })
  await deliver(app)
  expect(await state()).toBe('on')
  expect(program.got.length).toBe(sent + 1)
})

test('a message can be sent again, whatever became of it', async () => {
  await using app = await quiet()
  await using program = await listening()
  const relation = await app.relation()
  const eva = await app.professional({ name: 'Eva' })
  const { id } = await webhookOf(app, relation.by, program.url)
  await app.answer({ in: relation, value: '9' })
  await deliver(app)
  const [one] = await logOf(app, relation.by, id)
  const params = { webhook: id, delivery: one?.id ?? '' }
  expect(await app.as(eva).refusal(webhookEndpoints.sendAgain, { params })).toMatchObject({
    code: 'not-found',
  })
  // Asked twice before it went: it goes once.
  await app.as(relation.by).call(webhookEndpoints.sendAgain, { params })
  await app.as(relation.by).call(webhookEndpoints.sendAgain, { params })
  await deliver(app)
  expect(program.got.map(({ body }) => body.id)).toEqual([one?.id, one?.id])
  expect((await logOf(app, relation.by, id))[0]?.tries.length).toBe(2)
  expect((await app.audit('webhook.sent-again')).length).toBe(2)
})

test('one has ten webhooks at most: each answer is told to all of them in turn', async () => {
  await using app = await quiet()
  const noor = await app.professional()
  for (let many = 0; many < 10; many++) await webhookOf(app, noor, `http://localhost:${4100 + many}/`)
  const body = { url: 'http://localhost:4110/', events: ['response.received' as const] }
  expect(await app.as(noor).refusal(webhookEndpoints.makeWebhook, { body })).toMatchObject({
    code: 'invalid-input',
  })
})

test('who takes no part any more is told nothing, also not what waited', async () => {
  await using app = await quiet()
  await using program = await listening({ status: 500 })
  const relation = await app.relation()
  const { id } = await webhookOf(app, relation.by, program.url)
  await app.answer({ in: relation, value: '9' })
  await deliver(app)
  const gone = sql`update relation set member_ids = '{}' where id = ${relation.id}`
  await asMaintenance(app.owner, (trx) => gone.execute(trx))
  app.clock.advance(minute)
  await deliver(app)
  expect(program.got.length).toBe(1)
  expect((await logOf(app, relation.by, id)).map(({ state }) => state)).toEqual(['given-up'])
  await app.answer({ in: relation, value: '9' })
  await deliver(app)
  expect(program.got.length).toBe(1)
})

test('only https, and only her own: whoever else asks finds nothing; the log is never for an administrator', async () => {
  await using app = await quiet()
  await using elsewhere = await testApp()
  const noor = await app.professional({ name: 'Noor' })
  const eva = await app.professional({ name: 'Eva' })
  const ada = await app.professional({ name: 'Ada', role: 'administrator' })
  const guest = await app.professional({ name: 'Gijs', role: 'guest' })
  const { id, secret } = await webhookOf(app, noor, 'https://epd.example/weerklank?naar=ons')
  const events = ['response.received' as const]
  for (const url of [
    'http://epd.example/',
    'ftp://epd.example',
    'https://a:b@epd.example/',
    'javascript:alert(1)',
    'x',
  ]) {
    expect(await app.as(noor).refusal(webhookEndpoints.makeWebhook, { body: { url, events } })).toMatchObject(
      {
        code: 'invalid-input',
      },
    )
  }
  expect(
    await app.as(guest).refusal(webhookEndpoints.makeWebhook, { body: { url: 'https://x.example', events } }),
  ).toMatchObject({ code: 'not-allowed' })
  const params = { webhook: id }
  const ilse = await elsewhere.professional({ name: 'Ilse', role: 'administrator' })
  for (const [at, by] of [
    [app, eva],
    [elsewhere, ilse],
  ] as const) {
    for (const endpoint of [webhookEndpoints.deliveries, webhookEndpoints.removeWebhook] as const) {
      expect(await at.as(by).refusal(endpoint, { params })).toMatchObject({ code: 'not-found' })
    }
    expect(
      await at.as(by).refusal(webhookEndpoints.switchWebhook, { params, body: { on: false } }),
    ).toMatchObject({ code: 'not-found' })
  }
  expect(await app.as(ada).refusal(webhookEndpoints.deliveries, { params })).toMatchObject({
    code: 'not-found',
  })
  const seen = await app.as(ada).call(webhookEndpoints.webhooks)
  expect(seen.others).toMatchObject([{ id, by: 'Noor', state: 'on' }])
  expect(JSON.stringify(seen)).not.toContain(secret)
  await app.as(ada).call(webhookEndpoints.switchWebhook, { params, body: { on: false } })
  expect((await app.as(noor).call(webhookEndpoints.webhooks)).own).toMatchObject([{ state: 'stopped' }])
  await app.as(noor).call(webhookEndpoints.removeWebhook, { params })
  expect((await app.as(noor).call(webhookEndpoints.webhooks)).own).toEqual([])
  const kept = await app.audit()
  expect(kept.map(({ action }) => action).filter((action) => action.startsWith('webhook.'))).toEqual([
    ...['webhook.made', 'webhook.changed', 'webhook.removed'],
  ])
})
