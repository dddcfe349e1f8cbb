import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { goalInstrument, isGoalMet } from './goal.ts'
import { instrumentSchema } from './instrument.ts'

const file = new URL('../../../../content/instruments/own-goal.v1.json', import.meta.url)
const instrument = instrumentSchema.parse(JSON.parse(readFileSync(file, 'utf8')))

test.each([
  [0, false],
  [8.9, false],
  [9, true],
  [10, true],
])('a goal at %d of 10 is met: %s', (value, met) => {
  expect(instrument.id).toBe(goalInstrument)
  expect(isGoalMet(instrument, { own: value })).toBe(met)
})

test('an answer that was left empty says nothing about the goal', () => {
  expect(isGoalMet(instrument, {})).toBeNull()
})
