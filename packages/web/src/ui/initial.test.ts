import { expect, it } from 'vitest'
import { initialOf } from './initial.ts'

it.each([
  ['Lina', 'L'],
  ['Noor Bakker', 'N'],
  ['Meneer De Wit', 'W'],
  ['Oma Hilde', 'H'],
  ['dr. van der Berg', 'B'],
  ['élise', 'É'],
  ['’t Hart', 'T'],
  ['Oma', 'O'],
  ['𝒳', '𝒳'],
  ['', '?'],
  ['…', '?'],
])('%s has %s on the badge', (name, letter) => {
  expect(initialOf(name)).toBe(letter)
})
