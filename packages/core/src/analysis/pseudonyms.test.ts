import { describe, expect, it } from 'vitest'
import { areSameWords, underPseudonyms } from './pseudonyms.ts'

const people = [
  { name: 'Sem', speaker: 'S3' },
  { name: 'Noor Bakker', speaker: 'S1' },
  { name: 'Lot', speaker: '' },
]

describe('who was at the table', () => {
  it.each([
    ['Sem zei niets.', 'S3 zei niets.'],
    ['sems moeder en Noortje', 'S3 moeder en S1'],
    ['Noor Bakker keek naar Lot.', 'S1 keek naar [naam].'],
    ['Ik zag mevrouw Jansen met Sem.', 'Ik zag mevrouw [naam] met S3.'],
    ['mail n.bakker@delinde.nl, Sem', 'mail [e-mail], S3'],
    ['Niemand werd gemist. 🙂', 'Niemand werd gemist. 🙂'],
    ['Wat is semantiek?', 'Wat is semantiek?'],
  ])('%j', (text, expected) => {
    expect(underPseudonyms(text, people)).toBe(expected)
    expect(underPseudonyms(expected, people)).toBe(expected)
  })
})

it('a pseudonym that came later changes no words; other words do', () => {
  expect(areSameWords('[naam] en S1', 'S4 en S1')).toBe(true)
  expect(areSameWords('S3 zei niets.', 'S3 zei iets.')).toBe(false)
})
