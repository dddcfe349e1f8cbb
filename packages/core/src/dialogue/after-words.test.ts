import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isSameCircle,
  letterParts,
  openingOrder,
  quoteDecisions,
  quoteState,
  shownWords,
  worthShown,
} from './after-words.ts'
import { type MinutesSays, minutesState } from './minutes.ts'

describe('words of a speaker elsewhere', () => {
  const asked = { askedWords: 'zo zei ik het', ownWords: null, decision: null, withdrawn: false }
  test.each([
    ['not asked yet', asked, null, 'asked'],
    ['yes', { ...asked, decision: 'yes' }, 'zo zei ik het', 'approved'],
    ['in other words', { ...asked, decision: 'changed', ownWords: 'liever zo' }, 'liever zo', 'approved'],
    ['no', { ...asked, decision: 'no', askedWords: null }, null, 'refused'],
  ] as const)('%s', (_, facts, words, state) => {
    expect(shownWords(facts)).toBe(words)
    expect(quoteState(facts)).toBe(state)
  })

  test('taken back is gone, whatever was said before', () => {
    fc.assert(
      fc.property(fc.constantFrom(...quoteDecisions), fc.string(), (decision, words) => {
        expect(shownWords({ askedWords: words, ownWords: words, decision, withdrawn: true })).toBeNull()
      }),
    )
  })
})

test('how people found their time is told from five answers on, and only when no more are counted', () => {
  const five = { yes: 3, partly: 1, no: 1 }
  expect(worthShown(five, false)).toBeNull()
  expect(worthShown({ ...five, no: 0 }, true)).toBeNull()
  expect(worthShown(five, true)).toEqual(five)
})

test('the letter holds only what may be in it, with a name only where she said so, and not in order of writing', () => {
  const source = (
    name: string,
    choice: 'no' | 'unnamed' | 'named',
    words: string,
    state: 'answered' | 'withdrawn' = 'answered',
  ) => ({
    ...{ name, choice, state },
    answers: { image: words },
  })
  const sources = [
    source('Samira', 'named', 'Een kampvuur.'),
    source('Bram', 'no', 'GEHEIM'),
    source('Lina', 'unnamed', 'Een brug.'),
    source('Weg', 'named', 'TERUGGENOMEN', 'withdrawn'),
  ]
  expect(letterParts(sources, ['stood-out', 'image'])).toEqual([
    { name: null, question: 'image', words: 'Een brug.' },
    { name: 'Samira', question: 'image', words: 'Een kampvuur.' },
  ])
})

test.each([
  ['of one collaboration', ['r', ['a']], ['r', ['b']], true],
  ['two of four come again', [null, ['a', 'b', 'c', 'd']], [null, ['a', 'b', 'x', 'y']], true],
  ['one only', [null, ['a', 'b']], [null, ['a', 'x']], false],
  ['two of many', [null, ['a', 'b', 'c', 'd', 'e']], [null, ['a', 'b', 'x', 'y', 'z']], false],
  ['a small table within a large one', [null, ['a', 'b']], [null, ['a', 'b', 'c', 'd', 'e', 'f']], true],
] as const)('the same people: %s', (_, one, other, same) => {
  const table = ([relation, people]: readonly [string | null, readonly string[]]) => ({ relation, people })
  expect(isSameCircle(table(one), table(other))).toBe(same)
  expect(isSameCircle(table(other), table(one))).toBe(same)
})

test('agreements with the earliest day come first, those without a day last', () => {
  const of = (dueOn: string | null, madeAt: string) => ({ dueOn, madeAt })
  expect(
    openingOrder([of(null, '1'), of('2026-12-02', '2'), of('2026-12-01', '3'), of(null, '0')]).map(
      ({ madeAt }) => madeAt,
    ),
  ).toEqual(['3', '2', '0', '1'])
})

test.each([
  ['nothing written', undefined, 'none'],
  ['nobody said anything', {}, 'asked'],
  ['one said yes', { a: 'yes' }, 'asked'],
  ['one wants a change', { a: 'yes', b: 'change' }, 'change-wanted'],
  ['all said yes', { a: 'yes', b: 'yes' }, 'approved'],
  ['who left does not count', { a: 'yes', b: 'yes', gone: 'change' }, 'approved'],
] as const)('minutes: %s', (_, said, state) => {
  const says: MinutesSays = Object.fromEntries(
    Object.entries(said ?? {}).map(([place, one]) => [
      place,
      { says: one as 'yes' | 'change', words: '', at: '' },
    ]),
  )
  expect(minutesState(said === undefined ? undefined : { says }, ['a', 'b'])).toBe(state)
})
