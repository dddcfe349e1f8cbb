import { expect, test } from 'vitest'
import { retentionText, termWords } from './retention.text.ts'

test('a term is said in whole years where it is that, and in days otherwise', () => {
  const say = (days: number) => termWords(days, retentionText.nl)
  expect([0, 1, 30, 90, 364, 365, 366, 400, 1827, 3653, 7305].map(say)).toEqual([
    ...['meteen weg', '1 dag', '30 dagen', '90 dagen', '364 dagen', '1 jaar', '1 jaar', '400 dagen'],
    ...['5 jaar', '10 jaar', '20 jaar'],
  ])
})
