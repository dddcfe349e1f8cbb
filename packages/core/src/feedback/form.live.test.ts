import { expect, test } from 'vitest'
import { layForm } from './form.enabling.ts'
import { liveRules, slotsByPath } from './form.live.ts'
import type { FormEnableWhen, FormItem } from './form.ts'

const when = (question: string, value: boolean, behaviour: 'all' | 'any' = 'all'): FormEnableWhen => ({
  behaviour,
  conditions: [{ question, operator: '=', value: { kind: 'boolean', value } }],
})
const asks = (linkId: string, more: Partial<FormItem> = {}): FormItem => ({
  linkId,
  kind: 'boolean',
  ...more,
})
const answered = (linkId: string, value: boolean) => ({
  items: [{ linkId, values: [{ value: { kind: 'boolean' as const, value } }] }],
})

function rulesOf(
  items: readonly FormItem[],
  of: { path: string; here: string[]; answers?: ReturnType<typeof answered> },
) {
  const slots = slotsByPath({ items }, layForm({ items }, of.answers ?? { items: [] }))
  const at = slots.get(of.path)
  if (at === undefined) throw new Error(of.path)
  return liveRules(at, new Set(of.here), slots)
}

test('a condition on a question of the page is left to the page', () => {
  expect(
    rulesOf([asks('a'), asks('b', { enableWhen: when('a', true) })], { path: '1', here: ['0', '1'] }),
  ).toEqual([[0, ['0', '=', '1']]])
})

test.each([
  [true, []],
  [false, null],
])('one on a question of another page is decided: %s', (value, rules) => {
  const items = [asks('a'), asks('b', { enableWhen: when('a', true) })]
  expect(rulesOf(items, { path: '1', here: ['1'], answers: answered('a', value) })).toEqual(rules)
})

test('what is above has to hold too, and choices go by their numbers', () => {
  const options = ['x', 'y'].map((code) => ({
    value: { kind: 'coding' as const, value: { code } },
    text: { text: code },
  }))
  const choice = asks('c', { kind: 'choice', options })
  const wants: FormEnableWhen = {
    behaviour: 'any',
    conditions: [{ question: 'c', operator: '!=', value: { kind: 'coding', value: { code: 'y' } } }],
  }
  const group: FormItem = {
    linkId: 'g',
    kind: 'group',
    enableWhen: when('a', false),
    items: [asks('d', { enableWhen: wants })],
  }
  expect(rulesOf([asks('a'), choice, group], { path: '3', here: ['0', '1', '3'] })).toEqual([
    [0, ['0', '=', '0']],
    [1, ['1', '!=', '1']],
  ])
})

test('of a group that is there twice, the question beside it counts', () => {
  const group: FormItem = {
    linkId: 'g',
    kind: 'group',
    repeats: true,
    items: [asks('a'), asks('b', { enableWhen: when('a', true) })],
  }
  const answers = { items: [{ linkId: 'g' }, { linkId: 'g' }] }
  const slots = slotsByPath({ items: [group] }, layForm({ items: [group] }, answers))
  const at = slots.get('2_1')
  expect(at && liveRules(at, new Set(['1_0', '2_0', '1_1', '2_1']), slots)).toEqual([[0, ['1_1', '=', '1']]])
})
