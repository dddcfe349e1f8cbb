/** Being asked less, by every letter that she ever got; being asked again only by herself. */
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { planEndpoints } from '@weerklank/core/feedback/plan.contract'
import type { InvitationId, PersonId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { runDueJobs } from '../jobs/jobs.ts'
import { mailJobKind } from '../mail/outbox.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { answerFields, type BuiltRelation } from '../test-factories.ts'
import { ownPageOf } from '../test-own-page.ts'
import { checkPlanLook } from './plan.job.ts'
import { checkPlanKind } from './plan.repository.ts'

const publicUrl = 'http://weerklank.test'
const form = { 'content-type': 'application/x-www-form-urlencoded' }

async function lookNow(app: TestApp): Promise<void> {
  const handlers = {
    [checkPlanKind]: checkPlanLook({ ...app, announce: app.hub.announce, publicUrl }),
    'window-check': async () => null,
    [mailJobKind]: async () => null,
  }
  await runDueJobs({ db: app.db, world: app.world, log: app.logger, handlers })
}

const save = (app: TestApp, of: BuiltRelation) =>
  app.as(of.by).call(planEndpoints.savePlan, {
    params: { relation: of.id, participant: of.client.id },
    body: { rhythm: 'weeks', everyWeeks: 2, weekends: false, email: 'lina@post.example' },
  })

/** Lina is asked by a plan: the path of the link in her letter, and what it was about. */
async function asked(app: TestApp) {
  const relation = await app.relation()
  await save(app, relation)
  await lookNow(app)
  const { path, invitation } = await asMaintenance(app.owner, async (trx) => {
    const mails = trx.selectFrom('mail_message').select('body_text').where('workspace_id', '=', app.workspace)
    const { body_text } = await mails.executeTakeFirstOrThrow()
    const invitations = trx.selectFrom('invitation').select('id').where('relation_id', '=', relation.id)
    const { id } = await invitations.executeTakeFirstOrThrow()
    return { path: /\/f\/[\w-]{43}/.exec(body_text)?.[0] ?? '', invitation: id }
  })
  return { relation, path, invitation }
}

const open = async (app: TestApp, path: string) => {
  const reply = await app.hono.request(`${publicUrl}${path}`)
  return { status: reply.status, text: await reply.text() }
}
const press = (app: TestApp, path: string, choice: string) =>
  app.hono.request(`${publicUrl}${path}/vragen`, { method: 'POST', headers: form, body: `doe=${choice}` })
const planOf = async (app: TestApp, of: BuiltRelation) =>
  (await app.as(of.by).call(planEndpoints.plans, { params: { relation: of.id } })).plans[0]
const newLink = (app: TestApp, of: BuiltRelation, invitation: InvitationId) =>
  app.as(of.by).call(feedbackEndpoints.newLink, { params: { relation: of.id, invitation } })

const noon = { now: '2026-11-17T11:00:00.000Z', ownDatabase: true }

test('the letter’s way to pause and stop goes on working after a new link, an answer, and months', async () => {
  await using app = await testApp(noon)
  const { relation, path, invitation } = await asked(app)
  const fresh = await newLink(app, relation, invitation)
  // The question itself is not opened by the older link any more.
  expect((await open(app, path)).status).toBe(404)
  expect((await press(app, path, 'pauze')).status).toBe(303)
  expect(await planOf(app, relation)).toMatchObject({ pausedUntil: expect.any(String) })
  await app.link(fresh.url).answer(answerFields('8'))
  app.clock.set(addDays(app.clock.now(), 200))
  expect((await open(app, `${path}/vragen`)).status).toBe(200)
  expect((await press(app, path, 'stop')).status).toBe(303)
  expect(await planOf(app, relation)).toMatchObject({ stoppedAt: app.clock.now() })
  for (const below of ['/renew', '/mijn']) {
    const reply = await app.hono.request(`${publicUrl}${path}${below}`, { method: 'POST' })
    expect(reply.status, below).toBe(404)
  }
})

test('once she stopped, nobody who merely holds a link lets it begin again; her letter and her own page do', async () => {
  await using app = await testApp(noon)
  const { relation, path, invitation } = await asked(app)
  const shown = new URL((await newLink(app, relation, invitation)).url).pathname
  await press(app, path, 'stop')
  const page = (await open(app, `${shown}/vragen`)).text
  expect(page).not.toContain('value="weer"')
  expect(page).toContain('Weer beginnen kan met de link in je mail, of op je eigen pagina.')
  expect((await press(app, shown, 'weer')).status).toBe(303)
  expect(await planOf(app, relation)).toMatchObject({ stoppedAt: app.clock.now() })

  expect((await open(app, `${path}/vragen`)).text).toContain('Weer vragen')
  await press(app, path, 'weer')
  expect(await planOf(app, relation)).toMatchObject({ stoppedAt: null })

  await press(app, shown, 'stop')
  const own = await ownPageOf(app, relation, relation.client.id as string as PersonId)
  await own.post('/vragen', { wie: relation.client.id, doe: 'weer' })
  expect(await planOf(app, relation)).toMatchObject({ stoppedAt: null })
})

test('on the device that just answered she begins again too', async () => {
  await using app = await testApp(noon)
  const { relation, invitation } = await asked(app)
  const phone = app.link((await newLink(app, relation, invitation)).url)
  await phone.answer(answerFields('8'))
  await press(app, phone.path, 'stop')
  expect((await phone.any('GET', '/vragen')).text).toContain('Weer vragen')
})
