import { expect, test } from 'vitest'
import type { FormAnswer } from './form.answers.ts'
import { hasExpressions, sumOfWeights } from './form.score.ts'
import type { FormItem, FormModel } from './form.ts'

const option = (code: string, weight?: number) => ({
  ...{ value: { kind: 'coding' as const, value: { code } }, text: { text: code } },
  ...(weight !== undefined && { weight }),
})
const choice = (linkId: string, more: Partial<FormItem> = {}): FormItem => ({
  ...{ linkId, kind: 'choice', options: [option('a', 1), option('b', 2), option('c')] },
  ...more,
})
const chosen = (linkId: string, ...codes: string[]): FormAnswer => ({
  linkId,
  values: codes.map((code) => ({ value: { kind: 'coding', value: { code } } })),
})
const form = (items: readonly FormItem[], more: Partial<FormModel> = {}): FormModel => ({
  ...{ title: { text: 'x' }, status: 'active', scoring: 'sum', items },
  ...more,
})

test('weights are added up, as far as was answered, and what is missing is told', () => {
  const items = [choice('q1'), choice('q2', { repeats: true }), choice('q3'), choice('q4')]
  const answers = { items: [chosen('q1', 'b'), chosen('q2', 'a', 'b'), chosen('q3', 'c')] }
  expect(sumOfWeights(form(items), answers)).toEqual({ value: 5, answered: 2, of: 4 })
})

test('what is not asked does not count, and a form that is not scored so has no sum', () => {
  const conditions = [
    { question: 'q1', operator: '=' as const, value: { kind: 'coding' as const, value: { code: 'a' } } },
  ]
  const items = [choice('q1'), choice('q2', { enableWhen: { behaviour: 'all', conditions } })]
  const answers = { items: [chosen('q1', 'b'), chosen('q2', 'b')] }
  expect(sumOfWeights(form(items), answers)).toEqual({ value: 2, answered: 1, of: 1 })
  const { scoring: _, ...unscored } = form(items)
  expect(sumOfWeights(unscored, answers)).toBeNull()
  expect(sumOfWeights(form(items), { items: [] })).toBeNull()
})

test('only what is computed from answers needs the engine', () => {
  expect(hasExpressions([choice('a', { initialExpression: '1' })])).toBe(false)
  expect(hasExpressions([choice('a', { calculated: '1' })])).toBe(true)
  expect(hasExpressions([choice('a', { enableExpression: 'true' })])).toBe(true)
})
