import type { Language } from './language.ts'
import { scrubMarks, scrubNames } from './name-scrub.ts'

/** Something in a text that may point at a person. */
export type Concern = { kind: 'name' | 'date' | 'age' | 'number' | 'capital'; word: string }

const months =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october'
const days =
  'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday'
const counts =
  'een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty'
const letter = '[\\p{L}\\p{N}]'

type Kind = Exclude<Concern['kind'], 'name' | 'capital'>

/** In this order: an age is a number too. "Mei" and "may" are words as well: they count as a month only beside a number. */
const patterns: readonly (readonly [Kind, RegExp])[] = [
  [
    'age',
    new RegExp(
      `(?<!${letter})(?:\\d{1,3}|${counts})(?:[- ]?jarige?n?|[ -]years?[ -]old|[ -](?:jaar|maanden|months)(?: oud| old)?)(?!${letter})`,
      'giu',
    ),
  ],
  [
    'date',
    new RegExp(
      `(?<!${letter})(?:\\d{1,2}(?:e|st|nd|rd|th)?[ -](?:${months})(?:[ ,-]+\\d{2,4})?|(?:${months})[ -]\\d{1,4}(?:, \\d{4})?|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}|\\d{1,2}[/-]\\d{1,2}|(?:19|20)\\d{2}|${days}|${months.replace('|mei|', '|').replace('|march|may|', '|')}|\\d{1,2}[:.]\\d{2}(?: uur)?|\\d{1,2} uur)(?!${letter})`,
      'giu',
    ),
  ],
  ['number', /(?<![\p{L}\p{N}])\d+(?:[.,]\d+)*\p{L}?(?![\p{L}\p{N}])|\d+/gu],
]

/** Short names of kinds of work that every workplace has. */
const common = new Set(['GGZ', 'MDO', 'WMO', 'I', 'U', 'Ik', 'OK'])

/** A capital inside a sentence: a place, a school, an organisation, a name that nobody told. */
const capital = /(?<=[\p{L}\p{N},;)\]’'] (?:["“‘'(])?)\p{Lu}[\p{L}\p{M}’'-]*(?: \p{Lu}[\p{L}\p{M}’'-]*)*/gu

const marks = {
  nl: { name: '[naam]', date: '[dag]', age: '[leeftijd]', number: '[getal]', capital: '[plek of naam]' },
  en: { name: '[name]', date: '[day]', age: '[age]', number: '[number]', capital: '[place or name]' },
} as const satisfies Record<Language, Record<Concern['kind'], string>>

const english: Readonly<Record<string, string>> = {
  [scrubMarks.name]: marks.en.name,
  [scrubMarks.phone]: '[phone]',
  [scrubMarks.number]: marks.en.number,
}

/**
 * Takes out what may point at somebody: known names and addresses (see `scrubNames`), ages, days and times, numbers, and
 * every word with a capital inside a sentence. Takes out too much rather than too little; a name that nobody told at the
 * beginning of a sentence stays, so that the author has to read it. Doing it again changes nothing.
 */
export function generalise(text: string, of: { names: readonly string[]; language: Language }): string {
  const mark = marks[of.language]
  const named = scrubNames(text, of.names)
  const plain = patterns.reduce((left, [kind, pattern]) => left.replace(pattern, mark[kind]), named)
  const placed = plain.replace(capital, (word) => (common.has(word) ? word : mark.capital))
  if (of.language === 'nl') return placed
  return Object.entries(english).reduce((left, [dutch, own]) => left.replaceAll(dutch, own), placed)
}

/** What is left in a text that may point at somebody, in the order of the kinds. */
export function concernsIn(text: string, names: readonly string[]): Concern[] {
  const known = (text.match(/[^\s.,;:!?()“”"]+/gu) ?? []).filter(
    (word) => scrubNames(word, names).includes(scrubMarks.name) && !word.includes(scrubMarks.name),
  )
  const found: Concern[] = known.map((word) => ({ kind: 'name', word }))
  for (const [kind, pattern] of patterns) {
    for (const [word] of text.matchAll(pattern)) {
      if (!found.some((one) => one.word.includes(word))) found.push({ kind, word })
    }
  }
  for (const [word] of text.matchAll(capital)) {
    if (!common.has(word) && !found.some((one) => one.word === word)) found.push({ kind: 'capital', word })
  }
  return found
}
