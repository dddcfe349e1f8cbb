import type { Language } from '../shared/language.ts'
import { plainWord } from '../shared/plain-word.ts'
import { type FoundPlace, piecesOf } from './found.ts'
import type { Item } from './item.schema.ts'
import { type ReadingLevel, readingLevels } from './item.ts'
import { plainWords } from './search-words.ts'

/** Rises when an item is taken apart in another way, so that what is kept for searching is made anew. */
export const indexVersion = 1

/** What is kept of an item beside its words, so that it can be found. */
export type ItemIndex = {
  readonly languages: readonly Language[]
  readonly levels: readonly ReadingLevel[]
  /** By which it stands in a list; lower case without accents. Of the other language where it has only one. */
  readonly order: Readonly<Record<Language, string>>
  /** Per language: what counts most (title), more (summary) and least (all else). */
  readonly texts: Readonly<Record<Language, readonly [title: string, summary: string, rest: string]>>
  /** Every word that stands in it, as it is compared, each once. */
  readonly words: readonly string[]
}

/** Takes an item apart for searching. */
export function indexOf(item: Item): ItemIndex {
  const languages = (['nl', 'en'] as const).filter((one) => item.title[one] !== undefined)
  const title = (one: Language) => item.title[one] ?? item.title.nl ?? item.title.en ?? ''
  const order = (one: Language) => title(one).split(/\s+/).map(plainWord).join(' ')
  const texts = (one: Language) => {
    const of = (isHere: (place: FoundPlace) => boolean) =>
      piecesOf(item, one)
        .flatMap(({ place, text }) => (isHere(place) && text !== '' ? [text] : []))
        .join('\n')
    return [
      of((place) => place === 'title'),
      of((place) => place === 'summary'),
      of((place) => place !== 'title' && place !== 'summary'),
    ] as const
  }
  return {
    languages,
    levels: readingLevels.filter((level) => item.levels[level] !== undefined),
    order: { nl: order('nl'), en: order('en') },
    texts: { nl: texts('nl'), en: texts('en') },
    words: [...new Set(piecesOf(item).flatMap(({ text }) => plainWords(text)))],
  }
}
