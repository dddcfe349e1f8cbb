/** Answering on a device of the house: the lock behind the one who answers, and what is left on the device. */
import { sessionEndpoints } from '@weerklank/core/access/sessions.contract'
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { waysInEndpoints } from '@weerklank/core/feedback/ways-in.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { InvitationId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'

const minute = 60_000

async function handedOver(app: TestApp) {
  const relation = await app.relation()
  const invitation = app.world.newId<InvitationId>()
  const by = app.as(relation.by)
  const body = { id: invitation, participant: relation.client.id, contact: null }
  await by.call(feedbackEndpoints.invite, { params: { relation: relation.id }, body })
  const params = { relation: relation.id, invitation }
  const { url } = await by.call(waysInEndpoints.handOver, { params })
  return { relation, by, params, url, link: app.link(url) }
}

test('what was answered on a handed-over device is not shown on it, nor by the same link elsewhere', async () => {
  await using app = await testApp()
  const { link, url, by, params } = await handedOver(app)
  expect((await link.get()).text).toContain('<form')
  const said = 'Dit wil ik alleen opschrijven'
  expect((await link.answer({ 'a.heard': '8', open: said })).status).toBe(200)
  for (const again of [link, app.link(url)]) {
    const page = await again.get()
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('Geef dit toestel terug.')])
    expect(page.text).not.toContain(said)
    expect(page.text).not.toContain('/mijn')
  }
  const own = await app.hono.request(`${url}/mijn`, { method: 'POST', redirect: 'manual' })
  expect(own.headers.get('location') ?? '').not.toContain('/p/')
  expect(await by.refusal(waysInEndpoints.handOver, { params })).toMatchObject({ code: 'conflict' })
  expect((await app.audit('invitation.handed-over')).map((line) => line.subject_id)).toEqual([
    params.invitation,
  ])
})

test('after two hours the question is closed on the device and cannot be renewed there; an answer on its way is taken', async () => {
  await using app = await testApp()
  const { link } = await handedOver(app)
  const key = await link.key()
  app.clock.advance(120 * minute)
  const closed = (await link.get()).text
  expect(closed).toContain('De vraag is hier gesloten')
  expect(closed).not.toContain('/renew')
  await link.renew()
  expect((await link.get()).text).toContain('De vraag is hier gesloten')
  expect((await link.post({ key, 'a.heard': '8' }, { accept: 'json' })).status).toBe(200)
  expect((await link.get()).text).toContain('antwoord is binnen')
})

test('a session that is handed over gives nothing, says so, and is opened by a proof alone', async () => {
  await using app = await testApp()
  const { by, relation } = await handedOver(app)
  expect(await by.call(sessionEndpoints.session)).toMatchObject({ step: 'open', handedOver: false })
  expect(await by.call(sessionEndpoints.handOver)).toMatchObject({ step: 'locked', handedOver: true })
  const params = { relation: relation.id }
  expect(await by.refusal(relationEndpoints.getRelation, { params })).toMatchObject({
    code: 'session-locked',
  })
  expect(await by.refusal(sessionEndpoints.handOver)).toMatchObject({ code: 'session-locked' })
  expect(
    await by.refusal(sessionEndpoints.proveByPassword, { body: { password: 'raad maar' } }),
  ).toMatchObject({ code: 'proof-wrong' })
  expect(await by.call(sessionEndpoints.session)).toMatchObject({ step: 'locked', handedOver: true })
})
