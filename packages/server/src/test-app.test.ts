import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import { errorText } from '@weerklank/core/shared/errors'
import type { RelationId } from '@weerklank/core/shared/ids'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { testApp } from './test-app.ts'
import { asMember } from './test-member.ts'

test('the factories go through the front door, from a relation to an answer on the screen', async () => {
  await using app = await testApp({ now: '2026-11-19T08:00:00.000Z' })
  const { relation, invitation } = await app.answer({ value: '3' })
  const params = { relation: relation.id }
  const seen = await app.as(relation.by).call(feedbackEndpoints.relationFeedback, { params })
  expect(seen.responses.map((one) => [one.answers, one.answeredAt])).toEqual([
    [{ heard: 3, what: 3, how: 3, whole: 3 }, '2026-11-19T08:00:00.000Z'],
  ])
  expect(seen.invitations.map((one) => [one.id, one.status])).toEqual([[invitation.id, 'answered']])
  expect(await app.audit('response.stored')).toHaveLength(1)
})

test('an answer that says more than its contract fails the test', async () => {
  const hono = new Hono().delete('*', (c) => c.json({ done: true, secret: 1 }))
  const removing = asMember({ hono }, null).request('DELETE', '/api/relations/1/notes/2')
  await expect(removing).rejects.toThrow('removeNote answers more than its contract')
})

test('a refusal that the contract does not name fails the test', async () => {
  const message = 'x'
  const hono = new Hono().get('*', (c) => c.json({ error: { code: 'link-expired', message } }, 410))
  const reading = asMember({ hono }, null).request('GET', '/api/me')
  await expect(reading).rejects.toThrow('getMe refuses with link-expired')
})

test('two applications see one database, and each test its own workspace', async () => {
  await using app = await testApp()
  await using twin = await app.twin()
  await using stranger = await testApp()
  const { by, id } = await app.relation()
  const params = { relation: id }
  expect((await twin.as(by).call(relationEndpoints.getRelation, { params })).title).toBe('Lina en Noor')
  const eva = await stranger.professional({ name: 'Eva' })
  const refusal = await stranger.as(eva).refusal(relationEndpoints.getRelation, { params })
  expect(refusal).toEqual({ code: 'not-found', message: errorText('not-found', 'nl') })
  const unknown = { relation: app.world.newId<RelationId>() }
  expect(await app.as(by).refusal(relationEndpoints.getRelation, { params: unknown })).toEqual(refusal)
})
