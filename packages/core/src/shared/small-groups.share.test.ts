import { expect, it } from 'vitest'
import { type Share, share } from './small-groups.share.ts'

const rows: [number, number, Share][] = [
  [3, 5, { form: 'counts', count: 3, of: 5 }],
  [0, 0, { form: 'counts', count: 0, of: 0 }],
  [9, 9, { form: 'counts', count: 9, of: 9 }],
  [3, 10, { form: 'percentage', percent: 30, of: 10 }],
  [0, 10, { form: 'percentage', percent: 0, of: 10 }],
  [12, 12, { form: 'percentage', percent: 100, of: 12 }],
  [1, 12, { form: 'percentage', percent: 8, of: 12 }],
  [1, 200, { form: 'percentage', percent: 1, of: 200 }],
]
it.each(rows)('%i of %i', (count, of, expected) => {
  expect(share(count, of)).toEqual(expected)
})

it.each([
  [6, 5],
  [-1, 5],
  [1.5, 5],
  [1, Number.NaN],
])('%d of %d is no share', (count, of) => {
  expect(() => share(count, of)).toThrow(RangeError)
})
