import { type Language, languages } from '../shared/language.ts'
import { plainWord } from '../shared/plain-word.ts'
import { meantBy, type SearchTerm, searchWords } from './search-words.ts'
import type { Also, Synonyms } from './synonyms.ts'

/** What stands in a library, asked word by word: thousands of words are read as a text, not as a list. */
export type KnownWords = {
  /** Whether a word begins so. */
  readonly begins: (start: string) => boolean
  /** Whether it stands there, but for an ending of two letters. */
  readonly stands: (word: string) => boolean
  /** Those of a language with about as many letters; one may come twice. */
  readonly like: (word: string, language: Language) => readonly string[]
}

/** More words for the same make a search no better, and slower. */
const alsoAtMost = 6

/**
 * What was typed as terms. A word is looked for with the words for the same that stand in the library. One that stands nowhere
 * and means nothing else is taken for the known words that it is near to: those of the searcher's language, of the other one
 * only where there are none.
 */
export function searchTerms(
  typed: string,
  of: { language: Language; known: KnownWords; synonyms: Synonyms },
): SearchTerm[] {
  const { language, known, synonyms } = of
  const order = languages.toSorted((a, b) => Number(b === language) - Number(a === language))
  const near = (word: string) => {
    for (const one of order) {
      const found = meantBy(word, [...known.like(word, one), ...synonyms.typed[one]])
      if (found.length > 0) return found
    }
    return []
  }
  const isKnown = (word: string) => known.begins(word) || synonyms.of(word, language) !== null
  return searchWords(typed).map((word) => {
    const meant = isKnown(word) ? [] : near(word)
    const said = meant.length === 0 ? [word] : meant
    return { typed: word, meant, also: alsoOf(said, of) }
  })
}

function alsoOf(
  said: readonly string[],
  { language, known, synonyms }: { language: Language; known: KnownWords; synonyms: Synonyms },
): Also | null {
  const [first] = said.flatMap((word) => synonyms.of(word, language) ?? [])
  if (first === undefined) return null
  const words = first.words.filter((word) => {
    const plain = plainWord(word)
    return !said.includes(plain) && known.stands(plain)
  })
  return words.length === 0 ? null : { language: first.language, words: words.slice(0, alsoAtMost) }
}
