import { expect, test } from 'vitest'
import { nameInSentence } from './name-words.ts'

test.each([
  ['Meneer De Wit', 'meneer De Wit'],
  ['Mevrouw Van den Berg-de Jong', 'mevrouw Van den Berg-de Jong'],
  ['Mijnheer ’t Hart', 'mijnheer ’t Hart'],
  ['meneer De Wit', 'meneer De Wit'],
  ['Lina de Wit', 'Lina de Wit'],
  ['Meneer', 'Meneer'],
  ['Meneertje Pluis', 'Meneertje Pluis'],
])('%j reads as %j inside a Dutch sentence, and stays in an English one', (name, inside) => {
  expect(nameInSentence(name, 'nl')).toBe(inside)
  expect(nameInSentence(name, 'en')).toBe(name)
})
