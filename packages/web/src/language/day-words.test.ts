import { describe, expect, it } from 'vitest'
import {
  dated,
  dayName,
  daysFromToday,
  listWords,
  momentWords,
  type Reading,
  whenWords,
} from './day-words.ts'

// A Thursday, half past midnight in Amsterdam: still Wednesday in UTC.
const nl: Reading = { language: 'nl', timeZone: 'Europe/Amsterdam', now: '2026-11-18T23:30:00.000Z' }
const en: Reading = { ...nl, language: 'en' }

describe('whenWords', () => {
  it.each([
    ['2026-11-18T23:10:00.000Z', 'vandaag', 'today'],
    ['2026-11-18T22:50:00.000Z', 'gisteren', 'yesterday'],
    ['2026-11-20T10:00:00.000Z', 'morgen', 'tomorrow'],
    ['2026-11-17T10:00:00.000Z', 'dinsdag', 'on Tuesday'],
    ['2026-11-13T10:00:00.000Z', 'vrijdag', 'on Friday'],
    ['2026-11-12T10:00:00.000Z', 'op 12 november', 'on 12 November'],
    ['2026-11-24T10:00:00.000Z', 'op 24 november', 'on 24 November'],
    ['2025-11-17T10:00:00.000Z', 'op 17 november 2025', 'on 17 November 2025'],
  ])('%s is %s', (at, dutch, english) => {
    expect(whenWords(at, nl)).toBe(dutch)
    expect(whenWords(at, en)).toBe(english)
  })
})

it('counts local days, also over the change of the clock', () => {
  const reading: Reading = { ...nl, now: '2026-10-26T22:30:00.000Z' }
  expect(daysFromToday('2026-10-24T21:30:00.000Z', reading)).toBe(-2)
  expect(daysFromToday('2026-10-24T22:30:00.000Z', reading)).toBe(-1)
})

it('names days and moments', () => {
  expect(dayName('2026-11-17T10:00:00.000Z', nl)).toBe('dinsdag 17 november')
  expect(dayName('2025-11-17T10:00:00.000Z', nl)).toBe('maandag 17 november 2025')
  expect(momentWords('2026-11-20T08:30:00.000Z', nl)).toBe('morgen, 09.30 uur')
  expect(momentWords('2026-11-24T08:30:00.000Z', en)).toBe('Tuesday 24 November, 09:30')
  expect(dated('2026-09-03T10:00:00.000Z', nl)).toBe('3 september')
})

it('lists names', () => {
  expect(listWords(['Lina'], 'nl')).toBe('Lina')
  expect(listWords(['Lina', 'Samira', 'Noor'], 'nl')).toBe('Lina, Samira en Noor')
  expect(listWords(['Lina', 'Noor'], 'en')).toBe('Lina and Noor')
})
