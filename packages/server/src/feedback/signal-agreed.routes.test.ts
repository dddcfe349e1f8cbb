/** Whichever rule a signal is of: it is closed in three ways, and what was agreed on it is asked back at the next check. */
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { signalOutcomes, signalPriority } from '@weerklank/core/feedback/signal'
import { later } from '@weerklank/core/feedback/signal.factory'
import type { AgreementId, SignalId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import type { BuiltRelation } from '../test-factories.ts'

/** A finding that is stored for each rule; a challenge of one’s own is kept apart (see challenge.routes.test.ts). */
const findings = [
  { rule: 'low-item', item: 'what', value: 3, previous: null, below: 6 } as const,
  { rule: 'drop', score: 5, previous: 8, atLeast: 1 } as const,
  { rule: 'below-cutoff', score: 5, cutoff: 7 } as const,
  { rule: 'ceiling', run: 3, from: 9.9 } as const,
  { rule: 'no-check', since: '2026-11-01T08:00:00.000Z', unanswered: 1, windowDays: 14 } as const,
  ...later,
]

async function opened(app: TestApp, of: BuiltRelation, finding: (typeof findings)[number]) {
  const id = app.world.newId<SignalId>()
  await asMaintenance(app.owner, (trx) =>
    trx
      .insertInto('signal')
      .values({
        ...{ workspace_id: app.workspace, id, relation_id: of.id, participant_id: of.client.id },
        ...{ response_id: null, rule: finding.rule, occasion: id, finding: JSON.stringify(finding) },
        ...{ opened_at: app.clock.now(), outcome: null, closed_at: null, closed_by: null, note: '' },
      })
      .execute(),
  )
  return id
}

test('every rule is there', () => {
  const told = new Set<string>(findings.map(({ rule }) => rule))
  expect(signalPriority.filter((rule) => !told.has(rule))).toEqual(['own-challenge'])
})

test.each(findings.map((finding) => [finding.rule, finding] as const))('%s', async (_, finding) => {
  await using app = await testApp()
  const of = await app.relation()
  const params = { relation: of.id }
  const as = app.as(of.by)
  const signal = await opened(app, of, finding)
  for (const outcome of signalOutcomes) {
    const body = { signals: [signal], outcome, note: '' }
    const { signals } = await as.call(feedbackEndpoints.closeSignals, { params, body })
    expect(signals.find(({ id }) => id === signal)?.outcome).toBe(outcome)
  }
  await as.call(feedbackEndpoints.closeSignals, {
    params,
    body: { signals: [signal], outcome: null, note: '' },
  })
  const text = 'Eerst wandelen, dan praten.'
  const made = {
    ...{ id: app.world.newId<AgreementId>(), text, participants: [of.client.id], askBack: true },
    signals: [signal],
  }
  await as.call(feedbackEndpoints.agree, { params, body: made })
  const { signals } = await as.call(feedbackEndpoints.relationFeedback, { params })
  expect(signals.find(({ id }) => id === signal)?.outcome).toBe('agreed')
  const { link } = await app.invite({ in: of })
  expect((await link.get()).text).toContain(text)
})

test('there is no fourth way', async () => {
  await using app = await testApp()
  const of = await app.relation()
  const body = { signals: [app.world.newId<SignalId>()], outcome: 'not-now' as never, note: '' }
  const params = { relation: of.id }
  const refused = await app.as(of.by).refusal(feedbackEndpoints.closeSignals, { params, body })
  expect(refused.code).toBe('invalid-input')
})
