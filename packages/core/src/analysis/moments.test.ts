import { expect, test } from 'vitest'
import { momentDays, momentGrain, momentOf } from './moments.ts'

const days = (count: number, each: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => each(at))
const two = (number: number) => String(number).padStart(2, '0')

test('time is told in days while they are few, then in months, then in years', () => {
  expect(momentGrain([])).toBe('day')
  expect(momentGrain(days(12, (at) => `2026-01-${two(at + 1)}`))).toBe('day')
  expect(momentGrain(days(13, (at) => `2026-01-${two(at + 1)}`))).toBe('month')
  expect(momentGrain(days(13, (at) => `${2010 + at}-03-01`))).toBe('year')
  expect(['day', 'month', 'year'].map((grain) => momentOf('2026-03-09', grain as 'day'))).toEqual([
    '2026-03-09',
    '2026-03',
    '2026',
  ])
})

test('a moment ends on its last day, also in a leap year', () => {
  expect(momentDays('2026')).toEqual({ from: '2026-01-01', until: '2026-12-31' })
  expect(['2024-02', '2100-02', '2026-04', '2026-12'].map((month) => momentDays(month).until)).toEqual([
    '2024-02-29',
    '2100-02-28',
    '2026-04-30',
    '2026-12-31',
  ])
  expect(momentDays('2026-03-09')).toEqual({ from: '2026-03-09', until: '2026-03-09' })
})
