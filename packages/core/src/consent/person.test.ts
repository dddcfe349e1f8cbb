import { expect, it } from 'vitest'
import { ageOn } from './age.ts'
import { authorities, hasAuthority, nextDecisionDay } from './person.ts'

it.each([
  ['2015-06-01', '2026-11-22', '2027-06-01'],
  ['2015-11-22', '2026-11-22', '2027-11-22'],
  ['2014-11-22', '2026-11-22', '2030-11-22'],
  ['2010-11-23', '2026-11-22', '2026-11-23'],
  ['2010-11-22', '2026-11-22', null],
  ['1980-01-01', '2026-11-22', null],
  ['2016-02-29', '2026-11-22', '2028-02-29'],
  ['2012-02-29', '2027-11-22', '2028-02-29'],
])('who was born on %s is looked at again, from %s, on %s', (bornOn, today, day) => {
  expect(nextDecisionDay(bornOn, today)).toBe(day)
  if (day !== null) expect([12, 16]).toContain(ageOn(bornOn, day))
})

it('only no authority is none', () => {
  expect(authorities.filter(hasAuthority)).toEqual(['parent', 'guardian'])
})
