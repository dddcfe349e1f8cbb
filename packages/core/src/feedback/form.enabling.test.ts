import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FormAnswer } from './form.answers.ts'
import { conditionHolds, enabledLinkIds, layForm } from './form.enabling.ts'
import { type ConditionOperator, conditionOperators, type FormCondition, type FormItem } from './form.ts'
import type { FormValue } from './form.value.ts'

const integer = (value: number): FormValue => ({ kind: 'integer', value })
const said = (linkId: string, ...values: FormValue[]): FormAnswer => ({
  linkId,
  values: values.map((value) => ({ value })),
})
const when = (question: string, operator: ConditionOperator, value: FormValue): FormCondition => ({
  question,
  operator,
  value,
})
const item = (linkId: string, ...conditions: FormCondition[]): FormItem => ({
  ...{ linkId, kind: 'integer' },
  ...(conditions.length > 0 && { enableWhen: { behaviour: 'all', conditions } }),
})
const yes: FormValue = { kind: 'boolean', value: true }
const no: FormValue = { kind: 'boolean', value: false }

test.each<[ConditionOperator, FormValue, readonly FormValue[], boolean]>([
  ['exists', yes, [integer(1)], true],
  ['exists', yes, [], false],
  ['exists', no, [], true],
  ['exists', no, [integer(1)], false],
  ['=', integer(2), [integer(1), integer(2)], true],
  ['=', integer(2), [], false],
  ['!=', integer(2), [integer(1)], true],
  ['!=', integer(2), [integer(1), integer(2)], false],
  // FHIR: true when no answer is the same, so also when there is none.
  ['!=', integer(2), [], true],
  ['>', integer(2), [integer(2), integer(3)], true],
  ['>', integer(2), [integer(2)], false],
  ['>=', integer(2), [integer(2)], true],
  ['<', integer(2), [integer(2), integer(1)], true],
  ['<=', integer(2), [integer(3)], false],
  ['>', integer(2), [], false],
  [
    '=',
    { kind: 'coding', value: { system: 's', code: 'a' } },
    [{ kind: 'coding', value: { code: 'a', display: 'A' } }],
    true,
  ],
  [
    '=',
    { kind: 'coding', value: { system: 's', code: 'a' } },
    [{ kind: 'coding', value: { system: 't', code: 'a' } }],
    false,
  ],
  ['>', { kind: 'date', value: '2026-01-31' }, [{ kind: 'date', value: '2026-02-01' }], true],
  [
    '=',
    { kind: 'dateTime', value: '2026-01-01T00:00:00Z' },
    [{ kind: 'dateTime', value: '2026-01-01T01:00:00+01:00' }],
    true,
  ],
  [
    '>',
    { kind: 'quantity', value: { value: 3, code: 'kg' } },
    [{ kind: 'quantity', value: { value: 4, code: 'kg' } }],
    true,
  ],
  [
    '>',
    { kind: 'quantity', value: { value: 3, code: 'kg' } },
    [{ kind: 'quantity', value: { value: 4, code: 'g' } }],
    false,
  ],
  ['=', { kind: 'string', value: 'a' }, [integer(1)], false],
])('%s %j of %j is %j', (operator, value, values, holds) => {
  expect(conditionHolds(when('q', operator, value), values)).toBe(holds)
})

test('all or any; what is under an item that is not asked is not asked, and its answer does not count', () => {
  const group: FormItem = {
    ...{
      linkId: 'g',
      kind: 'group',
      enableWhen: { behaviour: 'any', conditions: [when('a', '=', integer(1)), when('a', '=', integer(2))] },
    },
    items: [item('in')],
  }
  const form = { items: [item('a'), group, item('after', when('in', 'exists', yes))] }
  const answers = (value: number) => ({
    items: [said('a', integer(value)), { linkId: 'g', items: [said('in', integer(5))] }],
  })
  expect([...enabledLinkIds(form, answers(2))].toSorted()).toEqual(['a', 'after', 'g', 'in'])
  expect([...enabledLinkIds(form, answers(3))]).toEqual(['a'])
})

test('in a group that repeats, a condition looks at its own time round', () => {
  const group: FormItem = {
    linkId: 'g',
    kind: 'group',
    repeats: true,
    items: [item('a'), item('b', when('a', '=', integer(1)))],
  }
  const once = (value: number): FormAnswer => ({ linkId: 'g', items: [said('a', integer(value))] })
  const [slot] = layForm({ items: [group] }, { items: [once(1), once(2)] }).slots
  expect(slot?.under.map((place) => place.slots.map((one) => one.enabled))).toEqual([
    [true, true],
    [true, false],
  ])
})

test('items that wait for each other are asked, and a long chain of waiting ends nothing', () => {
  const circle = { items: [item('a', when('b', 'exists', no)), item('b', when('a', 'exists', no))] }
  expect(enabledLinkIds(circle, { items: [] }).size).toBe(2)
  const chain = Array.from({ length: 20_000 }, (_, n) => item(`q${n}`, when(`q${n + 1}`, 'exists', no)))
  expect(enabledLinkIds({ items: chain }, { items: [] }).size).toBe(20_000)
})

test('an expression of the server decides where there is one', () => {
  const form = { items: [{ ...item('a'), enableExpression: 'true' }] }
  expect(enabledLinkIds(form, { items: [] }).has('a')).toBe(true)
  expect(enabledLinkIds(form, { items: [] }, new Map([['a', false]])).has('a')).toBe(false)
})

test('whatever is answered, exactly one of an operator and its opposite holds, once something is answered', () => {
  const opposite = { '=': '!=', '>': '<=', '<': '>=' } as const
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(opposite) as (keyof typeof opposite)[])),
      fc.integer(),
      fc.integer(),
      (one, wanted, given) => {
        const holds = (operator: ConditionOperator) =>
          conditionHolds(when('q', operator, integer(wanted)), [integer(given)])
        expect(holds(one)).toBe(!holds(opposite[one]))
      },
    ),
  )
  expect(conditionOperators).toHaveLength(7)
})
