import { describe, expect, it } from 'vitest'
import { type DaySeen, dayInSentence, fullDay, shortDay } from './day-words.ts'

const nl: DaySeen = { today: '2026-11-19', language: 'nl', timeZone: 'Europe/Amsterdam' }
const en: DaySeen = { ...nl, language: 'en' }

describe('dayInSentence', () => {
  it.each([
    ['2026-11-19T08:30:00Z', 'vandaag', 'today'],
    ['2026-11-18T08:30:00Z', 'gisteren', 'yesterday'],
    ['2026-11-20T08:30:00Z', 'morgen', 'tomorrow'],
    ['2026-11-17T09:30:00Z', 'dinsdag', 'on Tuesday'],
    ['2026-11-13T09:30:00Z', 'vrijdag', 'on Friday'],
    ['2026-11-12T09:30:00Z', 'op 12 november', 'on 12 November'],
    ['2026-11-25T09:30:00Z', 'woensdag', 'on Wednesday'],
    ['2026-11-26T09:30:00Z', 'op 26 november', 'on 26 November'],
    ['2025-11-19T09:30:00Z', 'op 19 november 2025', 'on 19 November 2025'],
    ['2027-01-04T09:30:00Z', 'op 4 januari 2027', 'on 4 January 2027'],
  ])('%s is %s', (at, dutch, english) => {
    expect(dayInSentence(at, nl)).toBe(dutch)
    expect(dayInSentence(at, en)).toBe(english)
  })

  it('lets the local day decide, not UTC', () => {
    expect(dayInSentence('2026-11-18T23:30:00Z', nl)).toBe('vandaag')
    expect(dayInSentence('2026-11-18T22:30:00Z', nl)).toBe('gisteren')
  })

  it('counts the long and the short day of a change of the clock as one day', () => {
    const sunday: DaySeen = { ...nl, today: '2026-10-25' }
    expect(dayInSentence('2026-10-24T10:00:00Z', sunday)).toBe('gisteren')
    expect(dayInSentence('2026-10-26T10:00:00Z', sunday)).toBe('morgen')
  })
})

it('names the year only when it is another one', () => {
  expect(shortDay('2026-09-03T10:00:00Z', nl)).toBe('3 september')
  expect(shortDay('2025-09-03T10:00:00Z', nl)).toBe('3 september 2025')
  expect(fullDay('2026-11-17T10:00:00Z', nl)).toBe('dinsdag 17 november')
  expect(fullDay('2026-11-17T10:00:00Z', en)).toBe('Tuesday 17 November')
  expect(fullDay('2025-11-17T10:00:00Z', nl)).toBe('17 november 2025')
})
