/** A respondent makes herself a new link (peers.md A16). */
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { linkDays, renewDays } from '@weerklank/core/feedback/invitation'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import type { LinkReply } from '../test-link.ts'

const dayMs = 86_400_000

function linkTo(app: TestApp, reply: LinkReply) {
  expect(reply.status).toBe(303)
  return app.link(reply.headers.get('location') ?? '')
}

test('a new link works under the same key, so that the draft on the phone finds its form', async () => {
  await using app = await testApp()
  const { link, invitation, relation } = await app.invite()
  const key = await link.key()
  app.clock.advance(linkDays * dayMs)
  const fresh = linkTo(app, await link.renew())
  expect(fresh.path).not.toBe(link.path)
  expect(await fresh.key()).toBe(key)
  const params = { relation: relation.id }
  const seen = await app.as(relation.by).call(feedbackEndpoints.relationFeedback, { params })
  expect(seen.invitations.map((one) => [one.id, one.status])).toEqual([[invitation.id, 'open']])
  expect((await fresh.answer({ 'a.heard': '8' })).json()).toEqual({ stored: true })
  // The old link shows the answer too.
  expect((await link.get()).text).toContain('Je antwoord is binnen.')
  const [renewed] = await app.audit('invitation.renewed')
  expect(renewed).toMatchObject({ actor: `participant:${relation.client.id}`, subject_id: invitation.id })
})

test('a link that still works, was answered, withdrawn or is over, is not renewed', async () => {
  await using app = await testApp()
  const open = await app.invite()
  expect(linkTo(app, await open.link.renew()).path).toBe(open.link.path)
  const answered = await app.answer()
  const revoked = await app.invite()
  const params = { relation: revoked.relation.id, invitation: revoked.invitation.id }
  await app.as(revoked.relation.by).call(feedbackEndpoints.revokeInvitation, { params })
  app.clock.advance((linkDays + renewDays) * dayMs)
  for (const { link } of [open, answered, revoked]) {
    expect(linkTo(app, await link.renew()).path).toBe(link.path)
  }
  expect((await app.link('http://x/f/nothing').renew()).status).toBe(404)
  expect(await app.audit('invitation.renewed')).toEqual([])
})

test('no more links than ten are made for one invitation', async () => {
  await using app = await testApp()
  const { link } = await app.invite()
  app.clock.advance(linkDays * dayMs)
  const made = new Set<string>()
  for (let i = 0; i < 9; i++) made.add(linkTo(app, await link.renew()).path)
  expect(made.size).toBe(9)
  const refused = await link.renew()
  expect(refused.status).toBe(429)
  expect(await app.audit('invitation.renewed')).toHaveLength(9)
  for (const path of made) expect((await app.link(path).get()).status).toBe(200)
})

test('a double tap on renewing leaves two links to one form', async () => {
  await using app = await testApp()
  const { link } = await app.invite()
  app.clock.advance(linkDays * dayMs)
  const links = (await Promise.all([link.renew(), link.renew()])).map((reply) => linkTo(app, reply))
  const [first, second] = links
  expect(await first?.key()).toBe(await second?.key())
  await first?.answer({ 'a.heard': '8' })
  expect((await second?.get())?.text).toContain('Je antwoord is binnen.')
})
