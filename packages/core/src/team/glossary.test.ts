import { expect, test } from 'vitest'
import { glossaryLimits, mayAgreeOn, wordState, wordsFromCards } from './glossary.ts'

const none = new Set<string>()

test('a word is explained, differs or is agreed; that people mean something else wins', () => {
  expect(wordState({ differs: false, agreed: [] })).toBe('to-explain')
  expect(wordState({ differs: false, agreed: ['a'] })).toBe('agreed')
  expect(wordState({ differs: true, agreed: ['a'] })).toBe('different')
})

test('cards that say the same bring one word, and a card that was carried brings nothing', () => {
  const cards = [
    { id: '1', text: ' Regie\n' },
    { id: '2', text: 'veilig  thuis' },
    { id: '3', text: 'regie' },
    { id: '4', text: '   ' },
    { id: '5', text: 'opschalen' },
  ]
  expect(wordsFromCards(cards, new Set(['5']))).toEqual([
    { word: 'Regie', explained: null, cards: ['1', '3'] },
    { word: 'veilig thuis', explained: null, cards: ['2'] },
  ])
  expect(wordsFromCards(cards, new Set(cards.map(({ id }) => id)))).toEqual([])
})

test('of a card that is too long for a word nothing is lost', () => {
  const text = `Goed genoeg ouderschap ${'is wat wij ieder voor zich bedenken '.repeat(4)}`
  const [carried] = wordsFromCards([{ id: '1', text }], none)
  expect(carried?.explained).toBe(text.trim())
  expect([...(carried?.word ?? '')].length).toBeLessThanOrEqual(glossaryLimits.word)
  expect(carried?.word).toMatch(/^Goed genoeg ouderschap .*\S…$/u)
  const [oneWord] = wordsFromCards([{ id: '1', text: '😀'.repeat(100) }], none)
  expect([...(oneWord?.word ?? '')]).toHaveLength(glossaryLimits.word)
})

test('whoever wrote beside an older meaning is told that there is a newer one', () => {
  expect(mayAgreeOn([], 0)).toEqual({ allowed: true })
  expect(mayAgreeOn(['a'], 0)).toEqual({ allowed: false, reason: 'written-since' })
  expect(mayAgreeOn(['a'], 1)).toEqual({ allowed: true })
})
