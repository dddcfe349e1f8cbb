import { AppError } from '@weerklank/core/shared/errors'
import { expect, test } from 'vitest'
import { newLimiter } from './limit.ts'

function limiter(max: number) {
  const clock = { ms: 1_800_000_000_000 }
  const limit = newLimiter({ max, windowMs: 60_000 }, () => clock.ms)
  const passes = (key: string) => {
    try {
      limit(key)
      return true
    } catch (error) {
      expect(error).toBeInstanceOf(AppError)
      expect((error as AppError).code).toBe('too-many')
      return false
    }
  }
  return { clock, passes }
}

test('so many go through and no more, for each key apart', () => {
  const { passes } = limiter(3)
  expect([1, 2, 3, 4, 5].map(() => passes('a'))).toEqual([true, true, true, false, false])
  expect(passes('b')).toBe(true)
})

test('a new window begins when the last is over, not before', () => {
  const { clock, passes } = limiter(1)
  passes('a')
  clock.ms += 59_999
  expect(passes('a')).toBe(false)
  clock.ms += 1
  expect(passes('a')).toBe(true)
})

const hour = 3_600_000
const year = 365 * 24 * hour

test.each([-hour, hour, -year, year])('a clock that jumps %d ms locks nobody out', (jump) => {
  const { clock, passes } = limiter(1)
  passes('a')
  expect(passes('a')).toBe(false)
  clock.ms += jump
  expect(passes('a')).toBe(true)
  expect(passes('a')).toBe(false)
})
