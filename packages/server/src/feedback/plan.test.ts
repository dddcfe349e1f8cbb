/** Asking by a plan on real parts: letters at their time, within limits, and what the person herself chooses. */
import { planEndpoints } from '@weerklank/core/feedback/plan.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { ContactId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { runDueJobs } from '../jobs/jobs.ts'
import { mailServer } from '../mail/mail-server.fixture.ts'
import { mailJobKind } from '../mail/outbox.ts'
import { sendMail } from '../mail/send.ts'
import { openTransport } from '../mail/transport.ts'
import { type TestApp, testApp } from '../test-app.ts'
import type { BuiltRelation } from '../test-factories.ts'
import { checkPlanLook } from './plan.job.ts'
import { checkPlanKind } from './plan.repository.ts'

const hourMs = 3_600_000
const publicUrl = 'http://weerklank.test'
const email = 'lina@post.example'

/** Lets the hours go by, with the work that is due in each; mails stay in the outbox unless they are to be sent. */
async function hours(app: TestApp, count: number, send: Parameters<typeof runDueJobs>[0]['handlers'] = {}) {
  const handlers = {
    [checkPlanKind]: checkPlanLook({ ...app, announce: app.hub.announce, publicUrl }),
    'window-check': async () => null,
    [mailJobKind]: async () => null,
    ...send,
  }
  for (let i = 0; i <= count; i++) {
    await runDueJobs({ db: app.db, world: app.world, log: app.logger, handlers })
    if (i < count) app.clock.advance(hourMs)
  }
}

type Saved = { rhythm?: 'weeks' | 'after-contact' | 'none'; email?: string; weekends?: boolean }

const save = (app: TestApp, of: BuiltRelation, { rhythm = 'weeks', ...rest }: Saved = {}) =>
  app.as(of.by).call(planEndpoints.savePlan, {
    params: { relation: of.id, participant: of.client.id },
    body: { rhythm, everyWeeks: 2, weekends: false, email, ...rest },
  })

const outbox = (app: TestApp) =>
  asMaintenance(app.owner, (trx) =>
    trx
      .selectFrom('mail_message')
      .select(['to_address', 'to_name', 'subject', 'body_text', 'created_at'])
      .where('workspace_id', '=', app.workspace)
      .where('kind', '=', 'question')
      .orderBy('created_at')
      .execute(),
  )

const linkIn = (text: string) => /http:\/\/weerklank\.test(\/f\/[\w-]{43})$/m.exec(text)?.[1] ?? ''

test('a plan asks once and reminds twice, in hours of the day, and then is quiet until the next question', async () => {
  await using app = await testApp({ now: '2026-11-19T21:00:00.000Z', ownDatabase: true })
  const relation = await app.relation()
  await save(app, relation)
  // Thursday evening: the question waits for Friday morning; three days later is Monday.
  await hours(app, 13 * 24)
  const mails = await outbox(app)
  expect(mails.map((mail) => mail.created_at.slice(0, 13))).toEqual([
    ...['2026-11-20T08', '2026-11-23T08', '2026-11-26T08'],
  ])
  expect(mails.map((mail) => mail.to_address)).toEqual([email, email, email])
  const { plans } = await app.as(relation.by).call(planEndpoints.plans, { params: { relation: relation.id } })
  expect(plans).toMatchObject([{ participant: relation.client.id, asked: 1, reminded: 2, stoppedAt: null }])
  // Two weeks of the calendar after the first, and so it goes out then.
  expect(plans[0]?.nextAt).toBe('2026-12-04T08:00:00.000Z')
  expect((await app.audit('invitation.reminded')).map((line) => line.actor)).toEqual(['system', 'system'])
  await hours(app, 4 * 24)
  expect((await outbox(app)).at(-1)?.created_at.slice(0, 13)).toBe('2026-12-04T08')
})

test('whoever answered is not reminded, by whichever of her links', async () => {
  await using app = await testApp({ now: '2026-11-17T09:00:00.000Z', ownDatabase: true })
  const relation = await app.relation()
  await save(app, relation)
  await hours(app, 3 * 24 + 1)
  const [first, second, ...others] = await outbox(app)
  expect(others).toEqual([])
  expect(linkIn(first?.body_text ?? '')).not.toBe(linkIn(second?.body_text ?? ''))
  expect((await app.link(linkIn(first?.body_text ?? '')).answer({ 'a.heard': '8' })).status).toBe(200)
  await hours(app, 8 * 24)
  expect(await outbox(app)).toHaveLength(2)
})

test('a letter says nobody’s name and nothing of what is asked; the real mail server takes it', async () => {
  await using server = await mailServer()
  await using app = await testApp({ now: '2026-11-17T09:00:00.000Z', ownDatabase: true })
  const relation = await app.relation()
  await save(app, relation)
  const transport = openTransport({ smtpUrl: server.url, from: 'Weerklank <post@weerklank.test>' })
  await hours(app, 0, {
    [mailJobKind]: sendMail({ db: app.db, world: app.world, log: app.logger, transport }),
  })
  await hours(app, 0, {
    [mailJobKind]: sendMail({ db: app.db, world: app.world, log: app.logger, transport }),
  })
  const [mail, ...others] = server.mails
  expect(others).toEqual([])
  expect(mail?.to).toEqual([email])
  const raw = (mail?.raw ?? '').replace(/=\r?\n/g, '')
  for (const word of ['Lina', 'Noor', 'Contactcheck', 'contact-check', relation.id])
    expect(raw).not.toContain(word)
  expect(raw).toContain('/vragen')
})

test('without a mail server nothing is written to an address that was given: the link waits, and where it is set it says so', async () => {
  await using app = await testApp({ now: '2026-11-17T09:00:00.000Z', ownDatabase: true })
  const relation = await app.relation()
  await save(app, relation)
  const params = { relation: relation.id }
  const look = checkPlanLook({ ...app, announce: app.hub.announce, publicUrl, canSendMail: false })
  await hours(app, 6 * 24, { [checkPlanKind]: look })
  expect(await outbox(app)).toEqual([])
  const { plans, canMail } = await app.as(relation.by).call(planEndpoints.plans, { params })
  expect(canMail).toBe(false)
  // The address is kept for when there is one.
  expect(plans).toMatchObject([{ asked: 1, reminded: 0, email }])
})

test('without an address the link waits for the professional, and nobody is reminded', async () => {
  await using app = await testApp({ now: '2026-11-17T09:00:00.000Z', ownDatabase: true })
  const relation = await app.relation()
  await save(app, relation, { email: '' })
  await hours(app, 6 * 24)
  expect(await outbox(app)).toEqual([])
  const { plans } = await app.as(relation.by).call(planEndpoints.plans, { params: { relation: relation.id } })
  expect(plans).toMatchObject([{ asked: 1, reminded: 0 }])
})

test('after each contact: one question about it, an hour after it began', async () => {
  await using app = await testApp({ now: '2026-11-17T09:00:00.000Z', ownDatabase: true })
  const relation = await app.relation()
  await save(app, relation, { rhythm: 'after-contact' })
  const id = app.world.newId<ContactId>()
  await app.as(relation.by).call(relationEndpoints.planContact, {
    params: { relation: relation.id },
    body: { id, kind: 'contact', at: '2026-11-18T13:00:00.000Z', place: '', summary: '' },
  })
  await hours(app, 2 * 24)
  expect((await outbox(app)).map((mail) => mail.created_at.slice(0, 13))).toEqual(['2026-11-18T14'])
  const asked = await asMaintenance(app.owner, (trx) =>
    trx.selectFrom('invitation').select('contact_id').where('relation_id', '=', relation.id).execute(),
  )
  expect(asked).toEqual([{ contact_id: id }])
})

test('she pauses, stops and begins again by a link, without script; opening the page alone changes nothing', async () => {
  await using app = await testApp({ now: '2026-11-17T09:00:00.000Z', ownDatabase: true })
  const relation = await app.relation()
  await save(app, relation)
  await hours(app, 1)
  const path = linkIn((await outbox(app))[0]?.body_text ?? '')
  const page = async () => (await app.hono.request(`http://weerklank.test${path}/vragen`)).text()
  const press = (choice: string) =>
    app.hono.request(`http://weerklank.test${path}/vragen`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `doe=${choice}`,
    })
  const plan = async () =>
    (await app.as(relation.by).call(planEndpoints.plans, { params: { relation: relation.id } })).plans[0]
  expect(await page()).toContain('Af en toe komt er vanzelf een vraag voor jou.')
  expect(await plan()).toMatchObject({ pausedUntil: null, stoppedAt: null })
  expect((await press('pauze')).status).toBe(303)
  expect(await plan()).toMatchObject({ pausedUntil: '2026-12-15T10:00:00.000Z', stoppedAt: null })
  expect(await page()).toContain('De vragen staan op pauze tot dinsdag 15 december.')
  await hours(app, 27 * 24)
  expect(await outbox(app)).toHaveLength(1)
  await press('stop')
  expect(await page()).toContain('Er komen geen vragen meer vanzelf.')
  expect(await plan()).toMatchObject({ nextAt: null })
  // The professional's own change leaves her choice as it is.
  await save(app, relation)
  await hours(app, 30 * 24)
  expect(await outbox(app)).toHaveLength(1)
  await press('weer')
  await hours(app, 24)
  expect(await outbox(app)).toHaveLength(2)
  const who = `participant:${relation.client.id}`
  expect(
    (await app.audit()).filter(({ actor, action }) => actor === who && action.startsWith('plan.')),
  ).toMatchObject([{ action: 'plan.paused' }, { action: 'plan.stopped' }, { action: 'plan.resumed' }])
})

test('nobody is asked by a plan in a collaboration that ended', async () => {
  await using app = await testApp({ now: '2026-11-17T21:00:00.000Z', ownDatabase: true })
  const relation = await app.relation()
  await save(app, relation)
  await asMaintenance(app.owner, (trx) =>
    trx.updateTable('relation').set({ closed_at: app.world.now() }).where('id', '=', relation.id).execute(),
  )
  await hours(app, 3 * 24)
  expect(await outbox(app)).toEqual([])
  const { plans } = await app.as(relation.by).call(planEndpoints.plans, { params: { relation: relation.id } })
  expect(plans).toMatchObject([{ rhythm: 'weeks', nextAt: null }])
})

test('a colleague is not asked by a plan', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  const own = relation.relation.participants.find((one) => one.member !== null)
  const params = { relation: relation.id, participant: own?.id ?? relation.client.id }
  const body = { rhythm: 'weeks', everyWeeks: 2, weekends: false, email: '' } as const
  expect(await app.as(relation.by).refusal(planEndpoints.savePlan, { params, body })).toMatchObject({
    ...{ code: 'invalid-input', fields: { participant: 'not-asked' } },
  })
})
