import { expect, it, test } from 'vitest'
import { emptyForm, newItem } from './form.build.ts'
import { buildProblems } from './form.build-check.ts'
import { whatChanged } from './form.build-diff.ts'
import { recount, removeCounted, scoreExpression, summedIn } from './form.build-score.ts'
import type { FormItem, FormModel } from './form.ts'

const form = (...items: FormItem[]): FormModel => ({ ...emptyForm('Samen', 'nl'), items })
const ask = (linkId: string, more: Partial<FormItem> = {}): FormItem => ({
  ...{ linkId, kind: 'boolean', text: { text: linkId } },
  ...more,
})
const weighed = (linkId: string): FormItem => ({
  ...ask(linkId, { kind: 'choice' }),
  options: [1, 2].map((weight) => ({
    ...{ value: { kind: 'coding' as const, value: { code: `${weight}` } }, text: { text: `${weight}` } },
    weight,
  })),
})
const waitsFor = (question: string): Partial<FormItem> => ({
  enableWhen: {
    behaviour: 'all',
    conditions: [{ question, operator: '=', value: { kind: 'boolean', value: true } }],
  },
})
const integer = (value: number) => ({ kind: 'integer' as const, value })
const kinds = (...items: FormItem[]) => buildProblems(form(...items)).map(({ kind }) => kind)

test('a form that is whole has nothing to mend', () => {
  const good = [ask('a'), ask('b', waitsFor('a')), weighed('c')]
  const calculated = scoreExpression(form(...good), { kind: 'sum', linkIds: ['c'] })
  expect(kinds(...good, ask('d', { kind: 'decimal', readOnly: true, calculated }))).toEqual([])
})

it.each<[string, FormItem[], string[]]>([
  ['nothing asked', [ask('t', { kind: 'display' })], ['no-questions']],
  ['no words', [ask('a', { text: { text: ' ' } })], ['no-text']],
  ['one choice', [{ ...weighed('a'), options: weighed('a').options?.slice(1) ?? [] }], ['few-options']],
  ['choices without words', [{ ...newItem(form(), 'choice'), text: { text: 'a' } }], ['option-no-text']],
  [
    'the same choice twice',
    [
      {
        ...weighed('a'),
        options: weighed('a').options?.map((one) => ({ ...one, text: { text: 'x' } })) ?? [],
      },
    ],
    ['option-twice'],
  ],
  ['waiting for what comes later', [ask('a', waitsFor('b')), ask('b')], ['condition-later']],
  ['waiting for itself', [ask('a', waitsFor('a'))], ['condition-self']],
  ['an empty group', [ask('a'), ask('g', { kind: 'group', items: [] })], ['empty-group']],
  ['least above most', [ask('a', { kind: 'integer', min: integer(5), max: integer(1) })], ['limits']],
  ['no unit', [ask('a', { kind: 'quantity' })], ['no-unit']],
  ['a score of nothing', [ask('a', { kind: 'decimal', readOnly: true })], ['score-empty']],
])('%s', (_, items, expected) => {
  expect(kinds(...items)).toEqual(expected)
})

test('a score over choices that count for nothing yet is told at the score', () => {
  const bare = { ...weighed('a'), options: weighed('a').options?.map(({ weight: _, ...one }) => one) ?? [] }
  const calculated = scoreExpression(form(bare), { kind: 'mean', linkIds: ['a'] })
  const score = ask('s', { kind: 'decimal', readOnly: true, calculated })
  expect(buildProblems(form(bare, score))).toEqual([{ kind: 'score-weights', linkId: 's' }])
})

it.each(['sum', 'mean'] as const)('a %s is found again, and goes on without a question that went', (kind) => {
  const items = ['a', "b's", 'c'].map(weighed)
  const of = (...linkIds: string[]) => ({ kind, linkIds })
  const calculated = scoreExpression(form(...items), of('a', "b's"))
  const whole = form(...items, ask('s', { kind: 'decimal', readOnly: true, calculated }))
  expect(summedIn(whole, calculated)).toEqual(of('a', "b's"))
  const less = removeCounted(whole, 'a')
  expect(summedIn(less, less.items[2]?.calculated ?? '')).toEqual(of("b's"))
  expect(removeCounted(less, "b's").items[1]).not.toHaveProperty('calculated')
  expect(summedIn(whole, '1 + 1')).toBeNull()
  // A question that became a number counts as one.
  const number = { ...whole, items: whole.items.with(0, ask('a', { kind: 'integer' })) }
  const again = recount(whole, number)
  expect(summedIn(again, again.items[3]?.calculated ?? '')).toEqual(of('a', "b's"))
})

test('what a colleague did is told by item; neighbours of what came or went did not move', () => {
  const before = form(ask('a'), ask('b'), ask('c'), ask('g', { kind: 'group', items: [ask('d')] }))
  const after = {
    ...form(
      ask('n'),
      ask('b'),
      ask('c', { required: true }),
      ask('g', { kind: 'group', items: [] }),
      ask('d'),
    ),
    title: { text: 'Anders' },
  }
  expect(whatChanged(before, before)).toEqual([])
  expect(whatChanged(before, after)).toEqual([
    { kind: 'about' },
    { kind: 'added', linkId: 'n', text: 'n' },
    { kind: 'changed', linkId: 'c', text: 'c' },
    { kind: 'moved', linkId: 'd', text: 'd' },
    { kind: 'removed', linkId: 'a', text: 'a' },
  ])
  const swapped = form(ask('b'), ask('a'), ask('c'))
  expect(whatChanged(form(ask('a'), ask('b'), ask('c')), swapped).map((one) => one.kind)).toEqual([
    'moved',
    'moved',
  ])
})
