import { describe, expect, it } from 'vitest'
import { ageBand, ageOn } from './age.ts'

describe('ageOn', () => {
  const rows: [string, string, string, number][] = [
    ['the day before the birthday', '2014-05-10', '2026-05-09', 11],
    ['on the birthday', '2014-05-10', '2026-05-10', 12],
    ['the day after', '2014-05-10', '2026-05-11', 12],
    ['an earlier month, a later day', '2014-05-10', '2026-04-30', 11],
    ['a later month, an earlier day', '2014-05-10', '2026-06-01', 12],
    ['the day of birth', '2014-05-10', '2014-05-10', 0],
    ['the day before birth', '2014-05-10', '2014-05-09', -1],
    ['the last day of the year', '2010-12-31', '2026-12-30', 15],
    ['and that day', '2010-12-31', '2026-12-31', 16],
    ['29 February, a year with one: the day before', '2012-02-29', '2028-02-28', 15],
    ['29 February, a year with one: the day', '2012-02-29', '2028-02-29', 16],
    ['29 February, a year without: 28 February is not yet', '2012-02-29', '2027-02-28', 14],
    ['29 February, a year without: 1 March', '2012-02-29', '2027-03-01', 15],
    ['29 February, 1900 had none', '1896-02-29', '1900-02-28', 3],
  ]
  it.each(rows)('%s', (_, bornOn, today, expected) => {
    expect(ageOn(bornOn, today)).toBe(expected)
  })

  it.each(['', '2026', '2026-02-30', '2025-02-29', '2026-13-01', '2026-1-1', '2026-01-01T00:00:00Z', 'x'])(
    'throws on %j, which is no day',
    (day) => {
      expect(() => ageOn(day, '2026-01-01')).toThrow('Not a day')
      expect(() => ageOn('2000-01-01', day)).toThrow('Not a day')
    },
  )
})

it('ageBand changes at 12 and at 16; without a date of birth someone is grown up', () => {
  const ages = [-1, 0, 11, 12, 13, 15, 16, 17, 18, 90, null]
  expect(ages.map((age) => [age, ageBand(age)])).toEqual([
    [-1, 'child'],
    [0, 'child'],
    [11, 'child'],
    [12, 'youth'],
    [13, 'youth'],
    [15, 'youth'],
    [16, 'alone'],
    [17, 'alone'],
    [18, 'alone'],
    [90, 'alone'],
    [null, 'alone'],
  ])
})
