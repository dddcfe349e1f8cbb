import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { linkDays, renewDays } from '@weerklank/core/feedback/invitation'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { ContactId, InvitationId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { publicUrl } from '../test-member.ts'

const { invite, newLink, revokeInvitation } = feedbackEndpoints
const dayMs = 86_400_000

async function inRelation(app: TestApp, title = 'Lina en Noor') {
  const relation = await app.relation({ title })
  return { ...relation, noor: app.as(relation.by), params: { relation: relation.id } }
}

const asking = (app: TestApp, of: Awaited<ReturnType<typeof inRelation>>) => ({
  id: app.world.newId<InvitationId>(),
  participant: of.client.id,
  contact: null,
})

test('an invitation gives a link of 43 characters, of which only the hash is kept', async () => {
  await using app = await testApp()
  const of = await inRelation(app)
  const body = asking(app, of)
  const invitation = await of.noor.call(invite, { params: of.params, body })
  expect(invitation).toMatchObject({
    ...{ ...body, status: 'open', sentAt: app.clock.now() },
    expiresAt: addDays(app.clock.now(), linkDays),
  })
  const { token } = app.link(invitation.url)
  expect(invitation.url).toBe(`${publicUrl}/f/${token}`)
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  const rows = await asMaintenance(app.owner, async (trx) => [
    ...(await trx.selectFrom('invitation_token').selectAll().execute()),
    ...(await trx.selectFrom('invitation').selectAll().execute()),
    ...(await trx.selectFrom('audit_event').selectAll().execute()),
    ...(await trx.selectFrom('job').selectAll().execute()),
  ])
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(app.logText()).not.toContain(token)
})

test('tokens do not repeat and cannot be guessed from each other', async () => {
  await using app = await testApp()
  const of = await inRelation(app)
  const tokens = new Set<string>()
  for (let i = 0; i < 20; i++) {
    const invitation = await of.noor.call(invite, { params: of.params, body: asking(app, of) })
    tokens.add(app.link(invitation.url).token.slice(-21))
  }
  expect(tokens.size).toBe(20)
})

test('a repeat of an invitation is the same invitation with one more link that works', async () => {
  await using app = await testApp()
  const of = await inRelation(app)
  const body = asking(app, of)
  const first = await of.noor.call(invite, { params: of.params, body })
  const second = await of.noor.call(invite, { params: of.params, body })
  expect([second.id, second.status]).toEqual([first.id, 'open'])
  const keys = [await app.link(first.url).key(), await app.link(second.url).key()]
  expect(keys[0]).toBe(keys[1])
  expect(
    (await app.audit()).map((line) => line.action).filter((one) => one.startsWith('invitation')),
  ).toEqual(['invitation.created', 'invitation.renewed'])
  await app.link(first.url).answer({ 'a.heard': '8' })
  expect(await of.noor.refusal(invite, { params: of.params, body })).toMatchObject({ code: 'conflict' })
})

test('only someone who takes part now can be asked, about a contact of this relation', async () => {
  await using app = await testApp()
  const of = await inRelation(app)
  const aside = await inRelation(app, 'Andere')
  const contact = app.world.newId<ContactId>()
  const plan = { id: contact, kind: 'contact' as const, at: app.clock.now(), place: '', summary: '' }
  await aside.noor.call(relationEndpoints.planContact, { params: aside.params, body: plan })
  const good = asking(app, of)
  const wrong = {
    participant: { ...good, participant: aside.client.id },
    contact: { ...good, contact },
  }
  for (const [field, body] of Object.entries(wrong)) {
    const refusal = await of.noor.refusal(invite, { params: of.params, body })
    expect(refusal).toMatchObject({ code: 'invalid-input', fields: { [field]: 'unknown' } })
  }
  const { participants: _, ...relation } = of.relation
  const { kind, title, purpose, checkEveryDays, version } = relation
  const other = {
    ...good,
    id: app.world.newId(),
    name: 'Fons',
    voice: 'father',
    detail: '',
    address: 'u',
    language: 'nl',
    member: null,
  }
  const { participant: __, contact: ___, ...fons } = other
  const edit = {
    kind,
    title,
    purpose,
    checkEveryDays,
    version,
    context: null,
    situation: null,
    participants: [fons],
  }
  expect((await of.noor.request('PUT', `/api/relations/${of.id}`, edit)).status).toBe(200)
  expect(await of.noor.refusal(invite, { params: of.params, body: good })).toMatchObject({
    fields: { participant: 'unknown' },
  })
  expect(await app.audit('invitation.created')).toEqual([])
})

test('the identifier of an invitation elsewhere gives nothing away', async () => {
  await using app = await testApp()
  const of = await inRelation(app)
  const aside = await inRelation(app, 'Andere')
  const body = asking(app, of)
  await of.noor.call(invite, { params: of.params, body })
  const stolen = { ...body, participant: aside.client.id }
  expect(await aside.noor.refusal(invite, { params: aside.params, body: stolen })).toMatchObject({
    code: 'conflict',
  })
  const params = { ...aside.params, invitation: body.id }
  expect(await aside.noor.refusal(newLink, { params })).toMatchObject({ code: 'not-found' })
  expect(await aside.noor.refusal(revokeInvitation, { params })).toMatchObject({ code: 'not-found' })
})

test('a new link from the professional works, and the old one is unknown from then on', async () => {
  await using app = await testApp()
  const of = await inRelation(app)
  const body = asking(app, of)
  const first = await of.noor.call(invite, { params: of.params, body })
  const key = await app.link(first.url).key()
  app.clock.advance((linkDays + renewDays + 10) * dayMs)
  const params = { ...of.params, invitation: body.id }
  const fresh = await of.noor.call(newLink, { params })
  expect([fresh.status, fresh.expiresAt]).toEqual(['open', addDays(app.clock.now(), linkDays)])
  expect(await app.link(fresh.url).key()).toBe(key)
  expect((await app.link(first.url).get()).status).toBe(404)
})

test('a withdrawn link is withdrawn: no new one, no answer; an answered one stays answered', async () => {
  await using app = await testApp()
  const of = await inRelation(app)
  const body = asking(app, of)
  const { url } = await of.noor.call(invite, { params: of.params, body })
  const params = { ...of.params, invitation: body.id }
  expect((await of.noor.call(revokeInvitation, { params })).status).toBe('revoked')
  expect((await of.noor.call(revokeInvitation, { params })).status).toBe('revoked')
  expect(await of.noor.refusal(newLink, { params })).toMatchObject({ code: 'conflict' })
  expect((await app.link(url).get()).status).toBe(410)
  expect(await app.audit('invitation.revoked')).toHaveLength(1)
  const answered = await app.answer({ in: of })
  const done = { ...of.params, invitation: answered.invitation.id }
  expect(await of.noor.refusal(revokeInvitation, { params: done })).toMatchObject({ code: 'conflict' })
  expect(await of.noor.refusal(newLink, { params: done })).toMatchObject({ code: 'conflict' })
})
