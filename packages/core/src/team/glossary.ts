import type { Bilingual } from '../shared/language.ts'

/**
 * The shared glossary of a circle, "the new language" (domain.md §1.3): a word, what each means by it, and what they agreed
 * that it means. Nobody has to be convinced: what somebody means stays hers, also beside an agreed meaning.
 */

/** Whether a word still has to be explained, people said that they mean something else by it, or a meaning was agreed. */
export const wordStates = ['to-explain', 'different', 'agreed'] as const
export type WordState = (typeof wordStates)[number]

export const wordStateWords: Readonly<Record<WordState, Bilingual>> = {
  'to-explain': { nl: 'nog uitleggen', en: 'still to explain' },
  different: { nl: 'we bedoelen iets anders', en: 'we mean different things' },
  agreed: { nl: 'afgesproken', en: 'agreed' },
}

/** Our own bounds, in Unicode code points; of words in one glossary. */
export const glossaryLimits = { word: 80, meaning: 1_000, words: 200 } as const

/** Derived: that people mean something else wins, also from a meaning that was agreed before. */
export function wordState(word: { differs: boolean; agreed: readonly unknown[] }): WordState {
  if (word.differs) return 'different'
  return word.agreed.length > 0 ? 'agreed' : 'to-explain'
}

/** Two words are one when this is the same: white space and capitals say nothing. */
export function wordKey(word: string): string {
  return tidyWord(word).toLowerCase()
}

/** A word as it is kept: on one line, single spaces, none round it. */
export function tidyWord(word: string): string {
  return word.replace(/\s+/gu, ' ').trim()
}

/** A card of a wall, by its own identifier. */
export type TableCard = { readonly id: string; readonly text: string }

/** A word that comes from cards of a table; `explained` is what was on a card that is too long for a word. */
export type CarriedWord = {
  readonly word: string
  readonly explained: string | null
  readonly cards: readonly string[]
}

/**
 * The words that cards of a table bring, each word once, in the order of the cards: those that say the same are one word of
 * several cards. A card that is too long for a word becomes the first words of it, with all of it as explanation. Cards of
 * `carried`, and empty ones, bring nothing.
 */
export function wordsFromCards(
  cards: readonly TableCard[],
  carried: ReadonlySet<string>,
): readonly CarriedWord[] {
  const found = new Map<string, CarriedWord>()
  for (const { id, text } of cards) {
    const whole = tidyWord(text)
    if (whole === '' || carried.has(id)) continue
    const word = shortWord(whole)
    const before = found.get(wordKey(word))
    found.set(wordKey(word), {
      word: before?.word ?? word,
      explained: before?.explained ?? (word === whole ? null : text.trim()),
      cards: [...(before?.cards ?? []), id],
    })
  }
  return [...found.values()]
}

function shortWord(whole: string): string {
  const signs = [...whole]
  if (signs.length <= glossaryLimits.word) return whole
  const start = signs.slice(0, glossaryLimits.word - 1).join('')
  const end = start.lastIndexOf(' ')
  return `${(end > 0 ? start.slice(0, end) : start).trimEnd()}…`
}

/** What is said of an agreed meaning: `written`, or that somebody else wrote one since, which is shown beside one's own. */
export type AgreeVerdict = { allowed: true } | { allowed: false; reason: 'written-since' }

/** Whether a meaning that was written beside the `base`-th agreed one (0: none yet) can be the next. */
export function mayAgreeOn(agreed: readonly unknown[], base: number): AgreeVerdict {
  return agreed.length === base ? { allowed: true } : { allowed: false, reason: 'written-since' }
}
