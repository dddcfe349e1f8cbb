import fc from 'fast-check'
import { expect, test } from 'vitest'
import { optionOf } from './form.option.ts'
import { type FormValue, sameValue } from './form.value.ts'

const word = fc.constantFrom('a', 'b', 'c', 'Ja', '1')
const coding = fc
  .record({ system: fc.constantFrom('x', 'y'), code: word, display: word }, { requiredKeys: [] })
  .map((value): FormValue => ({ kind: 'coding', value }))
const value = fc.oneof(
  coding,
  fc.record({
    kind: fc.constantFrom('integer' as const, 'decimal' as const),
    value: fc.integer({ min: 0, max: 9 }),
  }),
  word.map((text): FormValue => ({ kind: 'string', value: text })),
  fc.constantFrom<FormValue>(
    { kind: 'date', value: '2026-11-22' },
    { kind: 'dateTime', value: '2026-11-22T10:00:00Z' },
    { kind: 'dateTime', value: '2026-11-22T11:00:00+01:00' },
    { kind: 'time', value: '10:00:00' },
    { kind: 'boolean', value: true },
    { kind: 'reference', value: { reference: 'x/1' } },
    { kind: 'quantity', value: { value: 3, unit: 'kg' } },
  ),
)

test('of a long list the same choice is found as by going through it', () => {
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 60, maxLength: 120 }),
      fc.array(value, { maxLength: 20 }),
      (all, asked) => {
        const options = all.map((one, at) => ({ value: one, text: { text: String(at) } }))
        for (const one of asked) {
          expect(optionOf({ options }, one)).toBe(options.find((option) => sameValue(option.value, one)))
        }
      },
    ),
  )
})
