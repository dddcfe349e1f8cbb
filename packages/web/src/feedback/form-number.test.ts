import { expect, it } from 'vitest'
import { readNumber } from './form-number.ts'

it.each<[string, boolean, number | null]>([
  ['3', true, 3],
  [' -2,5 ', false, -2.5],
  ['2.5', true, null],
  ['', false, null],
  ['-', false, null],
  ['1e5', false, null],
  ['1000001', false, null],
])('%j is read', (typed, isWhole, expected) => {
  expect(readNumber(typed, isWhole)).toBe(expected)
})
