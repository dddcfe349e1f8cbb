import { expect, test } from 'vitest'
import { rangeStrip } from './range-strip.ts'

test('the dot stands where the value lies, the bar from the least to the most', () => {
  const svg = rangeStrip({ value: 0.75, from: 0.5, to: 1 })
  expect(svg).toContain('cx="117"')
  expect(svg).toMatch(/x1="80" x2="154"/)
  expect(svg).toContain('aria-hidden="true"')
})

test.each([
  { value: 0.4, from: 0.5, to: 1 },
  { value: 0.5, from: -0.1, to: 1 },
  { value: Number.NaN, from: 0, to: 1 },
])('%j is no range', (input) => expect(() => rangeStrip(input)).toThrow(RangeError))
