import { readFileSync } from 'node:fs'
import { addressForms, respondLanguages } from '@weerklank/core/shared/language'
import { expect, test } from 'vitest'
import { wordsForScript } from './respond.page.ts'
import { placeOf } from './respond.place.ts'
import { respondText, type Words, wordsFor } from './respond.text.ts'

test('the script takes its sentences apart in the order in which the page sends them', () => {
  const source = readFileSync(new URL('./browser/screen.js', import.meta.url), 'utf8')
  const names = /export const \[([^\]]*)\]/.exec(source)?.[1]?.match(/\w+/g) ?? []
  const keys = Object.keys(respondText.nl).map((key) => [key, key])
  const sent = wordsForScript(Object.fromEntries(keys) as Words, 'line')
  expect(names.map((name, i) => `${name} = ${sent[i]}`)).toMatchInlineSnapshot(`
    [
      "unanswered = unanswered",
      "current = current",
      "answered = answered",
      "sending = sending",
      "waitingSafely = waiting",
      "waitingHere = waitingHere",
      "retry = retry",
      "notSent = notSent",
      "stopReading = stopReading",
      "inMiddle = middle",
      "towardsPole = towards",
      "nearPole = near",
      "atPole = at",
    ]
  `)
  expect(names).toHaveLength(sent.length)
  // Beside faces nobody speaks of a place on a line.
  expect(wordsForScript(Object.fromEntries(keys) as Words, 'faces')).toEqual(sent.slice(0, -4))
})

test('no sentence holds the sign that the script takes them apart by', () => {
  for (const language of respondLanguages) {
    for (const address of addressForms)
      expect(wordsForScript(wordsFor({ language, address }), 'line').join('')).not.toContain('|')
  }
})

test('both languages have the same places to fill', () => {
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
  const dutch = wordsFor({ language: 'nl', address: 'u' })
  const young = wordsFor({ language: 'nl', address: 'je' })
  for (const [key, text] of Object.entries(respondText.en)) {
    expect(places(dutch[key as keyof Words]), key).toEqual(places(text))
    expect(places(young[key as keyof Words]), key).toEqual(places(text))
  }
})

test.each([
  [0, 'helemaal bij: nee'],
  [0.04, 'helemaal bij: nee'],
  [0.05, 'dicht bij: nee'],
  [0.29, 'dicht bij: nee'],
  [0.3, 'iets meer naar: nee'],
  [0.44, 'iets meer naar: nee'],
  [0.45, 'in het midden'],
  [0.5, 'in het midden'],
  [0.55, 'in het midden'],
  [0.56, 'iets meer naar: ja'],
  [0.7, 'iets meer naar: ja'],
  [0.71, 'dicht bij: ja'],
  [0.95, 'dicht bij: ja'],
  [0.96, 'helemaal bij: ja'],
  [1, 'helemaal bij: ja'],
])('a mark at %d of the line is said as "%s"', (fraction, words) => {
  expect(placeOf(fraction, { low: 'nee', high: 'ja' }, wordsFor({ language: 'nl', address: 'je' }))).toBe(
    words,
  )
})
