import { describe, expect, it } from 'vitest'
import { forbiddenWords, longSentences } from '../../../../../scripts/text-rules.ts'
import { type CaveatFacts, caveats, caveatsOf } from './caveats.ts'
import {
  caveatInWords,
  chanceInWords,
  changeInWords,
  overlapInWords,
  ownChangeInWords,
} from './statistics.words.ts'

const facts: CaveatFacts = {
  scores: [5, 6, 6, 5, 7, 5, 4, 5, 6, 6, 4, 5, 6],
  scale: { min: 0, max: 10 },
  ceilingFrom: 9.9,
  baseline: 8,
  validated: true,
}

describe('caveatsOf', () => {
  const rows: [string, Partial<CaveatFacts>, string[]][] = [
    ['a settled line', {}, []],
    ['few points', { scores: [5, 6, 4] }, ['few']],
    ['some points with limits', { scores: [5, 6, 4, 6, 5, 7, 5] }, ['provisional']],
    ['some points without limits', { scores: [5, 6, 4, 6, 5, 7, 5], baseline: null }, []],
    ['a time without a score', { scores: [...facts.scores, null] }, ['gaps']],
    ['own wording', { validated: false }, ['not-researched']],
    [
      'rising all the time',
      { scores: [1, 2, 3, 4, 5, 6, 7, 8, 8.5, 9, 9.2, 9.4], baseline: null },
      ['hangs-together'],
    ],
    ['tens', { scores: [10, 10, 5], baseline: null }, ['few', 'ceiling']],
    [
      'limits off the scale',
      { scores: [9, 4, 9, 5, 9, 4, 9, 5, 9, 5, 9, 4], baseline: 8 },
      ['alternates', 'clipped'],
    ],
  ]
  it.each(rows)('%s', (_, part, expected) => {
    expect(caveatsOf({ ...facts, ...part })).toEqual(expected)
  })
})

describe('words beside numbers', () => {
  const pairs = { all: 42, better: 37, worse: 2, tied: 3 }
  const classes = ['recovered', 'improved', 'unchanged', 'deteriorated'] as const
  const every = (language: 'nl' | 'en') => [
    ...caveats.map((caveat) => caveatInWords(caveat, 4, language)),
    ...classes.flatMap((change) => [
      changeInWords(change, 'higher', language),
      changeInWords(change, 'lower', language),
    ]),
    ...[1.25, -0.4, 0.02].map((change) =>
      ownChangeInWords({ change, start: { level: 6.5, of: 1 } }, language),
    ),
    overlapInWords({ pairs }, 'higher', language),
    overlapInWords({ pairs: { ...pairs, tied: 0 } }, 'lower', language),
    chanceInWords(0.1, language),
    chanceInWords(0.001, language),
  ]

  it('are short sentences that judge nobody, with every place filled', () => {
    const texts = [...every('nl'), ...every('en')]
    expect(texts.flatMap((text) => [...longSentences(text), ...forbiddenWords(text)])).toEqual([])
    expect(texts.filter((text) => /[{}]|hersteld|verslechterd|recovered|deteriorated|%/.test(text))).toEqual(
      [],
    )
    expect(texts.filter((text) => !/^[A-Z0-9].*\.$/.test(text))).toEqual([])
  })

  it('follow the direction that is better', () => {
    expect(changeInWords('improved', 'lower', 'nl')).toBe('De score is duidelijk lager dan eerst.')
    expect(changeInWords('deteriorated', 'lower', 'en')).toBe('The score is clearly higher than before.')
    expect(ownChangeInWords({ change: -0.4, start: { level: 6.5, of: 1 } }, 'nl')).toBe(
      '0,4 lager dan aan het begin. Toen was het 6,5.',
    )
    expect(ownChangeInWords({ change: 0.04, start: { level: 6, of: 1 } }, 'nl')).toBe(
      'Even hoog als aan het begin: 6.',
    )
    expect(overlapInWords({ pairs }, 'higher', 'nl')).toBe(
      'In 37 van de 42 vergelijkingen was het later hoger. In 3 was het gelijk.',
    )
  })
})
