import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addCalendarDays, atLocalHour, firstWithin } from './local-hours.ts'
import { clock, localDay } from './time.ts'

const timeZone = 'Europe/Amsterdam'
const hours = { from: 9, until: 20, weekends: false, timeZone }

test.each([
  ['a winter day', '2026-11-24', '2026-11-24T08:00:00.000Z'],
  ['a summer day', '2026-07-07', '2026-07-07T07:00:00.000Z'],
  ['the day on which summer time begins', '2027-03-28', '2027-03-28T07:00:00.000Z'],
  ['the day on which summer time ends', '2027-10-31', '2027-10-31T08:00:00.000Z'],
])('nine in the morning on %s', (_, day, moment) => {
  expect(atLocalHour(day, 9, timeZone)).toBe(moment)
})

test('days of the calendar are counted over a change of the clock and of the year', () => {
  expect(addCalendarDays('2027-03-27', 2)).toBe('2027-03-29')
  expect(addCalendarDays('2026-12-31', 1)).toBe('2027-01-01')
})

describe('firstWithin', () => {
  it.each([
    ['within', '2026-11-24T10:00:00.000Z', '2026-11-24T10:00:00.000Z'],
    ['too early', '2026-11-24T05:00:00.000Z', '2026-11-24T08:00:00.000Z'],
    ['too late, also shortly before midnight', '2026-11-24T22:59:59.000Z', '2026-11-25T08:00:00.000Z'],
    ['just after midnight', '2026-11-24T23:00:00.000Z', '2026-11-25T08:00:00.000Z'],
    ['at the end, which no longer counts', '2026-11-24T19:00:00.000Z', '2026-11-25T08:00:00.000Z'],
    ['Friday evening', '2026-11-27T20:00:00.000Z', '2026-11-30T08:00:00.000Z'],
    ['the weekend on which summer time begins', '2027-03-27T12:00:00.000Z', '2027-03-29T07:00:00.000Z'],
    ['the weekend on which summer time ends', '2027-10-30T12:00:00.000Z', '2027-11-01T08:00:00.000Z'],
  ])('%s', (_, at, expected) => {
    expect(firstWithin(at, hours)).toBe(expected)
  })

  it('with weekends, Saturday counts', () => {
    expect(firstWithin('2026-11-28T05:00:00.000Z', { ...hours, weekends: true })).toBe(
      '2026-11-28T08:00:00.000Z',
    )
  })

  it('is never earlier, always within, and found again from itself', () => {
    const moments = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2028-12-31'),
      noInvalidDate: true,
    })
    const zones = fc.constantFrom(timeZone, 'America/Paramaribo', 'Pacific/Chatham', 'America/Curacao')
    fc.assert(
      fc.property(moments, zones, fc.boolean(), (date, zone, weekends) => {
        const of = { from: 9, until: 20, weekends, timeZone: zone }
        const at = date.toISOString()
        const found = firstWithin(at, of)
        expect(found >= at).toBe(true)
        const hour = Number(clock(found, 'en', zone).slice(0, 2))
        expect(hour >= 9 && hour < 20).toBe(true)
        const weekday = new Date(`${localDay(found, zone)}T00:00:00Z`).getUTCDay()
        expect(weekends || (weekday !== 0 && weekday !== 6)).toBe(true)
        expect(firstWithin(found, of)).toBe(found)
      }),
    )
  })
})
