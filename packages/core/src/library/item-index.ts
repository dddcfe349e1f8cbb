import type { Language } from '../shared/language.ts'
import { plainWord } from '../shared/plain-word.ts'
import { type FoundPlace, piecesOf } from './found.ts'
import type { Item } from './item.schema.ts'
import { type ReadingLevel, readingLevels } from './item.ts'
import { type TagNames, tagsOf } from './item-tags.ts'
import { plainWords } from './search-words.ts'

/** Rises when an item is taken apart in another way, so that what is kept for searching is made anew. */
export const indexVersion = 2

/** What is kept of an item beside its words, so that it can be found. */
export type ItemIndex = {
  readonly languages: readonly Language[]
  readonly levels: readonly ReadingLevel[]
  /** By which it stands in a list; lower case without accents. Of the other language where it has only one. */
  readonly order: Readonly<Record<Language, string>>
  /** Per language: what counts most (title), more (summary), less (all else) and least (its tags). */
  readonly texts: Readonly<
    Record<Language, readonly [title: string, summary: string, rest: string, tags: string]>
  >
  /** Per language every word that it can be found by, as it is compared, each once. */
  readonly words: Readonly<Record<Language, readonly string[]>>
}

/** Takes an item apart for searching. */
export function indexOf(item: Item, names: TagNames): ItemIndex {
  const tags = tagsOf(item, names)
  const languages = (['nl', 'en'] as const).filter((one) => item.title[one] !== undefined)
  const title = (one: Language) => item.title[one] ?? item.title.nl ?? item.title.en ?? ''
  const order = (one: Language) => title(one).split(/\s+/).map(plainWord).join(' ')
  const texts = (one: Language) => {
    const said = (isHere: (place: FoundPlace) => boolean) =>
      piecesOf(item, one)
        .flatMap(({ place, text }) => (isHere(place) && text !== '' ? [text] : []))
        .join('\n')
    return [
      said((place) => place === 'title'),
      said((place) => place === 'summary'),
      said((place) => place !== 'title' && place !== 'summary'),
      tags.map((tag) => tag[one]).join('\n'),
    ] as const
  }
  // Most sources are called in English; where nothing else is English this one is not either.
  const sourceIn = item.title.en === undefined ? 'nl' : 'en'
  const wordsOf = (one: Language) => {
    const said = piecesOf(item, one).filter(({ place }) => place !== 'source' || one === sourceIn)
    return [...new Set([...said.map(({ text }) => text), ...tags.map((tag) => tag[one])].flatMap(plainWords))]
  }
  return {
    languages,
    levels: readingLevels.filter((level) => item.levels[level] !== undefined),
    order: { nl: order('nl'), en: order('en') },
    texts: { nl: texts('nl'), en: texts('en') },
    words: { nl: wordsOf('nl'), en: wordsOf('en') },
  }
}
