import { expect, test } from 'vitest'
import { withComputed } from './fhir.computed.ts'
import type { FormItem, FormModel } from './form.ts'

const number = (linkId: string, more: Partial<FormItem> = {}): FormItem => ({
  linkId,
  kind: 'integer',
  ...more,
})
const sum = (linkId: string): FormItem => number(linkId, { calculated: '1', text: { text: 'Som' } })
const form = (...items: FormItem[]): FormModel => ({ title: { text: 'T' }, status: 'draft', items })
const five = (linkId: string, entry?: number, value = 5) => ({
  ...{ linkId, value: { kind: 'integer' as const, value } },
  ...(entry !== undefined && { entry }),
})
const answer = (linkId: string, value: number) => ({ linkId, answer: [{ valueInteger: value }] })
const made = (value: number) => ({ linkId: 's', text: 'Som', answer: [{ valueInteger: value }] })

test('it stands where the form has it, in a group that is made for it', () => {
  const group: FormItem = { linkId: 'g', kind: 'group', items: [number('x'), sum('s')] }
  const given = { item: [answer('a', 1), answer('z', 2)] }
  expect(withComputed(given, form(number('a'), group, number('z')), [five('s')])).toEqual({
    item: [answer('a', 1), { linkId: 'g', item: [made(5)] }, answer('z', 2)],
  })
})

test('an answer that came in is left as it is', () => {
  const given = { item: [answer('s', 7)] }
  expect(withComputed(given, form(sum('s')), [five('s')])).toEqual(given)
})

test('each entry of a group that repeats has its own', () => {
  const group: FormItem = { linkId: 'g', kind: 'group', repeats: true, items: [number('x'), sum('s')] }
  const entry = (value: number) => ({ linkId: 'g', item: [answer('x', value)] })
  const given = { item: [entry(1), entry(2), entry(3)] }
  const values = [five('s', undefined, 10), five('s', 2, 30)]
  const entries = (withComputed(given, form(group), values).item as { item: object[] }[]).map(
    (one) => one.item,
  )
  expect(entries).toEqual([[answer('x', 1), made(10)], [answer('x', 2)], [answer('x', 3), made(30)]])
})

test('under a question it goes with the answer; without an answer it has no place', () => {
  const asked = form(number('q', { items: [sum('s')] }))
  expect(withComputed({ item: [answer('q', 1)] }, asked, [five('s')])).toEqual({
    item: [{ linkId: 'q', answer: [{ valueInteger: 1, item: [made(5)] }] }],
  })
  expect(withComputed({}, asked, [five('s')])).toEqual({})
})

test('nothing computed changes nothing', () => {
  const given = { item: [answer('a', 1)] }
  expect(withComputed(given, form(sum('s')), [])).toBe(given)
})
