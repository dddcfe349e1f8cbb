import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOfFilter, everything, filterOfAddress, itemOrigins } from './filter.ts'
import { whyFound } from './found.ts'
import { itemFactory } from './item.factory.ts'
import { evidenceGrades, itemKinds, itemMoments, readingLevels } from './item.ts'
import {
  alsoQueryText,
  beginsAlike,
  letterDistance,
  meantBy,
  searchWords,
  tsQueryText,
  wrongLettersIn,
} from './search-words.ts'

const maybe = <One>(values: readonly One[]) => fc.option(fc.constantFrom(...values))
const chosen = fc.record({
  text: fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.trim()),
  kind: maybe(itemKinds),
  relation: maybe(['interpersonal', 'with-help-seekers', 'interprofessional'] as const),
  context: fc.constant(null),
  situation: maybe(['mdo', 'intake', 'policy'] as const),
  moment: maybe(itemMoments),
  minutes: fc.option(fc.integer({ min: 1, max: 600 })),
  people: fc.option(fc.integer({ min: 1, max: 500 })),
  grade: maybe(evidenceGrades),
  level: maybe(readingLevels),
  language: maybe(['nl', 'en'] as const),
  origin: maybe(itemOrigins),
})

test('a filter stands in the address and is read back as it was', () => {
  fc.assert(
    fc.property(chosen, (filter) => {
      const query = new URLSearchParams(Object.entries(addressOfFilter(filter)) as [string, string][])
      expect(filterOfAddress(Object.fromEntries(query))).toEqual(filter)
    }),
    { numRuns: 100 },
  )
  expect(addressOfFilter(everything)).toEqual({})
})

test('an address that nobody can have chosen leaves that side open, and never fails', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('woorden', 'soort', 'minuten', 'mensen', 'taal'), fc.anything()),
      (said) => {
        const filter = filterOfAddress(said)
        expect(filterOfAddress(addressOfFilter(filter))).toEqual(filter)
      },
    ),
    { numRuns: 100 },
  )
  expect(filterOfAddress({ context: 'exo', situatie: 'intake', minuten: '0', mensen: '12' })).toEqual({
    ...everything,
    context: 'exo',
    people: 12,
  })
  expect(filterOfAddress({ woorden: 12 }).text).toBe('12')
})

test('letters that are wrong, missing or swapped are counted', () => {
  expect(letterDistance('vertrouwen', 'vertrouwne')).toBe(1)
  expect(letterDistance('rust', 'rsut')).toBe(1)
  expect(letterDistance('kitten', 'sitting')).toBe(3)
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
  fc.assert(
    fc.property(word, word, (one, other) => {
      const far = letterDistance(one, other)
      expect(far).toBe(letterDistance(other, one))
      expect(far === 0).toBe(one === other)
      expect(far).toBeGreaterThanOrEqual(Math.abs(one.length - other.length))
      expect(far).toBeLessThanOrEqual(Math.max(one.length, other.length))
    }),
    { numRuns: 100 },
  )
})

test('what was meant is near, and a short word is taken as it is', () => {
  expect(meantBy('vertrouwne', ['vertrouwen', 'vertrouwelijk', 'vertrouwend', 'rust'])).toEqual([
    'vertrouwen',
  ])
  expect(meantBy('mdo', ['mda'])).toEqual([])
  // So few letters stand close to many words: it begins as they do, or its first two changed places.
  expect(meantBy('oudr', ['houdt', 'oude', 'udor'])).toEqual(['oude'])
  expect(meantBy('uoder', ['ouder', 'onder'])).toEqual(['ouder'])
})

test('no word that is near is passed over before its letters are weighed', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '1', '\u0430'), maxLength: 8 })
  fc.assert(
    fc.property(word, fc.uniqueArray(word, { maxLength: 3 }), (typed, known) => {
      const near = known.filter(
        (one) => letterDistance(typed, one) <= wrongLettersIn(typed) && beginsAlike(typed, one),
      )
      const nearest = near.filter((one) =>
        near.every((other) => letterDistance(typed, one) <= letterDistance(typed, other)),
      )
      expect(meantBy(typed, known).toSorted()).toEqual(wrongLettersIn(typed) === 0 ? [] : nearest.toSorted())
    }),
    { numRuns: 300 },
  )
})

test('nothing that is typed becomes an operator of the search', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
      for (const word of searchWords(typed)) {
        const said = { typed: word, meant: [word], also: { language: 'nl', words: [word] } } as const
        const queries = [true, false].map((isOwn) => tsQueryText(said, { isOwn }))
        expect([...queries, alsoQueryText(said)].join(' ')).toMatch(/^([\p{L}\p{N}]+(:\*)?( |$))+$/u)
      }
    }),
    { numRuns: 100 },
  )
})

test('an item says why it was found: where, and by which words as they stand there', () => {
  const item = itemFactory({
    title: { nl: 'Vertrouwen krijgen' },
    levels: { professional: { nl: 'Wie luistert, wordt vertrouwd. Neem er de tijd voor.' } },
  })
  const why = whyFound(item, [
    { typed: 'vertrouwne', meant: ['vertrouwen'], also: null },
    { typed: 'luisteren', meant: [], also: null },
  ])
  expect(why.map(({ place, words }) => [place, words])).toEqual([
    ['title', ['Vertrouwen']],
    ['text', ['luistert', 'vertrouwd']],
  ])
  expect(why[1]?.around).toBe('Wie luistert, wordt vertrouwd. Neem er de tijd voor.')
})

test('a tag is told in the words of the screen, for what stands in no text of the item', () => {
  const item = itemFactory({ title: { nl: 'Vragen voor het eerste contact' } })
  const tags = [
    { nl: 'Kennismaking (intake)', en: 'Intake' },
    { nl: 'eerste indruk', en: 'first impression' },
  ]
  const terms = ['intake', 'eerste'].map((typed) => ({ typed, meant: [], also: null }))
  expect(whyFound(item, terms, { tags, language: 'nl' }).map(({ place, words }) => [place, words])).toEqual([
    ['title', ['eerste']],
    ['tag', ['Kennismaking (intake)']],
  ])
  expect(whyFound(item, terms, { tags, language: 'en' })[1]?.words).toEqual(['Intake'])
})

test.each([
  ['praten', 'praat', true],
  ['kiezen', 'kies', true],
  ['zeggen', 'zeg', true],
  ['luisteren', 'luistert', true],
  ['listen', 'listening', true],
  ['taal', 'talk', false],
  ['moeder', 'moet', false],
  ['eerste', 'eerder', false],
  ['woorden', 'worden', false],
])('a find by ‘%s’ is told by ‘%s’: %s', (typed, word, isTold) => {
  const item = itemFactory({ title: { nl: `Over ${word}` } })
  expect(whyFound(item, [{ typed: 'x', meant: [typed], also: null }]).length > 0).toBe(isTold)
})
