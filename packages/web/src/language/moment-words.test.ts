import type { DaySeen } from '@weerklank/core/shared/day-words'
import { expect, it } from 'vitest'
import { dayAlone, listWords, momentWords } from './moment-words.ts'

const nl: DaySeen = { today: '2026-11-19', language: 'nl', timeZone: 'Europe/Amsterdam' }
const en: DaySeen = { ...nl, language: 'en' }

it.each([
  ['2026-11-18T08:30:00Z', 'gisteren', 'yesterday'],
  ['2026-11-18T23:30:00Z', 'vandaag', 'today'],
  ['2026-11-20T08:30:00Z', 'morgen', 'tomorrow'],
  ['2026-11-21T08:30:00Z', 'zaterdag 21 november', 'Saturday 21 November'],
  ['2026-11-17T08:30:00Z', 'dinsdag 17 november', 'Tuesday 17 November'],
  ['2025-11-17T08:30:00Z', '17 november 2025', '17 November 2025'],
])('%s stands alone as %s', (at, dutch, english) => {
  expect(dayAlone(at, nl)).toBe(dutch)
  expect(dayAlone(at, en)).toBe(english)
})

it('names a moment by the clock of the workspace', () => {
  expect(momentWords('2026-11-20T08:30:00Z', nl)).toBe('morgen, 09.30 uur')
  expect(momentWords('2026-07-24T08:30:00Z', en)).toBe('Friday 24 July, 10:30')
})

it('lists names', () => {
  expect(listWords(['Lina'], 'nl')).toBe('Lina')
  expect(listWords(['Lina', 'Samira', 'Noor'], 'nl')).toBe('Lina, Samira en Noor')
  expect(listWords(['Lina', 'Samira', 'Noor'], 'en')).toBe('Lina, Samira and Noor')
})
