import type { FormItem } from '@weerklank/core/feedback/form'
import { expect, test } from 'vitest'
import { asValue } from './score.value.ts'

const ucum = 'http://unitsofmeasure.org'
const kilos = { unit: 'kilogram', system: ucum, code: 'kg' }
const item = (kind: FormItem['kind'], more: Partial<FormItem> = {}): FormItem => ({
  linkId: 'x',
  kind,
  ...more,
})
const choice = item('choice', {
  options: [1, 3].map((value) => ({ value: { kind: 'integer', value }, text: { text: `${value}` } })),
})

test.each([
  [
    'a number with a unit',
    item('quantity'),
    "22.5 'kg/m2'",
    { value: 22.5, unit: 'kg/m2', system: ucum, code: 'kg/m2' },
  ],
  ['a unit that the question names', item('quantity', { units: [kilos] }), "3 'kg'", { value: 3, ...kilos }],
  ['a bare number', item('quantity', { units: [kilos] }), "2 '1'", { value: 2, ...kilos }],
  ['a duration', item('quantity'), '5 years', { value: 5, unit: 'years', system: ucum, code: 'a' }],
  ['the number of a quantity', item('decimal', { units: [{ code: 'mg' }] }), "-0.5 'mg'", -0.5],
  ['the number of a quantity as FHIR has it', item('integer'), { value: 4, code: 'kg' }, 4],
  ['a unit that is asked for', item('decimal', { units: [kilos] }), "2500 'g'", 2.5],
  ['a ratio', item('decimal'), "0.5 '1'", 0.5],
  ['the day of a moment', item('date'), '2026-11-22T06:22:27.880+01:00', '2026-11-22'],
  ['a number among the choices', choice, 3, 3],
  ['yes or no in words', item('string'), true, 'true'],
])('%s', (_, of, result, value) => {
  expect(asValue(of, result)?.value).toEqual(value)
})

test.each([
  ['half of a whole number', item('integer'), "1.5 'kg'"],
  ['a number that is no choice', choice, 2],
  ['a unit that nobody knows', item('quantity'), '5 parsecs'],
  ['a number of who knows what', item('decimal'), "2500 'g'"],
  ['a length where a weight is asked', item('decimal', { units: [kilos] }), "2 'm'"],
  ['what has no such unit', item('decimal', { units: [{ code: '{score}' }] }), "2 'm'"],
  ['words where a number is asked', item('decimal'), 'many'],
  ['nothing countable', item('decimal'), Number.NaN],
])('%s is no answer', (_, of, result) => {
  expect(asValue(of, result)).toBeNull()
})
