import { expect, test } from 'vitest'
import { mayHaveAccount } from './own-account.ts'

test.each([
  ['2015-11-20', { allowed: false, reason: 'under-12' }, 'turns 12 tomorrow, next year'],
  ['2014-11-20', { allowed: false, reason: 'under-12' }, 'the day before she turns 12'],
  ['2014-11-19', { allowed: true }, 'the day she turns 12'],
  ['2010-11-20', { allowed: true }, '15: she may, without asking anyone'],
  ['1980-01-01', { allowed: true }, 'grown up'],
  [null, { allowed: true }, 'no birth date: grown up'],
] as const)('%s: %o (%s)', (bornOn, decision, _why) => {
  expect(mayHaveAccount(bornOn, '2026-11-19')).toEqual(decision)
})
