import { expect, test } from 'vitest'
import { checkAnswers } from './form.check.ts'
import { fitsPattern, patternOf } from './form.pattern.ts'

test.each([
  ['[0-9]{4}[A-Z]{2}', '1234AB', true],
  ['[0-9]{4}[A-Z]{2}', 'x 1234AB', false],
  ['^\\d+$', '12', true],
  ['\\_a', '_a', true],
  ['ja|nee', 'neen', false],
  ["matches('^[0-9]{4}$')", '2000', true],
  ["matches('^[0-9]{4}$')", '20000', false],
  ["matches('\\\\d{2}')", '12', true],
  ["matches('it\\'s')", "it's", true],
])('%s and %s', (pattern, answer, fits) => {
  expect(patternOf(pattern)).not.toBeNull()
  expect(fitsPattern(pattern, answer)).toBe(fits)
})

test.each(['(a+)+$', '(a|aa)*b', '(.*)\\1', '(?=a)b', '[', 'a*a*a*a*', `a{${'1'.repeat(600)}}`])(
  'a pattern that could go on for ever, or is none, is not used: %s',
  (pattern) => {
    expect(patternOf(pattern)).toBeNull()
    expect(fitsPattern(pattern, 'anything')).toBe(true)
  },
)

test('an answer is held against the pattern of its question', () => {
  const form = {
    title: { text: 'T' },
    status: 'draft' as const,
    items: [{ linkId: 'a', kind: 'string' as const, regex: '\\d{4}' }],
  }
  const check = (value: string) =>
    checkAnswers(
      form,
      { items: [{ linkId: 'a', values: [{ value: { kind: 'string', value } }] }] },
      { isComplete: true },
    )
  expect(check('1234')).toEqual([])
  expect(check('12345').map((one) => one.kind)).toEqual(['response-pattern'])
  expect(check('1'.repeat(6_000)).map((one) => one.kind)).toEqual(['response-pattern'])
})
