import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fleschDouma, readPlainly, sentencesIn, syllablesIn, wordsIn } from './plain-language.ts'

describe('Flesch-Douma', () => {
  it.each([
    [{ words: 100, sentences: 10, syllables: 140 }, 89.7],
    [{ words: 100, sentences: 5, syllables: 180 }, 49.6],
  ])('gives the golden values of domain.md §10: %o', (of, value) => {
    expect(fleschDouma(of)).toBeCloseTo(value, 1)
  })
  it('says nothing of nothing', () => {
    expect(fleschDouma({ words: 0, sentences: 0, syllables: 0 })).toBeNull()
  })
})

it.each([
  ['hulp', 1],
  ['samen', 2],
  ['samenwerking', 4],
  ['huis', 1],
  ['blij', 1],
  ['mooie', 2],
  ['nieuw', 1],
  ['ideeën', 3],
  ['vragenlijst', 3],
  ['geïnteresseerd', 5],
  ['12', 1],
])('counts the syllables of %s', (word, count) => {
  expect(syllablesIn(word)).toBe(count)
})

test('sentences and words', () => {
  expect(sentencesIn('Hoe ging het? “Goed.” Om 10.30 uur\nen daarna…')).toEqual([
    'Hoe ging het?',
    '“Goed.”',
    'Om 10.30 uur',
    'en daarna…',
  ])
  expect(wordsIn('Foto’s en auto-ongeluk, om 10.30')).toEqual(['Foto’s', 'en', 'auto-ongeluk', 'om', '10.30'])
})

describe('hints', () => {
  const kinds = (text: string, language = 'nl') => readPlainly(text, language).hints.map(({ kind }) => kind)
  it.each([
    ['Hoe ging het praten vandaag?', []],
    [
      'Toen wij elkaar vorige week op het spreekuur zagen had je het idee dat er goed naar je werd gekeken.',
      ['long-sentence', 'passive'],
    ],
    ['Hoe evalueer je de interventie?', ['hard-word', 'hard-word']],
    ['Hoe vond je de interventies?', ['hard-word']],
    ['Wat vind je ervan?', []],
    ['Was je bij het MDO?', ['abbreviation']],
    ['Wat vind je van de arbeidsomstandigheden?', ['long-word']],
    ['Er wordt goed naar mij geluisterd.', ['passive']],
    ['Ik word boos.', []],
    ['Ik vind het niet fijn als er geen tijd is.', ['double-negation']],
    ['Ben je blij en voel je je veilig?', ['two-questions']],
    ['Ben je blij en rustig?', []],
    ['Is het hier warm en droog?', []],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })
  it('tells of a sentence that is long in any language, and of nothing else there', () => {
    const long =
      'When we saw each other last week did you feel that you were being listened to well enough by me?'
    expect(kinds(long, 'en')).toEqual(['long-sentence'])
    expect(kinds('Feedback by the MDO', 'en')).toEqual([])
  })
  it('says a plainer word where it knows one', () => {
    expect(readPlainly('Geef feedback, tevens kort. Feedback helpt.', 'nl').hints).toEqual([
      { kind: 'hard-word', word: 'feedback', instead: 'wat je ervan vindt' },
      { kind: 'hard-word', word: 'tevens', instead: 'ook' },
    ])
  })
})

test('any text can be read over, and what it counts fits together', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const read = readPlainly(text, 'nl')
      expect(read.syllables).toBeGreaterThanOrEqual(read.words)
      expect(read.words).toBeGreaterThanOrEqual(read.sentences === 0 ? 0 : 1)
      if (read.flesch !== null) expect(Number.isFinite(read.flesch)).toBe(true)
    }),
  )
})

describe('each reading level has its own measure, in every language', () => {
  const long = (words: number, language: string) =>
    `${Array.from({ length: words }, () => (language === 'tr' ? 'su' : 'ik')).join(' ')}.`
  it.each([
    ['child', 6],
    ['parent', 15],
    ['professional', 20],
  ] as const)('%s: from more than %i words a sentence is told', (level, most) => {
    for (const language of ['nl', 'en', 'tr']) {
      const told = (words: number) => readPlainly(long(words, language), language, level).hints
      expect(told(most)).toEqual([])
      expect(told(most + 1)).toMatchObject([{ kind: 'long-sentence', words: most + 1 }])
    }
  })
  it('tells words of the trade, short forms and long words to who does not work with them', () => {
    const hints = (level: 'child' | 'parent' | 'professional') =>
      readPlainly('Evaluatie van het MDO.', 'nl', level).hints.map(({ kind }) => kind)
    expect([hints('parent'), hints('professional')]).toEqual([['hard-word', 'abbreviation'], []])
    expect(readPlainly('Een verrassing.', 'nl', 'child').hints).toEqual([])
    expect(readPlainly('Een schilderijtje.', 'nl', 'child').hints).toMatchObject([{ kind: 'long-word' }])
    expect(readPlainly('Een knuffelbeest.', 'nl', 'parent').hints).toEqual([])
  })
})
