import type { Bilingual, Language } from '../shared/language.ts'
import { plainWord } from '../shared/plain-word.ts'
import type { Item } from './item.schema.ts'
import { plainWords, type SearchTerm } from './search-words.ts'

/** Where in an item a word was found; the first of these that holds it is told. `tag`: in what it is or fits, not in its text. */
export const foundPlaces = ['title', 'summary', 'text', 'sentence', 'step', 'source', 'tag'] as const
export type FoundPlace = (typeof foundPlaces)[number]

/** Why an item is in the list: the words that it was found by, as they stand in it, and where; of a tag, all of its words. */
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
    case 'tag':
      return []
  }
}

/** So many words stand round the one that was found. */
const wordsAround = 7

/** How the item is tagged, and in which language that is told. */
type Told = { readonly tags: readonly Bilingual[]; readonly language: Language }

/**
 * Why an item was found: where the terms stand in it, each place once, in the order of `foundPlaces`. The stems of PostgreSQL
 * are not ours, so a word counts when it shares its beginning with the term; where none does the list is empty. Tags are told
 * of words that stand in no text of it.
 */
export function whyFound(
  item: Item,
  terms: readonly SearchTerm[],
  { tags, language }: Told = { tags: [], language: 'nl' },
): WhyFound[] {
  const isWanted = wantedBy(terms)
  const seen = new Set<string>()
  const places = new Set<FoundPlace>()
  const inTexts = piecesOf(item).flatMap(({ place, text }) => {
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
  const isFresh = (word: string) => isWanted(word) && !seen.has(word)
  const named = tags.filter(({ nl, en }) => plainWords(`${nl} ${en}`).some(isFresh))
  if (named.length === 0) return inTexts
  return [...inTexts, { place: 'tag', words: unique(named.map((one) => one[language])), around: '' }]
}

/** Whether a word, as it is compared, is one that was looked for: what was typed is looked for by its beginning. */
function wantedBy(terms: readonly SearchTerm[]): (word: string) => boolean {
  const typed = terms.flatMap((one) => (one.meant.length === 0 ? [one.typed] : []))
  const wanted = terms.flatMap(({ meant, also }) => [...meant, ...(also?.words.map(plainWord) ?? [])])
  const stems = [...typed, ...wanted].map(soundOf)
  const beginnings = new Set([...typed, ...wanted].flatMap(beginningsOf))
  return (word) => {
    if (!beginnings.has(word.slice(0, 2))) return false
    if (typed.some((one) => word.startsWith(one))) return true
    const sound = soundOf(word)
    return stems.some((one) => isOf(sound, one))
  }
}

/** How a word that is of this one begins, at the least; thousands that do not are not compared further. */
function beginningsOf(word: string): string[] {
  const start = word.slice(0, 2)
  return [start, start.replaceAll('s', 'z'), start.replaceAll('z', 's')]
}

/** A word without what changes with its ending: `praten` and `praat`, `zeggen` and `zeg`, `kiezen` and `kies`. */
const soundOf = (word: string) =>
  word
    .replace(/([aeou])\1(?=[^aeiou]t?$)/, '$1')
    .replace(/([^aeiou])\1/g, '$1')
    .replaceAll('z', 's')
    .replaceAll('v', 'f')

/** What a word of either language may end on, beside its stem. */
const endings = new Set(' e n s t d en es er ed de te je st ly ing ion end'.split(' '))

/** Whether a word is of a term: they begin alike, and what is left of either is an ending. */
function isOf(word: string, term: string): boolean {
  let same = 0
  while (same < word.length && same < term.length && word[same] === term[same]) same += 1
  const isWhole = same === word.length || same === term.length
  return (
    (same > 3 || (same === 3 && isWhole)) && endings.has(word.slice(same)) && endings.has(term.slice(same))
  )
}

const bare = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
const unique = (words: readonly string[]) => [...new Set(words)].slice(0, 4)

function around(words: readonly string[], at: number): string {
  const from = Math.max(0, at - wordsAround)
  const to = Math.min(words.length, at + wordsAround + 1)
  return `${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`
}
