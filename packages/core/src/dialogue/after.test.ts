import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCalendarDays } from '../shared/local-hours.ts'
import { addMilliseconds, localDay, millis } from '../shared/time.ts'
import {
  type AfterFacts,
  afterState,
  afterWindow,
  isLate,
  overAt,
  remindsNow,
  takesReflection,
} from './after.ts'

const zone = 'Europe/Amsterdam'

describe('the window of the four questions', () => {
  test.each([
    [
      'in winter',
      '2026-11-22T15:30:00Z',
      '2026-11-22',
      '2026-11-24T08:00:00.000Z',
      '2026-11-29T23:00:00.000Z',
    ],
    [
      'over the end of summer time',
      '2026-10-24T15:30:00Z',
      '2026-10-24',
      '2026-10-26T08:00:00.000Z',
      '2026-10-31T23:00:00.000Z',
    ],
    [
      'over the begin of summer time',
      '2026-03-27T15:30:00Z',
      '2026-03-27',
      '2026-03-29T07:00:00.000Z',
      '2026-04-03T22:00:00.000Z',
    ],
    [
      'just before midnight',
      '2026-11-22T22:59:59Z',
      '2026-11-22',
      '2026-11-24T08:00:00.000Z',
      '2026-11-29T23:00:00.000Z',
    ],
    [
      'just after midnight',
      '2026-11-22T23:00:00Z',
      '2026-11-23',
      '2026-11-25T08:00:00.000Z',
      '2026-11-30T23:00:00.000Z',
    ],
  ])('%s', (_, endedAt, day, remindsAt, closesAt) => {
    expect(afterWindow(endedAt, zone)).toMatchObject({ day, asksAt: endedAt, remindsAt, closesAt })
  })

  test('always asks on the calendar day on which the meeting ended, and stays open for seven whole days more', () => {
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(
        moment,
        fc.constantFrom(zone, 'America/St_Johns', 'Pacific/Auckland', 'UTC'),
        (at, timeZone) => {
          const ended = at.toISOString()
          const window = afterWindow(ended, timeZone)
          expect(localDay(window.asksAt, timeZone)).toBe(localDay(ended, timeZone))
          const lastOpen = addMilliseconds(window.closesAt, -1)
          expect(localDay(lastOpen, timeZone)).toBe(addCalendarDays(window.day, 7))
          expect(localDay(window.closesAt, timeZone)).toBe(addCalendarDays(window.day, 8))
          expect(millis(window.asksAt) < millis(window.remindsAt)).toBe(true)
          expect(millis(window.remindsAt) < millis(window.closesAt)).toBe(true)
          expect(millis(window.closesAt) < millis(window.endsAt)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a meeting that nobody ended', () => {
  test.each([
    ['in the afternoon: an hour after its time', '2026-11-22T13:00:00Z', 90, '2026-11-22T15:30:00.000Z'],
    ['in the evening: at ten', '2026-11-22T19:00:00Z', 120, '2026-11-22T21:00:00.000Z'],
    ['late in the evening: before midnight', '2026-11-22T20:30:00Z', 120, '2026-11-22T22:45:00.000Z'],
    ['in the last minutes of a day: when it is over', '2026-11-22T22:50:00Z', 30, '2026-11-23T00:20:00.000Z'],
  ])('%s', (_, startedAt, minutes, at) => {
    expect(overAt({ startedAt, minutes }, zone)).toBe(at)
  })
})

describe('one person asked', () => {
  const window = afterWindow('2026-11-22T15:30:00Z', zone)
  const facts = (of: Partial<AfterFacts>): AfterFacts => ({
    window,
    answeredAt: null,
    withdrawnAt: null,
    ...of,
  })
  const justBefore = '2026-11-29T22:59:59.999Z'

  test.each([
    ['at once', {}, '2026-11-22T15:30:00Z', 'open', true],
    ['on the last moment', {}, justBefore, 'open', true],
    ['on the first late moment', {}, window.closesAt, 'late', true],
    ['after the month', {}, window.endsAt, 'ended', false],
    ['answered, long ago', { answeredAt: '2026-11-23T10:00:00Z' }, '2027-11-22T15:30:00Z', 'answered', false],
    [
      'taken back',
      { answeredAt: null, withdrawnAt: '2026-11-24T10:00:00Z' },
      '2026-11-25T00:00:00Z',
      'withdrawn',
      false,
    ],
  ] as const)('%s', (_, of, now, state, takes) => {
    expect(afterState(facts(of), now)).toBe(state)
    expect(takesReflection(afterState(facts(of), now))).toBe(takes)
  })

  test('is late from the close on', () => {
    expect(isLate(justBefore, window)).toBe(false)
    expect(isLate(window.closesAt, window)).toBe(true)
  })

  test.each([
    ['too early', {}, null, '2026-11-24T07:59:59Z', false],
    ['in time', {}, null, '2026-11-24T08:00:00Z', true],
    ['only once', {}, '2026-11-24T08:00:00Z', '2026-11-25T08:00:00Z', false],
    ['not who answered', { answeredAt: '2026-11-23T08:00:00Z' }, null, '2026-11-25T08:00:00Z', false],
    ['not after the close', {}, null, '2026-11-30T08:00:00Z', false],
  ] as const)('is reminded: %s', (_, of, remindedAt, now, reminded) => {
    expect(remindsNow({ ...facts(of), remindsAt: window.remindsAt, remindedAt }, now)).toBe(reminded)
  })
})
