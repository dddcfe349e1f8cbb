import { mutualLines } from '@weerklank/core/feedback/mutual'
import { expect, test } from 'vitest'
import { guessesOf, rowsOf } from './mutual-view.ts'

const spoken = { nl: { u: 'x', je: 'x' }, en: 'x' }
const item = (id: string) => ({ id, label: { nl: id, en: id }, question: spoken, low: spoken, high: spoken })
const lines = mutualLines(
  { items: [item('goals'), item('seen')], scale: { min: 0, max: 10, step: 0.1 } },
  {
    client: { goals: 4, seen: 6 },
    professional: { goals: 8 },
    clientGuess: { goals: 7.5 },
    professionalGuess: { goals: 7, seen: 6 },
  },
)
const telling = {
  names: { client: 'Lina', professional: 'Noor' },
  labels: { goals: 'Doelen', seen: 'Gezien worden' },
  language: 'nl',
} as const

test('a row has both values in words of the language, and each guess at the side of whom it was about', () => {
  expect(rowsOf(lines, telling)).toEqual([
    {
      label: 'Doelen',
      first: { value: 4, label: '4,0' },
      second: { value: 8, label: '8,0' },
      firstGuessed: 7.5,
      secondGuessed: 7,
      words: 'Lina 4,0 lager',
      isMarked: true,
    },
    {
      label: 'Gezien worden',
      first: { value: 6, label: '6,0' },
      second: null,
      firstGuessed: null,
      secondGuessed: 6,
      words: 'alleen Lina',
      isMarked: false,
    },
  ])
})

test('a guess is told only where the other answered, and invites to talk where it lies off', () => {
  expect(guessesOf(lines, telling).map(({ id, text }) => [id, text])).toEqual([
    ['goals-client', 'Lina raadde 7,5. Dat ligt dicht bij 8,0.'],
    ['goals-professional', 'Noor raadde 7,0. Het werd 4,0. Praat erover: waar kwam dat door?'],
    ['seen-professional', 'Noor raadde 6,0. Dat ligt dicht bij 6,0.'],
  ])
})
