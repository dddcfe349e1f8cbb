/** A plan that asks a form, on real parts: letters within limits and hours, the end of it, and what she chooses herself. */
import { planEndpoints } from '@weerklank/core/feedback/plan.contract'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { runDueJobs } from '../jobs/jobs.ts'
import { mailJobKind } from '../mail/outbox.ts'
import { buildForm, fieldsOf, yes } from '../respond/form/form.fixture.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { checkPlanLook } from './plan.job.ts'
import { checkPlanKind } from './plan.repository.ts'

const hourMs = 3_600_000
const email = 'lina@post.example'
const publicUrl = 'http://weerklank.test'

async function hours(app: TestApp, count: number) {
  const handlers = {
    [checkPlanKind]: checkPlanLook({ ...app, announce: app.hub.announce, publicUrl }),
    'window-check': async () => null,
    [mailJobKind]: async () => null,
  }
  for (let i = 0; i <= count; i++) {
    await runDueJobs({ db: app.db, world: app.world, log: app.logger, handlers })
    if (i < count) app.clock.advance(hourMs)
  }
}
const days = (app: TestApp, count: number) => hours(app, 24 * count)

async function planned(app: TestApp, more: Record<string, unknown> = {}) {
  const relation = await app.relation()
  const form = await buildForm(app, relation.by, { title: 'Slapen', item: [yes] })
  const by = app.as(relation.by)
  const params = { relation: relation.id, participant: relation.client.id }
  const body = { rhythm: 'days', everyWeeks: 2, everyDays: 10, weekends: true, email, form, ...more } as const
  const saved = await by.call(planEndpoints.savePlan, { params, body })
  return { relation, form, by, params, body, saved }
}

const letters = (app: TestApp) =>
  asMaintenance(app.owner, (trx) =>
    trx.selectFrom('mail_message').selectAll().where('kind', '=', 'question').orderBy('created_at').execute(),
  )
const linkOf = (letter: { body_text: string } | undefined) =>
  /http:\/\/weerklank\.test\/v\/[\w-]{43}/.exec(letter?.body_text ?? '')?.[0] ?? ''

test('a form goes out by letter, is reminded of twice and no more, and comes again after its days', async () => {
  await using app = await testApp({ ownDatabase: true })
  const { by, params, form } = await planned(app)
  await days(app, 9)
  const sent = await letters(app)
  expect(sent.map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^Er staat een vragenlijst/),
    expect.stringMatching(/^Er staat nog een vragenlijst/),
    expect.stringMatching(/^Er staat nog een vragenlijst/),
  ])
  for (const { body_text: text } of sent) expect(text).not.toContain('Slapen')
  const { plans } = await by.call(planEndpoints.plans, { params })
  expect(plans).toMatchObject([{ asked: 1, reminded: 2, everyDays: 10, form: { id: form, title: 'Slapen' } }])
  const link = app.link(linkOf(sent.at(-1)))
  const page = await link.get()
  expect((await link.post(fieldsOf(page.text, { a0: '1' }, 'stuur'))).status).toBe(303)
  await days(app, 2)
  expect(await letters(app)).toHaveLength(4)
  const asked = await app.audit('form-invitation.created')
  expect(asked.map(({ actor }) => actor)).toEqual(['system', 'system'])
  expect((await app.audit('form-invitation.reminded')).length).toBe(2)
})

test('an answered form is not reminded of; she stops it by her letter and the worker is told', async () => {
  await using app = await testApp({ ownDatabase: true })
  const { by, params } = await planned(app)
  await hours(app, 24)
  const [first] = await letters(app)
  const url = linkOf(first)
  const page = await app.link(url).get()
  await app.link(url).post(fieldsOf(page.text, { a0: '0' }, 'stuur'))
  await days(app, 8)
  expect(await letters(app)).toHaveLength(1)
  const stop = { method: 'POST', body: new URLSearchParams({ doe: 'stop' }) }
  expect((await app.hono.request(`${url}/vragen`, stop)).status).toBe(303)
  const { plans } = await by.call(planEndpoints.plans, { params })
  expect(plans[0]?.stoppedAt).not.toBeNull()
  expect((await app.audit('plan.stopped')).map(({ actor }) => actor)).toEqual([
    `participant:${params.participant}`,
  ])
  await days(app, 15)
  expect(await letters(app)).toHaveLength(1)
  // By her letter she begins again.
  const again = { method: 'POST', body: new URLSearchParams({ doe: 'weer' }) }
  await app.hono.request(`${url}/vragen`, again)
  await hours(app, 24)
  expect(await letters(app)).toHaveLength(2)
})

test('nothing goes out before its first day or after its last', async () => {
  await using app = await testApp({ ownDatabase: true })
  const day = (count: number) =>
    new Date(Date.parse(app.clock.now()) + count * 24 * hourMs).toISOString().slice(0, 10)
  await planned(app, { beginsOn: day(3), endsOn: day(16), everyDays: 5 })
  await days(app, 2)
  expect(await letters(app)).toHaveLength(0)
  await days(app, 30)
  const sent = await letters(app)
  const at = sent.map(({ created_at }) => created_at.slice(0, 10)).sort()
  expect(at[0]).toBe(day(3 - 32))
  expect(at.every((one) => one <= day(16 - 32))).toBe(true)
})

test('what cannot be a plan is refused at its field, and a form that is out of use is not asked', async () => {
  await using app = await testApp({ ownDatabase: true })
  const { by, params, body, relation } = await planned(app)
  const refusal = async (parts: Record<string, unknown>) =>
    (await by.refusal(planEndpoints.savePlan, { params, body: { ...body, ...parts } as never })).fields
  expect(await refusal({ rhythm: 'after-contact' })).toEqual({ rhythm: 'not-with-a-form' })
  expect(await refusal({ everyDays: null })).toEqual({ everyDays: 'missing' })
  expect(await refusal({ beginsOn: '2027-02-01', endsOn: '2027-01-01' })).toEqual({
    endsOn: 'before-it-began',
  })
  expect(await refusal({ form: app.world.newId() })).toEqual({ form: 'unknown' })
  await asMaintenance(app.owner, (trx) =>
    trx.updateTable('form_version').set({ status: 'retired' }).execute(),
  )
  await days(app, 3)
  expect(await letters(app)).toHaveLength(0)
  expect(relation.id).toBe(params.relation)
})
