import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CircleSideId, ParticipantId } from '../shared/ids.ts'
import {
  type NetworkPerson,
  type NetworkTie,
  networkFindings,
  networkMeasures,
  networkState,
  oftens,
} from './network.ts'
import { comparedWords, comparisonSentences, findingSentences, missingSentences } from './network.words.ts'
import { compareMoments, type NetworkMoment } from './network-change.ts'

const who = (name: string) => name as ParticipantId
const tie = (pair: string, more: Partial<NetworkTie> = {}): NetworkTie => ({
  ...{ from: who(pair.charAt(0)), to: who(pair.charAt(1)), often: 'weekly', useful: null },
  ...more,
})
const golden = ['ab', 'ba', 'ac', 'ca', 'ad', 'ea', 'bc'].map((pair) => tie(pair))
const five = ['a', 'b', 'c', 'd', 'e']

test('reckons the golden network of domain.md §10', () => {
  const measures = networkMeasures(five, golden)
  expect(measures).toMatchObject({ ties: 7, possible: 20, density: 0.35, returned: 4 })
  expect(measures?.reciprocity).toBeCloseTo(4 / 7, 12)
  expect(measures?.centralisation).toEqual({ in: 0.5, out: 0.5 })
})

test('a star has all ties in one place, a ring has none; without two people there is no network', () => {
  expect(
    networkMeasures(
      five,
      ['ba', 'ca', 'da', 'ea'].map((pair) => tie(pair)),
    )?.centralisation?.in,
  ).toBe(1)
  expect(
    networkMeasures(
      five,
      ['ab', 'bc', 'cd', 'de', 'ea'].map((pair) => tie(pair)),
    )?.centralisation?.in,
  ).toBe(0)
  expect(networkMeasures(['a'], [])).toBeNull()
  expect(networkMeasures(five, [])?.reciprocity).toBeNull()
})

const anyTies = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...five), fc.constantFrom(...five)).filter(([from, to]) => from !== to),
  { selector: ([from, to]) => `${from}${to}` },
)

test('shares lie between 0 and 1, and do not depend on the order or on a tie told twice', () => {
  fc.assert(
    fc.property(anyTies, (pairs) => {
      const ties = pairs.map(([from, to]) => tie(`${from}${to}`))
      const measures = networkMeasures(five, ties)
      expect(networkMeasures(five.toReversed(), [...ties, ...ties].toReversed())).toEqual(measures)
      for (const share of [measures?.density, measures?.reciprocity ?? 0, measures?.centralisation?.in]) {
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 60 },
  )
})

const person = (name: string, ...sides: string[]): NetworkPerson => ({
  ...{ participant: who(name), name, voice: 'professional', sides: sides as CircleSideId[] },
})

test('somebody of two sides stands once, and a tie to one of her sides does not lie across', () => {
  const people = [person('a', 'school'), person('b', 'school', 'care'), person('c', 'care')]
  const found = networkFindings(people, new Set(five.map(who)), [
    tie('ab'),
    tie('bc'),
    tie('ac'),
    tie('ca', { often: 'never' }),
  ])
  expect(found).toEqual({ ties: 3, across: 1, measures: null })
  expect(findingSentences(found, 'nl')).toEqual([
    'Op deze kaart staan 3 verbindingen.',
    'Daarvan lopen er 1 van de ene kant naar de andere.',
    'Minder dan 5 mensen vulden in. Daarom tellen we niet. Praat er samen over.',
  ])
})

test('a map is told in words and counts, who is missing as a number', () => {
  const people = five.map((name) => person(name, name))
  const found = networkFindings(people, new Set(five.map(who)), golden)
  expect(findingSentences(found, 'nl').join(' ')).toBe(
    'Op deze kaart staan 7 verbindingen. Daarvan lopen er 7 van de ene kant naar de andere. ' +
      'Onder wie invulde zijn 20 verbindingen mogelijk. Daarvan zijn er 7. ' +
      'Bij 4 van die 7 noemen beide mensen elkaar. ' +
      'Veel verbindingen komen samen op één plek. Wat als die plek wegvalt?',
  )
  expect(missingSentences({ notOnMap: 2, notAnswered: 1 }, 'nl')).toEqual([
    '2 mensen staan niet op deze kaart. De kaart is dus niet compleet.',
    '1 mens op de kaart vulde zelf niet in.',
  ])
})

const moment = (ties: NetworkTie[], people = five, answered = people): NetworkMoment => ({
  ...{ people: people.map(who), answered: new Set(answered.map(who)), ties },
})

test('two moments: new, gone, changed, the same', () => {
  const before = moment([tie('ab'), tie('ac'), tie('ad', { often: 'monthly' })])
  const after = moment([tie('ab'), tie('ad', { useful: 'yes' }), tie('ba')])
  const compared = compareMoments(before, after)
  expect(compared.ties.map(({ from, to, change }) => `${from}${to} ${change}`)).toEqual([
    'ab same',
    'ad changed',
    'ba new',
    'ac gone',
  ])
  expect(comparisonSentences(compared, 'nl')).toEqual([
    '1 verbinding is nieuw, 1 is weg.',
    '1 is veranderd, 1 is hetzelfde.',
  ])
  expect(comparedWords(compared.ties[1] ?? expect.fail(), 'nl')).toBe(
    'veranderd: eerst elke maand; nu elke week of vaker, nuttig',
  )
})

test('who did not fill in ended no tie, who is new began none, and "never" is no tie', () => {
  const before = moment([tie('ab'), tie('ba'), tie('bc')])
  const silent = compareMoments(
    before,
    moment([tie('ab'), tie('af')], [...five, 'f'], ['a', 'c', 'd', 'e', 'f']),
  )
  expect(silent.counts).toEqual({ new: 0, gone: 0, changed: 0, same: 1 })
  expect(silent.apart).toBe(3)
  const ended = compareMoments(before, moment([tie('ab'), tie('ba'), tie('bc', { often: 'never' })]))
  expect(ended.counts.gone).toBe(1)
  // The same moment twice: nothing changed, whatever it holds.
  fc.assert(
    fc.property(anyTies, fc.constantFrom(...oftens), (pairs, often) => {
      const same = moment(pairs.map(([from, to]) => tie(`${from}${to}`, { often })))
      const { counts, apart } = compareMoments(same, same)
      expect([counts.new, counts.gone, counts.changed, apart]).toEqual([0, 0, 0, 0])
    }),
    { numRuns: 30 },
  )
})

test('a moment shuts after its last day or when everybody is in, and stays shut', () => {
  const closesOn = '2026-03-10'
  expect(networkState({ closesOn, closedAt: null }, '2026-03-10')).toBe('open')
  expect(networkState({ closesOn, closedAt: null }, '2026-03-11')).toBe('closed')
  expect(networkState({ closesOn, closedAt: '2026-03-05T09:00:00.000Z' }, '2026-03-06')).toBe('closed')
})
