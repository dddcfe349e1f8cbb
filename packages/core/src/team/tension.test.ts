import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  fieldsWithNames,
  leans,
  lookOutcome,
  polesOf,
  type TensionLook,
  tensionPairs,
  wordsToWeigh,
} from './tension.ts'

const look = (person: string, lean: TensionLook['lean'], on = '2026-03-01'): TensionLook => ({
  person,
  lean,
  on,
})

test('each pair has two poles, and of each it is said what is good about it', () => {
  const pairs = tensionPairs.filter((pair) => pair !== 'own')
  expect(pairs).toHaveLength(3)
  for (const { name, good } of pairs.flatMap((pair) => polesOf(pair))) {
    expect([name.nl, name.en, good.nl, good.en].every((words) => words.trim() !== '')).toBe(true)
  }
})

test('of two people nothing is told but that they see it, of three and four only words, from five on numbers', () => {
  const people = [look('a', -2), look('b', 2), look('c', 0), look('d', 1), look('e', 1)]
  const told = (n: number) => lookOutcome(people.slice(0, n), '2026-03-02')
  expect(told(2)).toEqual({ seen: 2, counts: null, words: null })
  expect(told(3)).toEqual({ seen: 3, counts: null, words: 'different' })
  expect(told(4)).toEqual({ seen: 4, counts: null, words: 'different' })
  expect(told(5)).toEqual({ seen: 5, counts: [1, 0, 1, 2, 1], words: 'different' })
  expect(lookOutcome([look('a', 0), look('b', 1), look('c', 2)], '2026-03-02').words).toBe('alike')
})

/** What few people say later: new looks, or looks that replace what was told. */
const later = (who: readonly string[], most: number) =>
  fc
    .uniqueArray(fc.record({ person: fc.constantFrom(...who), lean: fc.constantFrom(...leans, null) }), {
      selector: ({ person }) => person,
      maxLength: most,
    })
    .map((few) => few.map(({ person, lean }) => look(person, lean, '2026-04-11')))

test('numbers stand until five people see it otherwise: who looks alone changes none', () => {
  const first = [...['a', 'b', 'c', 'd'].map((person) => look(person, 1)), look('e', -1)]
  expect(lookOutcome(first, '2026-03-01')).toEqual({ seen: 5, counts: null, words: null })
  const told = { counts: [0, 1, 0, 4, 0], words: 'different' }
  expect(lookOutcome(first, '2026-03-02')).toEqual({ seen: 5, ...told })
  fc.assert(
    fc.property(later(['e', 'f', 'g', 'h'], 4), (few) => {
      for (const day of ['2026-04-11', '2026-04-12'])
        expect(lookOutcome([...first, ...few], day)).toMatchObject(told)
    }),
    { numRuns: 50 },
  )
  const all = [...first, ...['a', 'b', 'c', 'd', 'e'].map((person) => look(person, 0, '2026-04-11'))]
  expect(lookOutcome(all, '2026-04-12').counts).toEqual([0, 0, 5, 0, 0])
  expect(lookOutcome(all, '2026-02-28')).toEqual({ seen: 0, counts: null, words: null })
})

test('one more look, or a changed one, changes no word: not that day, and not the next', () => {
  const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const lean = fc.constantFrom(...leans)
  fc.assert(
    fc.property(
      fc.array(lean, { minLength: 3, maxLength: 6 }),
      later(people, 1),
      later(people, 1),
      (set, one, next) => {
        const first = set.map((is, at) => look(people[at] ?? '', is))
        const { counts, words } = lookOutcome(first, '2026-03-02')
        expect(words).not.toBeNull()
        const after = next.map((more) => ({ ...more, on: '2026-04-12' }))
        for (const day of ['2026-04-11', '2026-04-12', '2026-04-13'])
          expect(lookOutcome([...first, ...one, ...after], day)).toMatchObject({ counts, words })
      },
    ),
    { numRuns: 200 },
  )
})

test('of three who lean one way and a mother who leans the other, nobody reads hers; nor when numbers could come', () => {
  const three = [look('a', -1), look('b', -2), look('c', -1)]
  const mother = look('mother', 1, '2026-03-02')
  const fifth = look('e', -1, '2026-03-03')
  for (const day of ['2026-03-02', '2026-03-03'])
    expect(lookOutcome([...three, mother], day)).toEqual({ seen: 4, counts: null, words: 'alike' })
  const five = [...three, mother, fifth]
  expect(lookOutcome(five, '2026-03-04')).toEqual({ seen: 5, counts: null, words: 'alike' })
  // A third who looks or sees it otherwise, and it is told anew: by then as numbers.
  expect(lookOutcome([...five, look('a', 0, '2026-03-04')], '2026-03-05')).toEqual({
    ...{ seen: 5, counts: [1, 2, 1, 1, 0], words: 'different' },
  })
})

test('whoever sees it without setting a lean counts as seeing it, never as a number', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...leans, null), { maxLength: 12 }), (set) => {
      const { seen, counts, words } = lookOutcome(
        set.map((lean, at) => look(`p${at}`, lean)),
        '2026-03-02',
      )
      const given = set.filter((lean) => lean !== null).length
      expect(seen).toBe(set.length)
      expect(counts === null).toBe(given < 5)
      expect(words === null).toBe(given < 3)
      if (counts !== null) expect(counts.reduce((sum, count) => sum + count, 0)).toBe(given)
    }),
    { numRuns: 100 },
  )
})

test('a name in any field is found, whatever its form; words without one are not', () => {
  const words = {
    ...{ left: 'houvast', right: 'meebewegen', leftGood: 'rust', rightGood: '' },
    ...{ situation: 'Bij het plannen van bezoek.', asks: 'Dat we het zeggen.' },
  }
  expect(fieldsWithNames(words, ['Karin de Boer', 'Lina'])).toEqual([])
  const named = { ...words, situation: 'Als KARIN belt.', asks: 'Lina’s plan [naam]' }
  expect(fieldsWithNames(named, ['Karin de Boer', 'Lina'])).toEqual(['situation', 'asks'])
  const reached = { ...words, leftGood: 'Bel 06 12 34 56 78.', asks: 'Mail [naam] op oma@post.example' }
  expect(fieldsWithNames(reached, [])).toEqual(['leftGood', 'asks'])
})

test('days, places and names that nobody told are to be weighed, each once; ordinary words are not', () => {
  const words = {
    ...{ left: 'houvast', right: 'meebewegen', leftGood: 'Rust voor iedereen.', rightGood: 'Dan past het.' },
    ...{ situation: 'Op maandag bij De Regenboog, op maandag.', asks: 'Dat Fleur het zegt aan 3 van ons.' },
  }
  expect(wordsToWeigh(words)).toEqual(['maandag', 'De Regenboog', '3', 'Fleur'])
  expect(wordsToWeigh({ ...words, situation: 'In het MDO.', asks: '' })).toEqual([])
})
