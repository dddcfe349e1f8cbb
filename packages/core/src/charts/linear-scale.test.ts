import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clampedScale, linearScale } from './linear-scale.ts'

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
const span = fc
  .tuple(number, fc.double({ min: 1e-3, max: 1e6, noNaN: true }))
  .map(([low, length]): [number, number] => [low, low + length])

describe('linearScale', () => {
  test.each([
    ['up', [0, 10], [0, 100], 2.5, 25],
    ['down, as heights run', [0, 10], [200, 10], 6.5, 76.5],
    ['with negative numbers', [-5, 5], [0, 10], 0, 5],
    ['past the end', [0, 4], [0, 40], 6, 60],
    ['before the start', [-1, 1], [30, 50], -2, 20],
    ['on a range without length', [0, 10], [7, 7], 3, 7],
  ] as const)('%s', (_, domain, range, value, place) => {
    expect(linearScale(domain, range)(value)).toBeCloseTo(place, 10)
  })

  test('meets both ends exactly', () => {
    fc.assert(
      fc.property(span, number, number, (domain, from, to) => {
        const place = linearScale(domain, [from, to])
        expect([place(domain[0]) + 0, place(domain[1]) + 0]).toEqual([from + 0, to + 0])
      }),
    )
  })

  test('keeps the order, or turns it round when the range runs downwards', () => {
    fc.assert(
      fc.property(span, number, number, (domain, a, b) => {
        const [lower, higher] = [Math.min(a, b), Math.max(a, b)]
        const [up, down] = [linearScale(domain, [10, 300]), linearScale(domain, [300, 10])]
        // Rounding of doubles far outside the domain.
        const slack = 1e-6 * Math.max(1, Math.abs(up(lower)), Math.abs(up(higher)))
        expect(up(lower)).toBeLessThanOrEqual(up(higher) + slack)
        expect(down(lower)).toBeGreaterThanOrEqual(down(higher) - slack)
      }),
    )
  })

  test.each([[[1, 1]], [[2, 1]], [[0, Number.NaN]]] as const)('refuses the domain %j', (domain) => {
    expect(() => linearScale(domain, [0, 1])).toThrow(RangeError)
  })
})

describe('clampedScale', () => {
  test.each([
    [-3, 190],
    [0, 190],
    [5, 100],
    [10, 10],
    [11, 10],
  ])('%d stands at %d', (value, place) => {
    expect(clampedScale([0, 10], [190, 10])(value)).toBe(place)
  })

  test('never leaves the range, and is the plain scale inside the domain', () => {
    fc.assert(
      fc.property(span, number, (domain, value) => {
        const place = clampedScale(domain, [0, 100])(value)
        expect(place).toBeGreaterThanOrEqual(-1e-9)
        expect(place).toBeLessThanOrEqual(100 + 1e-9)
        if (value >= domain[0] && value <= domain[1]) expect(place).toBe(linearScale(domain, [0, 100])(value))
      }),
    )
  })
})
