import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, localDay, millis } from '../shared/time.ts'
import { paperDays, paperMoment } from './paper.ts'

const timeZone = 'Europe/Amsterdam'
const facts = (now: string, began = '2026-01-05T09:00:00.000Z') => ({ now, began, timeZone })

describe('the moment of a day on paper', () => {
  test.each([
    // Winter and summer: noon there is 11 and 10 in UTC.
    ['2026-11-18', '2026-11-19T08:00:00.000Z', '2026-11-18T11:00:00.000Z'],
    ['2026-07-01', '2026-11-19T08:00:00.000Z', '2026-07-01T10:00:00.000Z'],
    // The days on which the clock changes.
    ['2026-03-29', '2026-11-19T08:00:00.000Z', '2026-03-29T10:00:00.000Z'],
    ['2026-10-25', '2026-11-19T08:00:00.000Z', '2026-10-25T11:00:00.000Z'],
    // Today, before noon.
    ['2026-11-19', '2026-11-19T08:00:00.000Z', '2026-11-19T08:00:00.000Z'],
    // A minute after midnight there it is today, though in UTC it is still yesterday; a minute before it is not.
    ['2026-11-20', '2026-11-19T23:01:00.000Z', '2026-11-19T23:01:00.000Z'],
    ['2026-11-19', '2026-11-19T23:01:00.000Z', '2026-11-19T11:00:00.000Z'],
  ])('%s, entered at %s, is %s', (day, now, at) => {
    expect(paperMoment(day, facts(now))).toEqual({ ok: true, at })
  })

  test('of the first day it is not before the beginning', () => {
    const began = '2026-11-10T15:30:00.000Z'
    expect(paperMoment('2026-11-10', facts('2026-11-19T08:00:00.000Z', began))).toEqual({
      ok: true,
      at: began,
    })
  })

  test.each([
    ['2026-11-20', '2026-11-19T22:59:00.000Z', 'in-the-future'],
    ['2026-07-02', '2026-07-01T21:59:00.000Z', 'in-the-future'],
    ['2026-01-04', '2026-11-19T08:00:00.000Z', 'before-it-began'],
  ])('%s, entered at %s, is refused: %s', (day, now, problem) => {
    expect(paperMoment(day, facts(now))).toEqual({ ok: false, problem })
  })

  test('every day that may be chosen gives a moment on that day, not before the beginning and not after now', () => {
    const moment = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 11, 31) })
    fc.assert(
      fc.property(moment, fc.nat(400), fc.double({ min: 0, max: 1, noNaN: true }), (start, days, part) => {
        const began = new Date(start).toISOString()
        const now = addDays(began, days)
        const of = facts(now, began)
        const day = localDay(addDays(began, Math.floor(days * part)), timeZone)
        const { first, last } = paperDays(of)
        expect(first <= day && day <= last).toBe(true)
        const made = paperMoment(day, of)
        if (!made.ok) throw new Error(made.problem)
        expect(localDay(made.at, timeZone)).toBe(day)
        expect(millis(made.at)).toBeGreaterThanOrEqual(millis(began))
        expect(millis(made.at)).toBeLessThanOrEqual(millis(now))
      }),
    )
  })
})
