import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOfFilter, everything, filterOfAddress, itemOrigins } from './filter.ts'
import { whyFound } from './found.ts'
import { itemFactory } from './item.factory.ts'
import { evidenceGrades, itemKinds, itemMoments, readingLevels } from './item.ts'
import { letterDistance, meantBy, searchWords, tsQueryText, wrongLettersIn } from './search-words.ts'

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
    'vertrouwend',
  ])
  expect(meantBy('mdo', ['mda'])).toEqual([])
})

test('no word that is near is passed over before its letters are weighed', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '1', '\u0430'), maxLength: 8 })
  fc.assert(
    fc.property(word, fc.uniqueArray(word, { maxLength: 3 }), (typed, known) => {
      const near = known.filter((one) => letterDistance(typed, one) <= wrongLettersIn(typed))
      expect(meantBy(typed, known).toSorted()).toEqual(wrongLettersIn(typed) === 0 ? [] : near.toSorted())
    }),
    { numRuns: 300 },
  )
})

test('nothing that is typed becomes an operator of the search', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
      const query = tsQueryText(searchWords(typed).map((word) => ({ typed: word, meant: [] })))
      expect(query).toMatch(/^(\([\p{L}\p{N}]+:\*\)( & \([\p{L}\p{N}]+:\*\))*)?$/u)
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
    { typed: 'vertrouwne', meant: ['vertrouwen'] },
    { typed: 'luisteren', meant: [] },
  ])
  expect(why.map(({ place, words }) => [place, words])).toEqual([
    ['title', ['Vertrouwen']],
    ['text', ['luistert', 'vertrouwd']],
  ])
  expect(why[1]?.around).toBe('Wie luistert, wordt vertrouwd. Neem er de tijd voor.')
})
