import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AttainmentLevel,
  attainmentChange,
  attainmentLevels,
  attainmentScale,
  attainmentShown,
  attainmentT,
  mayScore,
  mayWriteScale,
  seenAt,
  type WeighedGoal,
} from './attainment.ts'

const goals = (...pairs: readonly (readonly [number, AttainmentLevel])[]): WeighedGoal[] =>
  pairs.map(([weight, level]) => ({ weight, level }))

const scale = {
  seen: [
    'Ik vraag niets',
    'Ik vraag één keer',
    'Ik vraag elke week',
    'Ik vraag elk gesprek',
    'Zij vraagt mij',
  ],
  baseline: -1 as const,
}

// Golden values: domain.md §10, where the sixth figure is cut off and not rounded.
test.each([
  [goals([1, 0]), 50],
  [goals([1, 1]), 60],
  [goals([1, 2]), 70],
  [goals([1, 1], [1, 0], [1, -1]), 50],
  [goals([3, 1], [2, 0], [1, -1]), 54.406526],
  [goals([2, 1], [3, 2]), 69.635227],
  [goals([1, -2], [1, -2], [1, -2]), 22.613872],
])('the T score of %j is %d', (of, t) => {
  expect(attainmentT(of)).toBeCloseTo(t, 5)
})

test('without goals, or without any weight, there is no T score; a weight below zero is a fault', () => {
  expect(attainmentT([])).toBeNull()
  expect(attainmentT(goals([0, 2]))).toBeNull()
  expect(() => attainmentT(goals([-1, 0]))).toThrow(RangeError)
  expect(() => attainmentT(goals([Number.NaN, 0]))).toThrow(RangeError)
})

test('the change is the difference with where she stood', () => {
  expect(attainmentChange([{ weight: 2, level: 0, baseline: -1 }])).toBeCloseTo(10, 9)
  expect(attainmentChange([])).toBeNull()
})

const anyGoals = fc.array(
  fc.record({
    weight: fc.integer({ min: 1, max: 5 }),
    level: fc.constantFrom<AttainmentLevel>(...attainmentLevels),
  }),
  { minLength: 1, maxLength: 8 },
)

test('mirrored goals mirror the score round 50, and their order does not matter', () => {
  fc.assert(
    fc.property(anyGoals, (of) => {
      const t = attainmentT(of) ?? Number.NaN
      const mirrored = of.map(({ weight, level }) => ({ weight, level: -level as AttainmentLevel }))
      expect((attainmentT(mirrored) ?? Number.NaN) + t).toBeCloseTo(100, 9)
      expect(attainmentT(of.toReversed())).toBeCloseTo(t, 9)
    }),
  )
})

describe('a scale', () => {
  test('has something to see at each step', () => {
    expect(attainmentScale.parse(scale)).toEqual(scale)
    expect(seenAt(attainmentScale.parse(scale), 2)).toBe('Zij vraagt mij')
    for (const seen of [
      scale.seen.slice(1),
      [...scale.seen.slice(1), ' '],
      scale.seen.map(() => 'Hetzelfde'),
    ]) {
      expect(attainmentScale.safeParse({ ...scale, seen }).success).toBe(false)
    }
  })

  test('of a goal that is reached already is refused', () => {
    expect(attainmentScale.safeParse({ ...scale, baseline: 0 }).success).toBe(false)
    expect(attainmentScale.safeParse({ ...scale, baseline: -3 }).success).toBe(false)
  })

  test('is written beforehand, and said how it went afterwards', () => {
    expect(mayWriteScale({ status: 'current', scored: 0 })).toEqual({ allowed: true })
    expect(mayWriteScale({ status: 'current', scored: 1 })).toEqual({ allowed: false, reason: 'scored' })
    expect(mayWriteScale({ status: 'replaced', scored: 0 })).toEqual({ allowed: false, reason: 'replaced' })
    expect(mayScore({ status: 'current', scale: null })).toEqual({ allowed: false, reason: 'no-scale' })
    expect(mayScore({ status: 'current', scale })).toEqual({ allowed: true })
    expect(mayScore({ status: 'replaced', scale })).toEqual({ allowed: false, reason: 'replaced' })
  })
})

test('up to ten people there are goals only, no T score', () => {
  expect([1, 10, 11].map(attainmentShown)).toEqual(['goals', 'goals', 'goals-and-t'])
})
