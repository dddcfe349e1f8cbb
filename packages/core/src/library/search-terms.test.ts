import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Language } from '../shared/language.ts'
import { plainWord } from '../shared/plain-word.ts'
import { type KnownWords, searchTerms } from './search-terms.ts'
import { searchWords } from './search-words.ts'
import { synonymFile, synonymsOf } from './synonyms.ts'

const synonyms = synonymsOf(
  synonymFile.parse({
    nl: [
      { words: ['ouder', 'vader', 'moeder'], find: ['gezin'] },
      { words: ['cliënt', 'hulpvrager'] },
      { words: ['tolk', 'taal'] },
    ],
    en: [{ words: ['parent', 'father'] }],
  }),
)

const inLibrary = (words: Record<Language, string[]>): KnownWords => {
  const all = [...words.nl, ...words.en]
  return {
    begins: (start) => all.some((one) => one.startsWith(start)),
    stands: (word) => all.some((one) => one.startsWith(word) && one.length <= word.length + 2),
    like: (_, language) => words[language],
  }
}
const known = inLibrary({
  nl: ['vaker', 'onder', 'oude', 'moeders', 'gezin', 'hulpvragers', 'taal', 'vertrouwen'],
  en: ['talk', 'told', 'parent', 'trust', 'verdrouwen'],
})
const terms = (typed: string, language: Language = 'nl') => searchTerms(typed, { language, known, synonyms })

test('a word that means others is taken as it is, with those that stand in the library', () => {
  expect(terms('vader')).toEqual([
    { typed: 'vader', meant: [], also: { language: 'nl', words: ['moeder', 'gezin'] } },
  ])
  expect(terms('Vaders')[0]?.also?.words).toEqual(['moeder', 'gezin'])
  expect(terms('tolk')).toEqual([{ typed: 'tolk', meant: [], also: { language: 'nl', words: ['taal'] } }])
  expect(terms('client')[0]?.also?.words).toEqual(['hulpvrager'])
  // What is only found leads to nothing itself.
  expect(terms('gezin')).toEqual([{ typed: 'gezin', meant: [], also: null }])
})

test('a word of the other language means what it means there', () => {
  expect(terms('father')[0]?.also).toEqual({ language: 'en', words: ['parent'] })
})

test('a wrong letter is looked for in the searcher’s language first, then in the other, also among words for the same', () => {
  expect(terms('verrouwen')[0]?.meant).toEqual(['vertrouwen'])
  expect(terms('verrouwen', 'en')[0]?.meant).toEqual(['verdrouwen'])
  expect(terms('trsut')[0]?.meant).toEqual(['trust'])
  expect(terms('moedre')).toEqual([
    { typed: 'moedre', meant: ['moeder'], also: { language: 'nl', words: ['gezin'] } },
  ])
})

test('whatever is typed, each word is one term, and none means itself', () => {
  const word = fc.constantFrom('ouder', 'ouders', 'vaderr', 'tolk', 'parnet', 'gezin', 'xyz', 'de')
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string())), fc.constantFrom('nl', 'en'), (typed, language) => {
      const found = terms(typed.join(' '), language)
      expect(found.map((one) => one.typed)).toEqual(searchWords(typed.join(' ')))
      for (const { typed: said, meant, also } of found) {
        expect(meant).not.toContain(said)
        const others = also?.words.map(plainWord) ?? []
        expect([said, ...meant].filter((one) => others.includes(one))).toEqual([])
      }
    }),
    { numRuns: 100 },
  )
})

test.each([
  ['a word twice', [{ words: ['ruzie'] }, { words: ['ruzie', 'conflict'] }]],
  ['the same but for an accent', [{ words: ['client', 'cliënt'] }]],
  ['found as itself', [{ words: ['ruzie'], find: ['ruzie'] }]],
  ['a capital', [{ words: ['Ruzie'] }]],
  ['two words in one', [{ words: ['no show'] }]],
  ['nothing', [{ words: [] }]],
])('a file of synonyms with %s is refused', (_, nl) => {
  expect(synonymFile.safeParse({ nl, en: [] }).success).toBe(false)
})
