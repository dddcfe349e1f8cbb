/** Signals, agreements and what a relation page shows of checks. */
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { echoField } from '@weerklank/core/feedback/submission'
import type { AgreementId, ParticipantId, SignalId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'
import { answerFields } from '../test-factories.ts'

const { relationFeedback, closeSignals, agree, endAgreement, listRelations } = feedbackEndpoints
const day = 86_400_000

/** A relation in which a client answered low, and what the professional's page says of it. */
async function afterLowAnswer(app: TestApp, title = 'Lina en Noor') {
  const relation = await app.relation({ title })
  await app.answer({ in: relation, value: '3' })
  const noor = app.as(relation.by)
  const params = { relation: relation.id }
  const feedback = async () => noor.call(relationFeedback, { params })
  const attention = async () =>
    (await noor.call(listRelations)).relations[0]?.signals.map((one) => one.finding.rule)
  return { ...relation, noor, params, feedback, attention, signals: (await feedback()).signals }
}

const anAgreement = (app: TestApp, of: { participants: ParticipantId[]; signals?: SignalId[] }) => ({
  ...{ id: app.world.newId<AgreementId>(), text: 'Eerst bijpraten.', askBack: true, signals: [], ...of },
})

test('a relation page shows every check, the missed ones too, and what the last one says', async () => {
  await using app = await testApp({ now: '2026-11-02T08:00:00.000Z' })
  const relation = await app.relation()
  for (const value of ['8.4', '7.9']) {
    await app.answer({ in: relation, fields: answerFields(value, `het was ${value}`) })
    app.clock.advance(7 * day)
  }
  await app.invite({ in: relation })
  app.clock.advance(7 * day)
  await app.answer({ in: relation, fields: { 'a.heard': '7', 'a.what': '2,5', 'a.how': '6.9' } })
  const seen = await app.as(relation.by).call(relationFeedback, { params: { relation: relation.id } })
  expect(seen.instruments.map((one) => [one.id, one.version])).toEqual([['contact-check', 1]])
  expect(seen.responses.map((one) => [one.answers, one.openText, one.answeredAt, one.participant])).toEqual([
    [
      { heard: 8.4, what: 8.4, how: 8.4, whole: 8.4 },
      'het was 8.4',
      '2026-11-02T08:00:00.000Z',
      relation.client.id,
    ],
    [
      { heard: 7.9, what: 7.9, how: 7.9, whole: 7.9 },
      'het was 7.9',
      '2026-11-09T08:00:00.000Z',
      relation.client.id,
    ],
    [{ heard: 7, what: 2.5, how: 6.9 }, '', '2026-11-23T08:00:00.000Z', relation.client.id],
  ])
  expect(seen.invitations.map((one) => one.status)).toEqual(['answered', 'answered', 'open', 'answered'])
  expect(seen.signals.map((one) => one.finding.rule)).toEqual(['low-item', 'drop', 'below-cutoff'])
  expect(seen.signals[0]).toMatchObject({
    ...{ participant: relation.client.id, response: seen.responses[2]?.id, outcome: null, closedAt: null },
    finding: { rule: 'low-item', item: 'what', value: 2.5, previous: 7.9 },
  })
  expect(seen.openers.length).toBeGreaterThan(0)
})

test('signals are closed with what became of them, and opened again', async () => {
  await using app = await testApp()
  const { noor, params, signals, attention } = await afterLowAnswer(app)
  const ids = signals.map((one) => one.id)
  expect(await attention()).toEqual(['low-item', 'below-cutoff'])
  const body = { signals: ids.slice(0, 1), outcome: 'discussed' as const, note: ' aan de keukentafel ' }
  const closed = await noor.call(closeSignals, { params, body })
  expect(closed.signals.map((one) => [one.id, one.outcome, one.closedAt, one.note])).toEqual([
    [ids[0], 'discussed', app.clock.now(), 'aan de keukentafel'],
  ])
  expect(await attention()).toEqual(['below-cutoff'])
  await noor.call(closeSignals, { params, body: { signals: ids, outcome: 'not-applicable', note: '' } })
  expect(await attention()).toEqual([])
  const reopened = await noor.call(closeSignals, { params, body: { signals: ids, outcome: null, note: '' } })
  expect(
    reopened.signals.every((one) => one.outcome === null && one.closedAt === null && one.note === ''),
  ).toBe(true)
  expect(await attention()).toEqual(['low-item', 'below-cutoff'])
  expect(
    (await app.audit()).map((line) => line.action).filter((one) => /^signal\.(closed|reopened)/.test(one)),
  ).toEqual([...['signal.closed', 'signal.closed', 'signal.closed', 'signal.reopened', 'signal.reopened']])
})

test('signals of another relation are closed neither directly nor by an agreement', async () => {
  await using app = await testApp()
  const ours = await afterLowAnswer(app)
  const aside = await afterLowAnswer(app, 'Andere')
  const foreign = aside.signals.map((one) => one.id)
  const mixed = [...ours.signals.map((one) => one.id), ...foreign]
  const body = { signals: mixed, outcome: 'discussed' as const, note: '' }
  expect(await ours.noor.refusal(closeSignals, { params: ours.params, body })).toMatchObject({
    code: 'not-found',
  })
  const agreement = anAgreement(app, { participants: [ours.client.id], signals: mixed })
  const reply = await ours.noor.request('POST', `/api/relations/${ours.id}/agreements`, agreement)
  expect(reply.status).toBe(404)
  for (const relation of [ours, aside]) {
    expect((await relation.feedback()).signals.every((one) => one.outcome === null)).toBe(true)
    expect((await relation.feedback()).agreements).toEqual([])
  }
})

test('an agreement closes its signals, is asked back, and is done when it changed', async () => {
  await using app = await testApp()
  const { noor, params, client, id, by, relation, signals, feedback } = await afterLowAnswer(app)
  const body = anAgreement(app, {
    participants: [client.id, client.id],
    signals: signals.map((one) => one.id),
  })
  const made = await noor.call(agree, { params, body })
  expect(made).toEqual({
    ...{ id: body.id, text: 'Eerst bijpraten.', participants: [client.id], madeAt: app.clock.now() },
    ...{ state: 'to-ask', askBack: true, echoes: [] },
  })
  expect((await feedback()).signals.map((one) => one.outcome)).toEqual(['agreed', 'agreed'])
  for (const [answer, state] of [
    ['not-yet', 'asked'],
    ['changed', 'changed'],
  ] as const) {
    app.clock.advance(7 * day)
    const fields = { ...answerFields('8'), [echoField(body.id)]: answer }
    await app.answer({ in: { by, relation, id, client }, fields })
    const [agreement] = (await feedback()).agreements
    expect(agreement?.state).toBe(state)
    expect(agreement?.echoes.at(-1)).toMatchObject({ answer, at: app.clock.now(), participant: client.id })
  }
  const { link } = await app.invite({ in: { by, relation, id, client } })
  expect((await link.get()).text).not.toContain('Eerst bijpraten.')
})

test('an agreement is made once; a repeat gives what is there, another relation’s identifier gives nothing', async () => {
  await using app = await testApp()
  const ours = await afterLowAnswer(app)
  const aside = await afterLowAnswer(app, 'Andere')
  const body = anAgreement(app, { participants: [ours.client.id] })
  const replies = await Promise.all(
    Array.from({ length: 5 }, () => ours.noor.call(agree, { params: ours.params, body })),
  )
  for (const reply of replies) expect(reply).toEqual(replies[0])
  expect(await app.audit('agreement.made')).toHaveLength(1)
  const stolen = { ...body, participants: [aside.client.id] }
  const refusal = await aside.noor.refusal(agree, { params: aside.params, body: stolen })
  expect(['not-found', 'conflict']).toContain(refusal.code)
  expect((await aside.feedback()).agreements).toEqual([])
})

test('only people of the relation agree', async () => {
  await using app = await testApp()
  const ours = await afterLowAnswer(app)
  const aside = await afterLowAnswer(app, 'Andere')
  const body = anAgreement(app, { participants: [ours.client.id, aside.client.id] })
  const refusal = await ours.noor.refusal(agree, { params: ours.params, body })
  expect(refusal).toMatchObject({ code: 'invalid-input', fields: { participants: 'unknown' } })
  expect((await ours.feedback()).agreements).toEqual([])
})

test('an agreement is ended and taken up again; one of another relation is not', async () => {
  await using app = await testApp()
  const ours = await afterLowAnswer(app)
  const aside = await afterLowAnswer(app, 'Andere')
  const body = anAgreement(app, { participants: [ours.client.id] })
  await ours.noor.call(agree, { params: ours.params, body })
  const params = { ...ours.params, agreement: body.id }
  expect((await ours.noor.call(endAgreement, { params, body: { ended: true } })).state).toBe('ended')
  expect((await ours.noor.call(endAgreement, { params, body: { ended: false } })).state).toBe('to-ask')
  const foreign = { ...aside.params, agreement: body.id }
  const refusal = await aside.noor.refusal(endAgreement, { params: foreign, body: { ended: true } })
  expect(refusal).toMatchObject({ code: 'not-found' })
  expect((await ours.feedback()).agreements[0]?.state).toBe('to-ask')
})
