import { expect, test } from 'vitest'
import { sentenceStart } from './sentence-start.ts'

test.each([
  ['dinsdag 3 november', 'Dinsdag 3 november'],
  ['één keer', 'Één keer'],
  ['Lina de Wit', 'Lina de Wit'],
  ['3 keer', '3 keer'],
  ['𐐨 beyond the first plane', '𐐀 beyond the first plane'],
  ['', ''],
])('%j starts a sentence as %j', (text, start) => {
  expect(sentenceStart(text)).toBe(start)
})
