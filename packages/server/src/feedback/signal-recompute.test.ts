/** Signals computed anew, and those between voices: what is missing comes, what a person did with one stays. */
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import type { SignalRule } from '@weerklank/core/feedback/signal'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { runDueJobs } from '../jobs/jobs.ts'
import { type TestApp, testApp } from '../test-app.ts'
import type { BuiltRelation } from '../test-factories.ts'
import { betweenVoices, betweenVoicesKind, recomputeSignals } from './signal-recompute.ts'

const dayMs = 86_400_000

const recompute = (app: TestApp, onProgress = (_: { done: number; of: number }) => {}) =>
  recomputeSignals(app, app, { workspace: app.workspace, onProgress })

const signalsIn = async (app: TestApp, relation: BuiltRelation) => {
  const params = { relation: relation.id }
  return (await app.as(relation.by).call(feedbackEndpoints.relationFeedback, { params })).signals
}

const forget = (app: TestApp, rules: SignalRule[]) =>
  asMaintenance(app.owner, (trx) =>
    trx.deleteFrom('signal').where('workspace_id', '=', app.workspace).where('rule', 'in', rules).execute(),
  )

async function answerInTurn(app: TestApp, relation: BuiltRelation, values: readonly string[]) {
  for (const value of values) {
    await app.answer({ in: relation, value })
    app.clock.advance(dayMs)
  }
}

test('what is missing is opened as it would have been with the answer; a second time adds nothing', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  await answerInTurn(app, relation, ['8', '7.4', '8', '7.4', '8', '7.4', '2', '8'])
  const before = await signalsIn(app, relation)
  expect(before.map(({ finding }) => finding.rule)).toContain('own-limits')
  await forget(app, ['own-limits', 'drop'])
  const told: number[] = []
  expect(await recompute(app, ({ done }) => told.push(done))).toEqual({ done: 1, of: 1, opened: 2 })
  expect(told).toEqual([1])
  const withoutId = (all: typeof before) => all.map(({ id: _, ...one }) => one)
  expect(withoutId(await signalsIn(app, relation))).toEqual(withoutId(before))
  expect((await recompute(app)).opened).toBe(0)
  const lines = await app.audit('signal.opened')
  expect(lines.filter(({ actor }) => actor === 'system')).toHaveLength(2)
})

test('what a person closed stays closed, and nothing that is there goes, whatever the rules say by now', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  await answerInTurn(app, relation, ['2', '9'])
  const [first, second] = await signalsIn(app, relation)
  const body = { signals: [first?.id ?? ''], outcome: 'not-applicable' as const, note: 'Dat was de bus.' }
  await app.as(relation.by).call(feedbackEndpoints.closeSignals, { params: { relation: relation.id }, body })
  // As if a rule of old had found more than today's rules do.
  await asMaintenance(app.owner, (trx) =>
    trx
      .updateTable('signal')
      .set({ occasion: 'of-old' })
      .where('id', '=', second?.id ?? ('' as never))
      .execute(),
  )
  const before = await signalsIn(app, relation)
  await recompute(app)
  const after = await signalsIn(app, relation)
  expect(after).toEqual(expect.arrayContaining(before))
  expect(after.find(({ id }) => id === first?.id)?.outcome).toBe('not-applicable')
})

test('a collaboration that ended, and another workspace, are left alone', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  await app.answer({ in: relation, value: '2' })
  await forget(app, ['low-item', 'below-cutoff'])
  await asMaintenance(app.owner, (trx) =>
    trx.updateTable('relation').set({ closed_at: app.world.now() }).where('id', '=', relation.id).execute(),
  )
  expect(await recompute(app)).toEqual({ done: 0, of: 0, opened: 0 })
})

test('two voices who answer differently about one week are told after the second, once', async () => {
  await using app = await testApp({ ownDatabase: true })
  const relation = await app.relation({ participants: [{ name: 'Lina' }, { name: 'Fons' }] })
  const [lina, fons] = relation.relation.participants.filter(({ member }) => member === null)
  if (lina === undefined || fons === undefined) throw new Error('Two people were to be there')
  const look = () => {
    const handlers = {
      [betweenVoicesKind]: betweenVoices({ ...app, announce: app.hub.announce }),
      'window-check': async () => null,
    }
    return runDueJobs({ db: app.db, world: app.world, log: app.logger, handlers })
  }
  await app.answer({ in: relation, participant: lina, value: '9' })
  await look()
  expect(await signalsIn(app, relation)).toEqual([])
  app.clock.advance(dayMs)
  await app.answer({ in: relation, participant: fons, value: '5.8' })
  await look()
  const found = (await signalsIn(app, relation)).filter(({ finding }) => finding.rule === 'voices-differ')
  expect(found).toMatchObject([{ participant: fons.id, finding: { by: lina.id, own: 5.8, other: 9 } }])
  expect((await recompute(app)).opened).toBe(0)
})

test('an answer where nobody else could answer plans no look', async () => {
  await using app = await testApp({ ownDatabase: true })
  await app.answer({ value: '9' })
  const jobs = await app.db.selectFrom('job').select('kind').execute()
  expect(jobs.map(({ kind }) => kind)).not.toContain(betweenVoicesKind)
})
