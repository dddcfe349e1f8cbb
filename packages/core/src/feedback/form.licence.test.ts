import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMilliseconds, dayBounds } from '../shared/time.ts'
import {
  asksAttention,
  type Licence,
  type LicenceState,
  licenceState,
  mayAskForm,
  mayPublishForm,
  saysLicenceNeeded,
} from './form.licence.ts'

const timeZone = 'Europe/Amsterdam'
const licence = (expiresOn: string, validFrom: string | null = null): Licence => ({ validFrom, expiresOn })
const at = (now: string, ...licences: Licence[]) => licenceState({ needed: true, licences, now, timeZone })

const noon = '2026-12-10T11:00:00Z'

test.each<[what: string, licences: Licence[], state: LicenceState]>([
  ['none', [], { state: 'missing' }],
  ['ended yesterday', [licence('2026-12-09')], { state: 'expired', since: '2026-12-09' }],
  ['ends today', [licence('2026-12-10')], { state: 'ending', until: '2026-12-10', daysLeft: 0 }],
  ['ends tomorrow', [licence('2026-12-11')], { state: 'ending', until: '2026-12-11', daysLeft: 1 }],
  ['ends in 30 days', [licence('2027-01-09')], { state: 'ending', until: '2027-01-09', daysLeft: 30 }],
  ['ends in 31 days', [licence('2027-01-10')], { state: 'valid', until: '2027-01-10' }],
  ['begins today', [licence('2027-12-10', '2026-12-10')], { state: 'valid', until: '2027-12-10' }],
  ['begins tomorrow', [licence('2027-12-10', '2026-12-11')], { state: 'not-yet', from: '2026-12-11' }],
  [
    'the next one begins right after',
    [licence('2027-12-31', '2027-01-01'), licence('2026-12-31')],
    { state: 'valid', until: '2027-12-31' },
  ],
  [
    'a day lies between them',
    [licence('2026-12-31'), licence('2027-12-31', '2027-01-02')],
    { state: 'ending', until: '2026-12-31', daysLeft: 21 },
  ],
  [
    'one lies within another',
    [licence('2027-12-31'), licence('2026-12-20', '2026-12-01')],
    { state: 'valid', until: '2027-12-31' },
  ],
  [
    'one is over and the next still to begin',
    [licence('2026-11-30'), licence('2027-12-31', '2027-01-01')],
    { state: 'not-yet', from: '2027-01-01' },
  ],
  ['two are over', [licence('2026-11-30'), licence('2025-11-30')], { state: 'expired', since: '2026-11-30' }],
])('%s', (_, licences, state) => {
  expect(at(noon, ...licences)).toEqual(state)
})

test('a form that needs none is never held up', () => {
  const state = licenceState({ needed: false, licences: [licence('2020-01-01')], now: noon, timeZone })
  expect(state).toEqual({ state: 'not-needed' })
  expect(mayPublishForm(state)).toEqual({ allowed: true })
})

test.each([
  // Winter: midnight in Amsterdam is 23:00 UTC.
  ['2026-12-31', '2026-12-31T22:59:59.999Z', 'ending'],
  ['2026-12-31', '2026-12-31T23:00:00.000Z', 'expired'],
  // Summer: 22:00 UTC.
  ['2026-07-31', '2026-07-31T21:59:59.999Z', 'ending'],
  ['2026-07-31', '2026-07-31T22:00:00.000Z', 'expired'],
  // The day of 23 hours (29 March 2026) and that of 25 hours (25 October 2026).
  ['2026-03-29', '2026-03-29T21:59:59.999Z', 'ending'],
  ['2026-03-29', '2026-03-29T22:00:00.000Z', 'expired'],
  ['2026-03-28', '2026-03-28T22:59:59.999Z', 'ending'],
  ['2026-03-28', '2026-03-28T23:00:00.000Z', 'expired'],
  ['2026-10-25', '2026-10-25T22:59:59.999Z', 'ending'],
  ['2026-10-25', '2026-10-25T23:00:00.000Z', 'expired'],
])('a licence up to %s, at %s: %s', (expiresOn, now, state) => {
  expect(at(now, licence(expiresOn)).state).toBe(state)
})

test('the same moment is another day elsewhere', () => {
  const now = '2026-12-31T23:30:00.000Z'
  const of = { needed: true, licences: [licence('2026-12-31')], now }
  expect(licenceState({ ...of, timeZone: 'Europe/Amsterdam' }).state).toBe('expired')
  expect(licenceState({ ...of, timeZone: 'Europe/Lisbon' })).toMatchObject({ state: 'ending', daysLeft: 0 })
})

test('days are counted on the calendar: the night of the clock makes none longer or shorter', () => {
  // From 1 March to 31 March lies a day of 23 hours; from 1 to 31 October one of 25.
  for (const [now, until] of [
    ['2026-02-28T23:30:00Z', '2026-03-31'],
    ['2026-03-01T22:30:00Z', '2026-03-31'],
    ['2026-09-30T22:30:00Z', '2026-10-31'],
    ['2026-10-01T21:30:00Z', '2026-10-31'],
  ] as const) {
    expect(at(now, licence(until)), now).toMatchObject({ state: 'ending', daysLeft: 30 })
  }
})

test('a day is asked about or not from its first to its last millisecond, in any zone', () => {
  const day = fc
    .integer({ min: 0, max: 4_000 })
    .map((days) => new Date(Date.UTC(2020, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
  const zone = fc.constantFrom(
    'Europe/Amsterdam',
    'America/St_Johns',
    'Pacific/Auckland',
    'UTC',
    'Asia/Kathmandu',
  )
  fc.assert(
    fc.property(day, zone, (expiresOn, timeZone) => {
      const { from, to } = dayBounds(expiresOn, timeZone)
      const on = (now: string) =>
        licenceState({ needed: true, licences: [licence(expiresOn)], now, timeZone })
      expect(on(from)).toEqual({ state: 'ending', until: expiresOn, daysLeft: 0 })
      expect(on(addMilliseconds(to, -1))).toEqual({ state: 'ending', until: expiresOn, daysLeft: 0 })
      expect(on(to)).toEqual({ state: 'expired', since: expiresOn })
    }),
  )
})

const states: LicenceState[] = [
  { state: 'not-needed' },
  { state: 'valid', until: '2027-12-31' },
  { state: 'ending', until: '2026-12-31', daysLeft: 21 },
  { state: 'not-yet', from: '2027-01-01' },
  { state: 'missing' },
  { state: 'expired', since: '2026-12-09' },
]

describe('asking with a form', () => {
  test.each([
    ['published', [true, true, true, 'licence-not-yet', 'licence-missing', 'licence-expired']],
    ['draft', Array.from({ length: 6 }, () => 'not-published')],
    ['retired', Array.from({ length: 6 }, () => 'not-published')],
  ] as const)('%s', (status, verdicts) => {
    const found = states.map((licence) => mayAskForm({ status, licence }))
    expect(found.map((one) => (one.allowed ? true : one.reason))).toEqual(verdicts)
  })

  test('publishing asks the same of the licence, whatever the status was', () => {
    expect(states.map((one) => mayPublishForm(one).allowed)).toEqual([true, true, true, false, false, false])
  })

  test('one is told of what ends, is missing or has not begun', () => {
    expect(states.map(asksAttention)).toEqual([false, false, true, true, true, true])
  })
})

test.each([
  [undefined, undefined, false],
  ['  ', undefined, false],
  ['CC0-1.0', undefined, false],
  ['This work is in the public domain.', undefined, false],
  ['© 2021 Instituut De Linde. Vrij te gebruiken, ook in software.', undefined, false],
  ['No permission required to reproduce, translate, display or distribute.', undefined, false],
  ['Licensed under CC BY 4.0', undefined, false],
  [undefined, 'MIT', false],
  ['© 2021 Instituut De Linde', undefined, true],
  ['Copyright 2004. All rights reserved.', undefined, true],
  ['CC BY-NC 4.0: non-commercial use only', undefined, true],
  ['Niet te gebruiken zonder schriftelijke toestemming van de uitgever.', undefined, true],
  ['Freely available, but may not be reproduced without permission of the author.', undefined, true],
  ['A license is required for each organization.', undefined, true],
  [undefined, 'Proprietary', true],
])('copyright "%s", licence "%s": needs a licence %s', (copyright, licence, needed) => {
  expect(
    saysLicenceNeeded({
      ...(copyright !== undefined && { copyright: { text: copyright } }),
      ...(licence !== undefined && { licence }),
    }),
  ).toBe(needed)
})
