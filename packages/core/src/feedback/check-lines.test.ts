import { describe, expect, test } from 'vitest'
import { type LineSource, limitsInWords, lineFacts, startInWords } from './check-lines.ts'

const facts = (scores: LineSource['scores'], withLimits = true) =>
  lineFacts({ scores, scale: { min: 0, max: 10 }, ceilingFrom: 9.5, withLimits })

describe('the own start', () => {
  test.each([
    [[6.2], null],
    [[6.2, 7.1], '0,9 hoger dan aan het begin. Toen was het 6,2.'],
    [[null, 6.2, null, 6.2], 'Even hoog als aan het begin: 6,2.'],
    // From the sixth on: the mean of the first three, which is 6.
    [[5, 6, 7, 7, 7, 4], '2 lager dan aan het begin. Toen was het 6.'],
  ])('of %j is told as: %s', (scores, sentence) => {
    expect(startInWords(facts(scores), 'nl')).toBe(sentence)
  })

  test('does not move any more once it is made of three', () => {
    const scores = [5, 6, 7, 7, 7, 4, 9, 9, 1, 10]
    for (let n = 6; n <= scores.length; n++) {
      expect(facts(scores.slice(0, n)).start?.start).toEqual({ level: 6, of: 3 })
    }
  })
})

describe('limits', () => {
  test('are not made when nobody asked for them, and then nothing is said beside them', () => {
    expect(facts([6, 7, 6, 7, 6, 7, 6, 7], false)).toMatchObject({ limits: null, caveats: [] })
  })

  test('say with too few answers how many are needed, and nothing else', () => {
    expect(limitsInWords(facts([6, 7, null, 6]), 'nl')).toEqual([
      'Voor grenzen zijn minstens 6 antwoorden nodig. Nu zijn het er 3.',
    ])
  })

  test('say where scores usually lie, of what that was made, and every caveat', () => {
    // Mean 6.5, mean moving range 1: 6.5 ± 2.66.
    expect(limitsInWords(facts([6, 7, 6, 7, 6, 7, 6, 7, null, 2]), 'nl')).toEqual([
      'Een cijfer ligt hier meestal tussen 3,8 en 9,2.',
      'Dat volgt uit de eerste 8 keer.',
      'Eén keer lag een cijfer daarbuiten.',
      'De laatste stap was groter dan gewoonlijk.',
      'Deze grenzen zijn voorlopig. Het aantal antwoorden is nog klein: 9.',
      'Niet elke keer is er iets ingevuld. Wat er toen was, weten we niet.',
      'Deze vragen zijn niet onderzocht. Ze zijn bedoeld als begin van een gesprek.',
      'Of een verschil meer is dan toeval, is hier niet te berekenen. Daarvoor is onderzoek nodig.',
    ])
  })

  test('say that they cannot show growth at the top, and that one was cut off', () => {
    const told = limitsInWords(facts([10, 9.8, 10, 9.7, 10, 9.6, 10, 10, 9.9, 10, 9.8, 10]), 'en').join(' ')
    expect(told).toContain('All scores lie between them.')
    expect(told).toContain('growth cannot be seen')
    expect(told).toContain('at the end of the scale')
    expect(told).not.toContain('provisional')
  })

  test.each(['nl', 'en'] as const)('are told in sentences of at most 15 words (%s)', (language) => {
    const lines = [
      [6, 7],
      [6, 7, 6, 7, 6, 7, null, 2],
      [10, 10, 10, 10, 10, 10],
      [2, 3, 4, 5, 6, 7, 8, 9, 9, 10],
    ]
    for (const scores of lines) {
      for (const sentence of limitsInWords(facts(scores), language).flatMap((text) =>
        text.split(/(?<=\.) /),
      )) {
        expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(15)
      }
    }
  })
})
