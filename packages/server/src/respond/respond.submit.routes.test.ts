/** An answer is stored once, whole, with what follows from it; or it is refused and given back. */
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { linkDays, renewDays } from '@weerklank/core/feedback/invitation'
import type { AgreementId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import { answerFields, type BuiltRelation } from '../test-factories.ts'

const dayMs = 86_400_000

/** What is stored in the application's workspace, read as its owner. */
async function stored(app: TestApp) {
  return asMaintenance(app.owner, async (trx) => ({
    responses: await trx
      .selectFrom('response')
      .selectAll()
      .where('workspace_id', '=', app.workspace)
      .execute(),
    signals: await trx.selectFrom('signal').selectAll().where('workspace_id', '=', app.workspace).execute(),
    echoes: await trx
      .selectFrom('agreement_echo')
      .selectAll()
      .where('workspace_id', '=', app.workspace)
      .execute(),
    attention: (
      await trx
        .selectFrom('relation')
        .select('attention_at')
        .where('workspace_id', '=', app.workspace)
        .execute()
    ).map((row) => row.attention_at),
  }))
}

const revoke = (app: TestApp, asked: Awaited<ReturnType<TestApp['invite']>>) =>
  app.as(asked.relation.by).call(feedbackEndpoints.revokeInvitation, {
    params: { relation: asked.relation.id, invitation: asked.invitation.id },
  })

test('after the one contact of a collaboration that stays at one, no next time is promised', async () => {
  await using app = await testApp()
  for (const singleContact of [true, false]) {
    const { link } = await app.invite({ in: await app.relation({ singleContact }) })
    expect((await link.answer({ 'a.heard': '7' })).status).toBe(200)
    const { text } = await link.get()
    expect(text).toContain('Je antwoord is binnen.')
    expect(text.includes('volgende keer samen over')).toBe(!singleContact)
  }
})

test('a form without script is stored and leads to the page that says so', async () => {
  await using app = await testApp({ now: '2026-11-19T08:00:00.000Z' })
  const { link, relation } = await app.invite()
  const fields = {
    'a.heard': '7.3',
    'a.what': '2',
    'a.how': '',
    open: ' Wat rustiger.\r\nGraag. ',
    at: '',
    lang: 'nl',
  }
  const reply = await link.answer(fields, { accept: 'html' })
  expect([reply.status, reply.headers.get('location')]).toEqual([303, link.path])
  expect((await link.get()).text).toContain('Je antwoord is binnen.')
  const { responses, signals, attention } = await stored(app)
  expect(responses).toMatchObject([
    {
      ...{ relation_id: relation.id, participant_id: relation.client.id, answers: { heard: 7.3, what: 2 } },
      ...{
        open_text: 'Wat rustiger.\nGraag.',
        language: 'nl',
        instrument_id: 'contact-check',
        instrument_version: 1,
      },
      ...{ answered_at: '2026-11-19T08:00:00.000Z', stored_at: '2026-11-19T08:00:00.000Z' },
    },
  ])
  expect(signals.map((one) => [one.rule, one.response_id, one.opened_at])).toEqual([
    ['low-item', responses[0]?.id, '2026-11-19T08:00:00.000Z'],
  ])
  expect(attention).toEqual(['2026-11-19T08:00:00.000Z'])
  const deeds = (await app.audit()).filter((line) => line.actor === `participant:${relation.client.id}`)
  expect(deeds.map((line) => line.action)).toEqual([
    ...['check.opened', 'response.stored', 'signal.opened', 'check.opened'],
  ])
})

test('the page’s script is told in one word', async () => {
  await using app = await testApp()
  const { link } = await app.invite()
  const reply = await link.answer({ 'a.heard': '8' })
  expect([reply.status, reply.json()]).toEqual([200, { stored: true }])
})

test('the page after answering stays in the language in which it was read', async () => {
  await using app = await testApp()
  const relation = await app.relation({ participants: [{ language: 'en' }] })
  const { link } = await app.invite({ in: relation })
  const key = await link.key()
  const location = async (query: string, lang: string) =>
    (
      await app.hono.request(`http://weerklank.test${link.path}${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ key, 'a.heard': '8', lang }).toString(),
      })
    ).headers.get('location')
  expect(await location('?lang=nl', 'nl')).toBe(`${link.path}?lang=nl`)
  expect(await location('?lang=en', 'en')).toBe(`${link.path}?lang=en`)
})

test('a double tap, a second tab and a retry are one answer, and each is told that it is in', async () => {
  await using app = await testApp()
  const { link } = await app.invite()
  const key = await link.key()
  const first = await link.post({ key, ...answerFields('3') }, { accept: 'json' })
  const again = await link.post({ key, ...answerFields('9') }, { accept: 'json' })
  const tab = await link.post({ key, ...answerFields('3') })
  expect([first.json(), again.json(), tab.status]).toEqual([{ stored: true }, { stored: true }, 303])
  const { responses, signals } = await stored(app)
  expect(responses.map((one) => one.answers)).toEqual([{ heard: 3, what: 3, how: 3, whole: 3 }])
  expect(signals).toHaveLength(2)
  expect(await app.audit('response.stored')).toHaveLength(1)
})

test('another form under an answered link is no repeat: it changes nothing and shows what is there', async () => {
  await using app = await testApp()
  const { link } = await app.answer({ value: '8' })
  const reply = await link.post({ key: app.world.newId(), ...answerFields('1') })
  expect(reply.status).toBe(200)
  expect(reply.text).toContain('Je antwoord is binnen.')
  expect((await stored(app)).responses.map((one) => one.answers)).toEqual([
    { heard: 8, what: 8, how: 8, whole: 8 },
  ])
})

test('twenty at once, over two processes, by two links to one form, store exactly one answer', async () => {
  await using app = await testApp()
  await using twin = await app.twin()
  const { link, invitation, relation } = await app.invite()
  const params = { relation: relation.id }
  const body = { id: invitation.id, participant: relation.client.id, contact: null }
  const second = await app.as(relation.by).call(feedbackEndpoints.invite, { params, body })
  const key = await link.key()
  const posts = Array.from({ length: 20 }, (_, i) => {
    const at = (i % 2 === 0 ? app : twin).link(i % 3 === 0 ? link.path : second.url)
    return at.post({ key, ...answerFields('3') }, { accept: i % 4 === 0 ? 'html' : 'json' })
  })
  const replies = await Promise.all(posts)
  expect(replies.map((reply) => reply.status).filter((status) => status !== 200 && status !== 303)).toEqual(
    [],
  )
  const { responses, signals } = await stored(app)
  expect([responses.length, signals.length]).toEqual([1, 2])
  expect(await app.audit('response.stored')).toHaveLength(1)
  expect(await app.audit('signal.opened')).toHaveLength(2)
  expect([...app.log, ...twin.log]).toEqual([])
})

test('twenty people of one relation who answer at once are all heard', async () => {
  await using app = await testApp()
  const participants = Array.from({ length: 20 }, (_, i) => ({ name: `Stem ${i}` }))
  const relation = await app.relation({ participants })
  const links = []
  for (const participant of relation.relation.participants.filter((one) => one.member === null)) {
    const { link } = await app.invite({ in: relation, participant })
    links.push({ link, key: await link.key() })
  }
  const replies = await Promise.all(
    links.map(({ link, key }) => link.post({ key, ...answerFields('2') }, { accept: 'json' })),
  )
  expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200]))
  expect((await stored(app)).responses).toHaveLength(20)
})

test('an answer that waited on a phone is kept after the link expired, at the moment it was given', async () => {
  await using app = await testApp({ now: '2026-11-01T08:00:00.000Z' })
  const { link } = await app.invite()
  const key = await link.key()
  app.clock.advance((linkDays + renewDays) * dayMs - 1)
  const at = '2026-11-03T19:30:00.000Z'
  const reply = await link.post({ key, 'a.heard': '8', at }, { accept: 'json' })
  expect(reply.json()).toEqual({ stored: true })
  expect((await stored(app)).responses).toMatchObject([{ answered_at: at, stored_at: app.clock.now() }])
})

test('a late answer that can be mended comes back with what was filled in', async () => {
  await using app = await testApp()
  const { link } = await app.invite()
  const key = await link.key()
  app.clock.advance(linkDays * dayMs)
  const reply = await link.post({ key, 'a.heard': '11', open: 'dit wil ik zeggen' })
  expect(reply.status).toBe(422)
  expect(reply.text).toContain('dit wil ik zeggen')
  expect(reply.text).toContain('Dit ligt naast de lijn')
})

test('a withdrawn link, and one that is long over, take no answer and say why', async () => {
  await using app = await testApp()
  const withdrawn = await app.invite()
  const over = await app.invite()
  const keys = [await withdrawn.link.key(), await over.link.key()]
  await revoke(app, withdrawn)
  app.clock.advance((linkDays + renewDays) * dayMs)
  for (const [i, { link }] of [withdrawn, over].entries()) {
    const code = i === 0 ? 'link-revoked' : 'link-expired'
    const json = await link.post({ key: keys[i] ?? '', 'a.heard': '8' }, { accept: 'json' })
    expect([json.status, json.json()]).toMatchObject([410, { error: { code } }])
    expect((await link.post({ key: keys[i] ?? '', 'a.heard': '8' })).status).toBe(410)
  }
  expect((await stored(app)).responses).toEqual([])
})

const moments: [what: string, at: string, counts: 'at' | 'now'][] = [
  ['in between', '2026-11-19T09:00:00.000Z', 'at'],
  ['the moment of sending', '2026-11-19T08:00:00.000Z', 'at'],
  ['now', '2026-11-19T10:00:00.000Z', 'at'],
  ['before it was sent', '2026-11-19T07:59:59.999Z', 'now'],
  ['in the future', '2026-11-19T10:00:00.001Z', 'now'],
  ['another century', '1970-01-01T00:00:00.000Z', 'now'],
  ['no moment', 'gisteren', 'now'],
  ['year zero', '0000-01-01T00:00:00Z', 'now'],
]

test.each(moments)(
  'a device that says %s is believed only as far as it can be true',
  async (_, at, counts) => {
    await using app = await testApp({ now: '2026-11-19T08:00:00.000Z' })
    const { link } = await app.invite()
    app.clock.advance(2 * 3_600_000)
    expect((await link.answer({ 'a.heard': '8', at })).status).toBe(200)
    const [response] = (await stored(app)).responses
    expect(response?.answered_at).toBe(counts === 'at' ? at : app.clock.now())
  },
)

async function agreed(app: TestApp, relation: BuiltRelation, text: string): Promise<AgreementId> {
  const id = app.world.newId<AgreementId>()
  const body = { id, text, participants: [relation.client.id], askBack: true, signals: [] }
  await app.as(relation.by).call(feedbackEndpoints.agree, { params: { relation: relation.id }, body })
  app.clock.advance(1_000)
  return id
}

test('what was agreed is asked back, and what is said of it is kept with the answer', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  const id = await agreed(app, relation, 'Noor belt op dinsdag.')
  const { link } = await app.invite({ in: relation })
  expect((await link.get()).text).toContain('Noor belt op dinsdag.')
  expect((await link.answer({ [`e.${id}`]: 'not-yet' })).json()).toEqual({ stored: true })
  const { echoes, responses } = await stored(app)
  expect(echoes).toMatchObject([{ agreement_id: id, answer: 'not-yet', response_id: responses[0]?.id }])
  const after = (await link.get()).text
  expect(after).toContain('Noor belt op dinsdag.')
  expect(after).toContain('Nog niet')
})

test('an answer that speaks of an agreement that ended meanwhile is taken all the same', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  const id = await agreed(app, relation, 'Noor belt op dinsdag.')
  const { link } = await app.invite({ in: relation })
  const key = await link.key()
  const params = { relation: relation.id, agreement: id }
  await app.as(relation.by).call(feedbackEndpoints.endAgreement, { params, body: { ended: true } })
  const reply = await link.post({ key, 'a.heard': '8', [`e.${id}`]: 'changed' }, { accept: 'json' })
  expect(reply.json()).toEqual({ stored: true })
  expect((await stored(app)).echoes).toHaveLength(1)
})

test('an agreement with someone else can be neither read nor answered', async () => {
  await using app = await testApp()
  const relation = await app.relation({ participants: [{ name: 'Lina' }, { name: 'Fons', voice: 'father' }] })
  const fons = relation.relation.participants.find((one) => one.name === 'Fons')
  const id = await agreed(app, { ...relation, ...(fons && { client: fons }) }, 'Fons belt.')
  const lina = relation.relation.participants.find((one) => one.name === 'Lina')
  const { link } = await app.invite({ in: relation, ...(lina && { participant: lina }) })
  expect((await link.get()).text).not.toContain('Fons belt.')
  const reply = await link.answer({ 'a.heard': '8', [`e.${id}`]: 'changed' })
  expect(reply.json()).toMatchObject({
    error: { code: 'invalid-input', fields: { [`e.${id}`]: expect.any(String) } },
  })
  expect((await stored(app)).responses).toEqual([])
})

test('the list raises what is newest, and an older answer that comes in later does not lower it', async () => {
  await using app = await testApp({ now: '2026-11-19T08:00:00.000Z' })
  const relation = await app.relation()
  const early = await app.invite({ in: relation })
  const key = await early.link.key()
  app.clock.advance(dayMs)
  await app.answer({ in: relation, value: '2' })
  expect((await stored(app)).attention).toEqual(['2026-11-20T08:00:00.000Z'])
  await early.link.post({ key, ...answerFields('2'), at: '2026-11-19T09:00:00.000Z' }, { accept: 'json' })
  const { attention, signals } = await stored(app)
  expect(attention).toEqual(['2026-11-20T08:00:00.000Z'])
  expect(signals.filter((one) => one.opened_at === '2026-11-19T09:00:00.000Z')).not.toEqual([])
})

test.each([-3_600_000, -365 * dayMs, 3_600_000])(
  'a clock of ours that jumps %d ms between question and answer loses nothing',
  async (jump) => {
    await using app = await testApp({ now: '2026-11-19T08:00:00.000Z' })
    const { link, relation } = await app.invite()
    const key = await link.key()
    app.clock.advance(jump)
    expect((await link.get()).status).toBe(200)
    const at = '2026-11-19T08:00:00.000Z'
    expect((await link.post({ key, ...answerFields('2'), at }, { accept: 'json' })).json()).toEqual({
      stored: true,
    })
    const [response] = (await stored(app)).responses
    // Neither before the question nor in the future, as far as the two can be told apart.
    expect(response?.answered_at).toBe(jump > 0 ? at : app.clock.now())
    const params = { relation: relation.id }
    const seen = await app.as(relation.by).call(feedbackEndpoints.relationFeedback, { params })
    expect([seen.responses.length, seen.invitations[0]?.status]).toEqual([1, 'answered'])
    expect((await link.get()).text).toContain('Je antwoord is binnen.')
  },
)

test('a clock that went a year ahead and came back opens the link again', async () => {
  await using app = await testApp()
  const { link } = await app.invite()
  app.clock.advance(365 * dayMs)
  expect((await link.get()).status).toBe(410)
  app.clock.advance(-365 * dayMs)
  expect((await link.answer({ 'a.heard': '8' })).json()).toEqual({ stored: true })
})
