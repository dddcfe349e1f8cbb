import fc from 'fast-check'
import { expect, test } from 'vitest'
import { transcriptLimits } from './transcript.shape.ts'
import { readTranscript } from './transcript.ts'
import { keptTurns, speakersIn, turnsOf } from './transcript.turns.ts'

const mother = { id: 'p1', name: 'Anna de Boer', mayAnalyse: true }
const youth = { id: 'p2', name: 'Sam', mayAnalyse: false }
const read = (text: string) => readTranscript(text).lines

test('names are told, whoever speaks most first, whatever their capitals and accents', () => {
  const lines = read('Zoë: een twee drie\nzoe: vier\nSam: ja')
  expect(speakersIn(lines)).toEqual([
    { label: 'Zoë', lines: 2, signs: 17, example: 'een twee drie' },
    { label: 'Sam', lines: 1, signs: 2, example: 'ja' },
  ])
})

test('what one place says on end is one turn; a sentence with a colon goes back to whoever spoke', () => {
  const lines = read('Anna: Wij waren\nanna: met velen.\nToen zei ze: kom maar\nSam: Goed')
  const speakers = [
    { label: 'Anna', place: 'p1' },
    { label: 'Toen zei ze', place: null },
    { label: 'Sam', place: 'p2' },
  ]
  expect(turnsOf(lines, speakers).map(({ who, words }) => [who, words])).toEqual([
    ['p1', 'Wij waren met velen. Toen zei ze: kom maar'],
    ['p2', 'Goed'],
  ])
})

test('words without consent and words of nobody known are not there: only the gap is', () => {
  const lines = read('Titel\nAnna: Ik zag Sam en Sams fiets.\nSam: GEHEIM\nVreemde: ONBEKEND\nAnna: Dag')
  const kept = keptTurns(
    lines,
    [
      { label: 'Anna', place: 'p1' },
      { label: 'Sam', place: 'p2' },
    ],
    [mother, youth],
  )
  expect(kept.turns.map(({ ordinal, place, words }) => [ordinal, place, words])).toEqual([
    [1, 'p1', 'Ik zag [naam] en [naam] fiets.'],
    [4, 'p1', 'Dag'],
  ])
  expect(kept.gaps).toEqual([
    { ordinal: 0, why: 'nobody-known' },
    { ordinal: 2, why: 'no-consent' },
    { ordinal: 3, why: 'nobody-known' },
  ])
  expect(JSON.stringify(kept)).not.toMatch(/GEHEIM|ONBEKEND|Sam/)
})

test('a very long turn is cut, and every sign of it stays', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.constantFrom('🔥', 'woord ', 'ab'), (times, piece) => {
      const words = piece
        .repeat(Math.ceil((times * transcriptLimits.lineSigns) / [...piece].length) - 1)
        .trim()
      const turns = turnsOf(
        [{ line: 1, label: 'Anna', words, from: null, until: null }],
        [{ label: 'Anna', place: 'p1' }],
      )
      expect(turns.map((turn) => turn.words).join('')).toBe(words)
      expect(turns.every((turn) => [...turn.words].length <= transcriptLimits.lineSigns)).toBe(true)
    }),
    { numRuns: 8 },
  )
})
