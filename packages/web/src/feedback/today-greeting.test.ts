import { expect, it } from 'vitest'
import { dayPart, firstName } from './today-greeting.ts'

it.each([
  [0, 'night'],
  [4, 'night'],
  [5, 'morning'],
  [11, 'morning'],
  [12, 'afternoon'],
  [17, 'afternoon'],
  [18, 'evening'],
  [23, 'evening'],
])('%i o’clock is %s', (hour, part) => {
  expect(dayPart(hour)).toBe(part)
})

it.each([
  ['Noor Bakker', 'Noor'],
  ['Anne-Marie de Wit', 'Anne-Marie'],
  ['  Sem  ', 'Sem'],
  ['dr. Van den Berg', 'dr. Van den Berg'],
  ['J.P. Jansen', 'J.P. Jansen'],
  ['Mevrouw De Boer', 'Mevrouw De Boer'],
  ['Émile Zola', 'Émile'],
])('%s is greeted as %s', (name, greeted) => {
  expect(firstName(name)).toBe(greeted)
})
