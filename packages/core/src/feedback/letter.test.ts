import { expect, test } from 'vitest'
import { lettersAtMost, maySendLetter } from './letter.ts'

test.each([
  [0, true],
  [lettersAtMost - 1, true],
  [lettersAtMost, false],
  [lettersAtMost + 1, false],
])('after %i letters one more may go: %s', (sent, may) => {
  expect(maySendLetter(sent)).toBe(may)
})
