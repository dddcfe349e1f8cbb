import { describe, expect, it } from 'vitest'
import { forbiddenWords, longSentences } from '../../../../scripts/text-rules.ts'
import type { RoundId } from '../shared/ids.ts'
import { type Answers, factsOf, ids, items } from './round.factory.ts'
import { betweenCells, gapsOf, guessesOf } from './round-between.ts'
import type { RoundFacts } from './round-facts.ts'
import { roundOutcome } from './round-outcome.ts'
import { conversationPlan } from './round-plan.ts'
import { gapSentence, guessSentence, roundTalkWords } from './round-talk.words.ts'
import { roundTrend } from './round-trend.ts'

/** Of `n` people so many low and the others high, about themselves and about everybody else alike. */
const group = (n: number, own: number, about: readonly number[]): Answers => ({
  answered: n,
  own: items.map(() => [own, n - own]),
  views: about.map((low) => items.map(() => [low, n - low])),
})

const [a, b, c] = ids
const between = roundOutcome(
  factsOf('between', [group(6, 0, [0, 6, 0]), group(6, 0, [0, 0, 3]), group(3, 0, [3, 3, 0])]),
)

describe('groups about each other', () => {
  it('gap(A,B) is what A says about B minus what B says about A', () => {
    expect(gapsOf(between)).toEqual([{ first: a, second: b, firstMean: 2, secondMean: 8, gap: -6 }])
    expect(
      gapSentence(
        { first: a ?? '', second: b ?? '', firstMean: 2, secondMean: 8, gap: -6 },
        { outcome: between, language: 'nl' },
      ),
    ).toBe('Groep 0 over Groep 1: 2,0. Groep 1 over Groep 0: 8,0. Zij ervaren het verschillend.')
  })

  it('a group that did not answer is not heard, others still say something about it, and there is no gap with it', () => {
    const cell = (from: string | undefined, about: string | undefined) =>
      betweenCells(between).find((one) => one.from === from && one.about === about)
    expect(cell(c, a)).toEqual({ from: c, about: a, mean: null, hidden: 'not-heard' })
    expect(cell(b, c)).toMatchObject({ mean: 5 })
    expect(gapsOf(between).flatMap(({ first, second }) => [first, second])).not.toContain(c)
  })
})

describe('what a group thought another would say', () => {
  const swap = roundOutcome(factsOf('swap', [group(6, 0, [0, 6]), group(6, 3, [0, 0])]))
  it('lies beside what that one said, in words that call nobody wrong', () => {
    const [first] = guessesOf(swap)
    expect(first).toEqual({ from: a, about: b, item: items[0], guessed: 2, said: 5 })
    expect(first && guessSentence(first, { outcome: swap, language: 'nl' })).toBe(
      'Groep 0: jullie dachten 2,0. Groep 1: zij zeiden 5,0. Dat ligt uit elkaar. Daar zit een gesprek in.',
    )
  })
  it('is where the talk begins, before answers that lie apart; what it costs always comes', () => {
    expect(conversationPlan(swap).map(({ kind }) => kind)).toEqual(['guess', 'apart', 'apart', 'shadow'])
  })
})

it('with too few answers the talk goes on, without a number', () => {
  const facts = { ...factsOf('check', [group(6, 3, []), group(2, 0, [])]), minShare: 75 }
  expect(conversationPlan(roundOutcome(facts)).map(({ kind }) => kind)).toEqual(['too-low', 'shadow'])
})

it('when all is high, that is a reason to ask further', () => {
  const kinds = conversationPlan(roundOutcome(factsOf('check', [group(6, 0, []), group(6, 0, [])])))
  expect(kinds.map(({ kind }) => kind)).toEqual(['high', 'shadow'])
})

describe('earlier rounds', () => {
  const round = (facts: RoundFacts) => ({ round: ids[0] as unknown as RoundId, outcome: roundOutcome(facts) })
  const now = factsOf('check', [group(6, 0, []), group(6, 0, [])])
  const then = factsOf('check', [group(6, 6, []), group(6, 0, [])])
  const asked = (facts: RoundFacts, more: number) => ({
    ...facts,
    groups: facts.groups.map((one, at) => (at === 1 ? { ...one, invited: one.invited + more } : one)),
  })
  it('lie beside this one, of everybody together', () => {
    const trend = roundTrend([round(then), round(now)])
    expect(trend?.points.map(({ other, items }) => [other, items[0]?.mean, items[0]?.n])).toEqual([
      [null, 5, 12],
      [null, 8, 12],
    ])
    expect(roundTrend([round(now)])).toBeNull()
  })
  it('tell of each group that both showed, and of none that one of them hid', () => {
    const small = (facts: RoundFacts) => ({
      ...facts,
      groups: facts.groups.map((one, at) => (at === 2 ? { ...one, answered: 4 } : one)),
      tallies: facts.tallies.map((one) => (one.group === ids[1] ? { ...one, n: 2 } : one)),
    })
    const groupsOf = (facts: [RoundFacts, RoundFacts]) =>
      roundTrend(facts.map(round))?.points.map(({ groups }) =>
        groups.map(({ name, items }) => [name, items[0]?.mean]),
      )
    expect(groupsOf([then, now])).toEqual([
      [
        ['Groep 0', 2],
        ['Groep 1', 8],
      ],
      [
        ['Groep 0', 8],
        ['Groep 1', 8],
      ],
    ])
    const hidden = groupsOf([small(then), small(now)])
      ?.flat()
      .map(([name]) => name)
    expect(hidden).not.toContain('Groep 1')
  })
  it('tell between groups what one said about another, and nothing of who was not heard', () => {
    const asked = (low: number) =>
      factsOf('between', [group(6, 0, [0, low, low]), group(6, 0, [0, 0, 0]), group(0, 0, [])])
    const points = roundTrend([round(asked(6)), round(asked(0))])?.points
    expect(points?.map(({ pairs }) => pairs.map(({ from, about, mean }) => [from, about, mean]))).toEqual([
      [
        ['Groep 0', 'Groep 1', 2],
        ['Groep 0', 'Groep 2', 2],
        ['Groep 1', 'Groep 0', 8],
        ['Groep 1', 'Groep 2', 8],
      ],
      [
        ['Groep 0', 'Groep 1', 8],
        ['Groep 0', 'Groep 2', 8],
        ['Groep 1', 'Groep 0', 8],
        ['Groep 1', 'Groep 2', 8],
      ],
    ])
  })
  it.each([
    ['one person came', asked(then, -1), 'too-few-new'],
    ['five came', asked(then, -5), null],
    ['another limit held', { ...then, k: 6 }, 'other-threshold'],
    ['a group was hidden', factsOf('check', [group(6, 6, []), group(4, 0, [])]), 'other-shape'],
    [
      'too few answered',
      { ...factsOf('check', [group(5, 5, []), group(0, 0, [])]), minShare: 60 },
      'not-shown',
    ],
  ] as const)('do not when %s', (_, facts, other) => {
    const [point] = roundTrend([round(facts), round(now)])?.points ?? []
    expect(point?.other).toBe(other)
    if (other !== null) expect(point?.items).toEqual([])
  })
})

it('says so in short sentences that judge nobody', () => {
  const told = (word: unknown): string[] =>
    typeof word === 'string'
      ? [word]
      : typeof word === 'object' && word !== null
        ? Object.values(word).flatMap(told)
        : []
  const sentences = told(roundTalkWords.nl)
  expect(sentences.length).toBeGreaterThan(10)
  expect(sentences.flatMap((text) => [...longSentences(text), ...forbiddenWords(text)])).toEqual([])
})
