import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, clock, dayMonth, daysBetween, localDay, millis, shortDate, weekdayDate } from './time.ts'

const amsterdam = 'Europe/Amsterdam'

describe('millis', () => {
  it('reads a moment, also with another offset', () => {
    expect(millis('2026-11-17T09:30:00.000Z')).toBe(Date.UTC(2026, 10, 17, 9, 30))
    expect(millis('2026-11-17T10:30:00+01:00')).toBe(Date.UTC(2026, 10, 17, 9, 30))
  })

  it.each(['', 'now', 'room 5', '5', '17-11-2026', '2026-13-01T00:00:00Z', '2026-11-17T25:00:00Z', 'NaN'])(
    'throws on %j',
    (text) => {
      expect(() => millis(text)).toThrow('Not a moment')
    },
  )
})

describe('localDay in Amsterdam: the local day decides', () => {
  const rows = [
    ['winter, a minute before midnight', '2026-01-15T22:59:59.999Z', '2026-01-15'],
    ['winter, midnight', '2026-01-15T23:00:00.000Z', '2026-01-16'],
    ['summer, before midnight', '2026-07-15T21:59:59.999Z', '2026-07-15'],
    ['summer, midnight', '2026-07-15T22:00:00.000Z', '2026-07-16'],
    ['new year', '2026-12-31T23:00:00.000Z', '2027-01-01'],
    [
      'the night the clock goes forward: midnight is still winter time',
      '2026-03-28T23:00:00.000Z',
      '2026-03-29',
    ],
    ['that day ends an hour early', '2026-03-29T21:59:59.999Z', '2026-03-29'],
    ['and the next begins', '2026-03-29T22:00:00.000Z', '2026-03-30'],
    [
      'the night the clock goes back: midnight is still summer time',
      '2026-10-24T22:00:00.000Z',
      '2026-10-25',
    ],
    ['the hour that comes twice, first', '2026-10-25T00:30:00.000Z', '2026-10-25'],
    ['and again', '2026-10-25T01:30:00.000Z', '2026-10-25'],
    ['that day ends an hour late', '2026-10-25T22:59:59.999Z', '2026-10-25'],
    ['and the next begins', '2026-10-25T23:00:00.000Z', '2026-10-26'],
    ['a leap day', '2028-02-29T12:00:00.000Z', '2028-02-29'],
  ] as const
  it.each(rows)('%s', (_, instant, day) => {
    expect(localDay(instant, amsterdam)).toBe(day)
  })

  it('is another day elsewhere', () => {
    const instant = '2026-11-17T23:30:00.000Z'
    const zones = ['UTC', amsterdam, 'Pacific/Auckland', 'America/Los_Angeles']
    expect(zones.map((zone) => localDay(instant, zone))).toEqual([
      '2026-11-17',
      '2026-11-18',
      '2026-11-18',
      '2026-11-17',
    ])
  })

  it('refuses a zone that does not exist', () => {
    expect(() => localDay('2026-11-17T09:30:00.000Z', 'Europe/Nergens')).toThrow(RangeError)
  })
})

describe('addDays and daysBetween count 24 hours', () => {
  const rows = [
    ['the same moment', '2026-11-17T09:00:00.000Z', '2026-11-17T09:00:00.000Z', 0],
    ['a millisecond short of a day', '2026-11-17T09:00:00.000Z', '2026-11-18T08:59:59.999Z', 0],
    ['a day', '2026-11-17T09:00:00.000Z', '2026-11-18T09:00:00.000Z', 1],
    ['over the clock that goes forward', '2026-03-28T09:00:00.000Z', '2026-03-30T09:00:00.000Z', 2],
    ['over a year end', '2025-12-31T09:00:00.000Z', '2026-01-01T09:00:00.000Z', 1],
    ['a millisecond back', '2026-11-17T09:00:00.000Z', '2026-11-17T08:59:59.999Z', -1],
    ['a day back', '2026-11-17T09:00:00.000Z', '2026-11-16T09:00:00.000Z', -1],
  ] as const
  it.each(rows)('%s', (_, from, to, days) => {
    expect(daysBetween(from, to)).toBe(days)
  })

  it('undo each other', () => {
    const moment = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2200-01-01') })
    fc.assert(
      fc.property(moment, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const instant = date.toISOString()
        const later = addDays(instant, days)
        expect(daysBetween(instant, later)).toBe(days)
        expect(addDays(later, -days)).toBe(instant)
      }),
    )
  })
})

describe('dates in words', () => {
  const instant = '2026-11-17T08:30:00.000Z'

  it('in Dutch and English, at local time', () => {
    const words = (['nl', 'en'] as const).map((language) => [
      shortDate(instant, language, amsterdam),
      dayMonth(instant, language, amsterdam),
      weekdayDate(instant, language, amsterdam),
      clock(instant, language, amsterdam),
    ])
    expect(words).toEqual([
      ['17 nov', '17 november', 'dinsdag 17 november', '09.30'],
      ['17 Nov', '17 November', 'Tuesday 17 November', '09:30'],
    ])
  })

  it('without a point or comma in any month', () => {
    for (let month = 1; month <= 12; month++) {
      const day = `2026-${String(month).padStart(2, '0')}-05T12:00:00.000Z`
      expect(shortDate(day, 'nl', amsterdam)).toMatch(/^5 [a-z]{3,4}$/)
      expect(shortDate(day, 'en', amsterdam)).toMatch(/^5 [A-Z][a-z]{2,3}$/)
      expect(weekdayDate(day, 'en', amsterdam)).toMatch(/^[A-Z][a-z]+ 5 [A-Z][a-z]+$/)
    }
  })

  it('at midnight and noon, on a clock of 24 hours', () => {
    const at = (instant: string) => [clock(instant, 'nl', amsterdam), clock(instant, 'en', amsterdam)]
    expect(at('2026-11-16T23:00:00.000Z')).toEqual(['00.00', '00:00'])
    expect(at('2026-11-17T11:05:00.000Z')).toEqual(['12.05', '12:05'])
    expect(at('2026-07-17T22:59:00.000Z')).toEqual(['00.59', '00:59'])
  })
})
