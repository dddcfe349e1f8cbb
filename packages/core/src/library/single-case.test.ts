import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nonoverlapOfAllPairs, tauU } from './single-case.ts'

// The worked example of the R packages scda and SingleCaseES.
const before = [20, 20, 26, 25, 22, 23]
const after = [28, 25, 24, 27, 30, 30, 29]

test('the example of the literature', () => {
  expect(nonoverlapOfAllPairs(before, after)).toBeCloseTo(0.916667, 6)
  expect(tauU(before, after)).toBeCloseTo(31 / 42, 12)
})

test.each([
  [[1, 2, 3], [4, 5, 6], 1, (9 - 3) / 9],
  [[4, 5, 6], [1, 2, 3], 0, (-9 - 3) / 9],
  [[5, 5], [5, 5], 0.5, 0],
  [[7], [8], 1, 1],
])('%j and then %j', (earlier, later, nap, tau) => {
  expect(nonoverlapOfAllPairs(earlier, later)).toBeCloseTo(nap, 12)
  expect(tauU(earlier, later)).toBeCloseTo(tau, 12)
})

test('without a value on both sides there is nothing to say', () => {
  expect(() => nonoverlapOfAllPairs([], [1])).toThrow(RangeError)
  expect(() => tauU([1], [])).toThrow(RangeError)
})

const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 8 })

test('turned round, what was won is lost; without a trend before, Tau-U is the same thing on another scale', () => {
  fc.assert(
    fc.property(values, values, (one, other) => {
      expect(nonoverlapOfAllPairs(one, other)).toBeCloseTo(1 - nonoverlapOfAllPairs(other, one), 12)
      const [first = 0] = one
      const flat = one.map(() => first)
      expect(tauU(flat, other)).toBeCloseTo(2 * nonoverlapOfAllPairs(flat, other) - 1, 12)
    }),
    { numRuns: 100 },
  )
})
