import type { Language } from '../shared/language.ts'
import { plainWord } from '../shared/plain-word.ts'
import type { Item } from './item.schema.ts'
import type { SearchTerm } from './search-words.ts'

/** Where in an item a word was found; the first of these that holds it is told. */
export const foundPlaces = ['title', 'summary', 'text', 'sentence', 'step', 'source'] as const
export type FoundPlace = (typeof foundPlaces)[number]

/** Why an item is in the list: the words that it was found by, as they stand in it, and where. */
export type WhyFound = {
  readonly place: FoundPlace
  readonly words: string[]
  readonly around: string
}

type Piece = { readonly place: FoundPlace; readonly text: string }

/** All that an item says, most telling first; in one language, or in both. */
export function piecesOf(item: Item, language?: Language): Piece[] {
  const both: readonly Language[] = language === undefined ? ['nl', 'en'] : [language]
  return foundPlaces.flatMap((place) =>
    both.flatMap((one) => wordsAt(item, place, one).map((text) => ({ place, text }))),
  )
}

function wordsAt(item: Item, place: FoundPlace, language: Language): string[] {
  const { title, summary, levels, sentences = [], steps = [], source } = item
  const said = (words: { nl?: string; en?: string } | undefined) => words?.[language] ?? ''
  switch (place) {
    case 'title':
      return [said(title)]
    case 'summary':
      return [said(summary)]
    case 'text':
      return [said(levels.professional), said(levels.parent), said(levels.child)]
    case 'sentence':
      return sentences.map((one) => (language === 'nl' ? (one.nl?.je ?? '') : (one.en ?? '')))
    case 'step':
      return steps.map(said)
    case 'source':
      return [source.text]
  }
}

/** So many words stand round the one that was found. */
const wordsAround = 7

/**
 * Why an item was found: where the terms stand in it, each place once, in the order of `foundPlaces`. The stems of PostgreSQL
 * are not ours, so a word counts when it shares its beginning with the term; where none does the list is empty.
 */
export function whyFound(item: Item, terms: readonly SearchTerm[]): WhyFound[] {
  const wanted = terms.flatMap(({ typed, meant }) => [typed, ...meant])
  const beginnings = new Set(wanted.map(beginningOf))
  const isWanted = (word: string) =>
    beginnings.has(beginningOf(word)) && wanted.some((one) => isOf(word, one))
  const seen = new Set<string>()
  const places = new Set<FoundPlace>()
  return piecesOf(item).flatMap(({ place, text }) => {
    const words = text.split(/\s+/)
    const compared = text.toLowerCase().split(/\s+/).map(plainWord)
    const fresh = compared.flatMap((word, index) => (isWanted(word) && !seen.has(word) ? [index] : []))
    const [first] = fresh
    if (first === undefined || places.has(place)) return []
    places.add(place)
    for (const index of fresh) seen.add(compared[index] ?? '')
    return [
      { place, words: unique(fresh.map((index) => bare(words[index] ?? ''))), around: around(words, first) },
    ]
  })
}

/** What a word and its term share at the least; words that do not are not compared further. */
const beginningOf = (word: string) => word.slice(0, 3)

/** Whether a word is of a term: begins like it, but for an ending of three letters at most. */
function isOf(word: string, term: string): boolean {
  let same = 0
  while (same < word.length && same < term.length && word[same] === term[same]) same += 1
  return same >= 3 && same >= term.length - 3 && (same === term.length || same >= word.length - 3)
}

const bare = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
const unique = (words: readonly string[]) => [...new Set(words)].slice(0, 4)

function around(words: readonly string[], at: number): string {
  const from = Math.max(0, at - wordsAround)
  const to = Math.min(words.length, at + wordsAround + 1)
  return `${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`
}
