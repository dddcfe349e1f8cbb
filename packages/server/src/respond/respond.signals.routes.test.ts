/** What an answer raises at once, read against everything the same person answered before; and that it stays. */
import { feedbackEndpoints } from '@weerklank/core/feedback/feedback.contract'
import { expect, test } from 'vitest'
import { asMaintenance } from '../access/accounts.ts'
import { type TestApp, testApp } from '../test-app.ts'
import type { BuiltRelation } from '../test-factories.ts'

const dayMs = 86_400_000

async function answerInTurn(app: TestApp, relation: BuiltRelation, values: readonly string[]) {
  for (const value of values) {
    await app.answer({ in: relation, value })
    app.clock.advance(dayMs)
  }
}

/** An answer about the own goal, which is asked beside the contact check. */
async function tellOfGoal(app: TestApp, relation: BuiltRelation, value: string) {
  const asked = await app.invite({ in: relation })
  await asMaintenance(app.owner, (trx) =>
    trx
      .updateTable('invitation')
      .set({ instrument_id: 'own-goal', instrument_version: 1 })
      .where('id', '=', asked.invitation.id)
      .execute(),
  )
  expect((await asked.link.answer({ 'a.own': value })).status).toBe(200)
  app.clock.advance(dayMs)
}

const signalsIn = async (app: TestApp, relation: BuiltRelation) => {
  const params = { relation: relation.id }
  return (await app.as(relation.by).call(feedbackEndpoints.relationFeedback, { params })).signals
}

test('an answer outside what is usual for this person is told with the answer, by limits made of her first answers', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  const usual = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? '8' : '7.6'))
  await answerInTurn(app, relation, usual)
  expect(await signalsIn(app, relation)).toEqual([])
  await answerInTurn(app, relation, ['6.7'])
  const [signal, ...others] = await signalsIn(app, relation)
  expect(others).toEqual([])
  expect(signal?.finding).toMatchObject({ rule: 'own-limits', kind: 'outside', side: 'below', baseline: 8 })
})

test('a signal stays until a person closes it, whatever is answered after it', async () => {
  await using app = await testApp()
  const relation = await app.relation()
  await answerInTurn(app, relation, ['2', '9', '9', '9'])
  const open = await signalsIn(app, relation)
  expect(open.map((one) => [one.finding.rule, one.outcome])).toEqual([
    ['low-item', null],
    ['below-cutoff', null],
  ])
  app.clock.advance(400 * dayMs)
  await answerInTurn(app, relation, ['9'])
  const after = await signalsIn(app, relation)
  expect(after.filter(({ id }) => open.some((one) => one.id === id))).toEqual(open)
})

test('three checks without movement are told while she says that her goal is not met, and not when it is', async () => {
  await using app = await testApp()
  const moved = async (goal: string) => {
    const relation = await app.relation()
    await tellOfGoal(app, relation, goal)
    await answerInTurn(app, relation, ['7', '7', '7'])
    return (await signalsIn(app, relation)).map(({ finding }) => finding.rule)
  }
  expect(await moved('4')).toEqual(['no-change'])
  expect(await moved('9.5')).toEqual([])
})
