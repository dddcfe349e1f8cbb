import { clock, localDay } from '@weerklank/core/shared/time'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarFrom } from './calendar.ts'

const zone = 'Europe/Amsterdam'

test('the present of every story is the last Tuesday before today', () => {
  const thursday = calendarFrom('2026-11-19T08:00:00.000Z', zone)
  expect(thursday('0 tue 16.00')).toBe('2026-11-17T15:00:00.000Z')
  expect(thursday('-1 thu 16.00')).toBe('2026-11-12T15:00:00.000Z')
  expect(thursday('-11 thu 16.00')).toBe('2026-09-03T14:00:00.000Z')
  expect(thursday('today 09.30')).toBe('2026-11-19T08:30:00.000Z')
  expect(thursday('next mon 10.00')).toBe('2026-11-23T09:00:00.000Z')
  expect(thursday('next thu 10.00')).toBe('2026-11-26T09:00:00.000Z')
  const tuesday = calendarFrom('2026-11-17T08:00:00.000Z', zone)
  expect(tuesday('0 tue 16.00')).toBe('2026-11-10T15:00:00.000Z')
})

test('the local day counts: just after midnight in Amsterdam it is a day later than in UTC', () => {
  expect(calendarFrom('2026-12-31T23:05:00.000Z', zone)('today 09.30')).toBe('2027-01-01T08:30:00.000Z')
})

test('a story cannot speak of what comes after its present, nor of days that are none', () => {
  const calendar = calendarFrom('2026-11-19T08:00:00.000Z', zone)
  expect(() => calendar('0 wed 10.00')).toThrow('A story ends at its last Tuesday: 0 wed 10.00')
  expect(() => calendar('1 mon 10.00')).toThrow('A story ends')
  expect(() => calendar('-1 thu 9.00')).toThrow('Not a moment of a story')
  expect(() => calendar('next xyz 10.00' as 'next mon 10.00')).toThrow('Not a day of the week')
})

test('on any day, summer time or not, the clock shows what the story says', () => {
  const anyMoment = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  const hour = fc.integer({ min: 4, max: 22 }).map((number) => `${String(number).padStart(2, '0')}.45`)
  fc.assert(
    fc.property(anyMoment, hour, fc.integer({ min: -60, max: -1 }), (date, time, week) => {
      const now = date.toISOString()
      const calendar = calendarFrom(now, zone)
      for (const at of [
        calendar(`${week} sun ${time}`),
        calendar(`today ${time}`),
        calendar(`next wed ${time}`),
      ]) {
        expect(clock(at, 'nl', zone)).toBe(time)
      }
      expect(calendar('0 tue 23.59') < now).toBe(true)
      expect(localDay(calendar(`today ${time}`), zone)).toBe(localDay(now, zone))
      expect(calendar('next wed 10.00') > now).toBe(true)
      expect(new Date(calendar(`${week} thu 12.00`)).getUTCDay()).toBe(4)
    }),
    { numRuns: 300 },
  )
})
