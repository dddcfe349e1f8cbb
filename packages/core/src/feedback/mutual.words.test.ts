import { describe, expect, test } from 'vitest'
import { mutualLines } from './mutual.ts'
import { guessWords, lineWords, pictureOpener, pictureSentence } from './mutual.words.ts'

const spoken = { nl: { u: 'x', je: 'x' }, en: 'x' }
const item = (id: string) => ({ id, label: { nl: id, en: id }, question: spoken, low: spoken, high: spoken })
const scale = { min: 0, max: 10, step: 0.1 }
const labels = { goals: 'Doelen', pace: 'Tempo', seen: 'Gezien worden', fit: 'Passend' }
const lines = mutualLines(
  { items: Object.keys(labels).map(item), scale },
  { client: { goals: 5.4, pace: 6, seen: 8.5 }, professional: { goals: 7.9, pace: 7, fit: 4 } },
)
const names = { client: 'Lina', professional: 'Noor' }

test('each item is told in words, without a judgement', () => {
  expect(lines.map((line) => lineWords(line, { names, language: 'nl' }))).toEqual([
    'hier kijken jullie anders: Lina 2,5 lager',
    'dicht bij elkaar',
    'alleen Lina vulde dit in',
    'alleen Noor vulde dit in',
  ])
  expect(lines.map((line) => lineWords(line, { names, language: 'en', short: true }))[0]).toBe(
    'Lina 2.5 lower',
  )
})

describe('the picture in a sentence, and a question to open the talk', () => {
  test('tells at which questions, never a total', () => {
    expect(pictureSentence(lines, { labels, language: 'nl' })).toBe(
      'Bij 1 vraag kijken jullie anders: ‘Doelen’.',
    )
    const alike = lines.map((line) => ({ ...line, marked: false }))
    expect(pictureSentence(alike, { labels, language: 'nl' })).toBe(
      'Jullie antwoorden liggen overal dicht bij elkaar.',
    )
  })

  test.each([
    ['u', 'Bij ‘Doelen’ koos u lager dan ik. Wat maakt dat?'],
    ['je', 'Bij ‘Doelen’ koos je lager dan ik. Wat maakt dat?'],
  ] as const)('asks with %s', (address, question) => {
    expect(pictureOpener(lines, { labels, listener: { language: 'nl', address }, to: 'client' })).toBe(
      question,
    )
  })

  test('every sentence to a client has at most fifteen words', () => {
    const said = (['u', 'je'] as const).flatMap((address) => [
      pictureOpener(lines, { labels, listener: { language: 'nl', address }, to: 'client' }),
      pictureOpener(lines, { labels, listener: { language: 'nl', address }, to: 'professional' }),
      pictureSentence(lines, { labels, language: 'nl' }),
      guessWords({ who: 'Noor', guess: 3, value: 8, fit: 'higher' }, 'nl'),
    ])
    for (const sentence of said.flatMap((text) => text.split(/(?<=[.?!]) /))) {
      expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(15)
    }
  })
})

test('a guess stands beside the answer and invites to talk', () => {
  expect(guessWords({ who: 'Noor', guess: 6, value: 5.4, fit: 'near' }, 'nl')).toBe(
    'Noor raadde 6,0. Dat ligt dicht bij 5,4.',
  )
  expect(guessWords({ who: 'Lina', guess: 3, value: 8, fit: 'higher' }, 'en')).toContain('Talk about it')
})
