import { plainWord } from '../shared/plain-word.ts'
import type { Also } from './synonyms.ts'

/** How what somebody types becomes words to look for, also where a letter is wrong. */

/** More words than this make a search no better. */
const wordsAtMost = 8
const signsAtMost = 40

/** The words of a text as they are compared, in their order; one letter alone is no word. */
export function plainWords(text: string): string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => plainWord(word).slice(0, signsAtMost))
    .filter((word) => word.length > 1)
}

/** What is looked for: each word once, eight at most. */
export function searchWords(typed: string): string[] {
  return [...new Set(plainWords(typed))].slice(0, wordsAtMost)
}

/**
 * How many letters must change, come in, go out or change places with a neighbour to make one word of the other: the optimal
 * string alignment distance. Symmetric; 0 for the same word only.
 */
export function letterDistance(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  let before: number[] = []
  let last = b.map((_, at) => at + 1)
  const start = (row: readonly number[], at: number, edge: number) => (at < 0 ? edge : (row[at] ?? edge))
  for (const [i, letter] of a.entries()) {
    const row: number[] = []
    for (const [j, against] of b.entries()) {
      const change = start(last, j - 1, i) + (letter === against ? 0 : 1)
      const out = start(last, j, i + 1) + 1
      const into = start(row, j - 1, i + 1) + 1
      const isSwap = i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === against
      row.push(Math.min(change, out, into, isSwap ? start(before, j - 2, i - 1) + 1 : Infinity))
    }
    before = last
    last = row
  }
  return last.at(-1) ?? a.length
}

/** As many letters may be wrong: none in a word of three letters, one up to six, two in longer words. */
export function wrongLettersIn(word: string): number {
  if (word.length <= 3) return 0
  return word.length <= 6 ? 1 : 2
}

/** A word of so few letters is near to many others: it must begin as they do, or with its first two changed about. */
const fewLetters = 5

/** Those of the known words that may have been meant: the nearest ones, three at most. */
export function meantBy(word: string, known: readonly string[]): string[] {
  const atMost = wrongLettersIn(word)
  if (atMost === 0) return []
  const letters = lettersOf(word)
  const candidates = known.filter(
    (one) =>
      Math.abs(one.length - word.length) <= atMost &&
      beginsAlike(word, one) &&
      mayBeNear(letters, lettersOf(one), atMost),
  )
  // Each word once here: of the thousands before it that would take longer than all the rest.
  const near = [...new Set(candidates)]
    .map((one) => ({ one, far: letterDistance(word, one) }))
    .filter(({ far }) => far <= atMost)
  const nearest = Math.min(...near.map(({ far }) => far))
  return near
    .filter(({ far }) => far === nearest)
    .toSorted((x, y) => (x.one < y.one ? -1 : 1))
    .slice(0, 3)
    .map(({ one }) => one)
}

/** Of a longer word any letter may be wrong, also the first. */
export function beginsAlike(word: string, known: string): boolean {
  if (word.length > fewLetters || word[0] === known[0]) return true
  return word[0] === known[1] && word[1] === known[0]
}

/** Which letters stand in a word, each as one bit; a letter may share its bit with another. */
function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits
}

/** One wrong letter takes at most one letter out of a word and brings one in: with more than that no weighing is needed. */
function mayBeNear(one: number, other: number, atMost: number): boolean {
  return bitsIn(one & ~other) <= atMost && bitsIn(other & ~one) <= atMost
}

function bitsIn(bits: number): number {
  let [left, count] = [bits, 0]
  while (left !== 0) {
    left &= left - 1
    count += 1
  }
  return count
}

/** One typed word with what else it may mean. */
export type SearchTerm = {
  readonly typed: string
  /** Near words, looked for in its place: it stands nowhere itself. */
  readonly meant: readonly string[]
  /** Words for the same, looked for beside it; null where there are none. */
  readonly also: Also | null
}

/** Of the other language, fewer letters are the beginning of too many words: `stil` is no `still`. */
const shortBeginning = 4

/**
 * A term as PostgreSQL reads it (`to_tsquery`): what was typed by its beginning, or what was meant. Only letters and digits come
 * in, so that nothing in it is an operator. `isOwn`: for the texts of the searcher's language.
 */
export function tsQueryText(
  { typed, meant }: Pick<SearchTerm, 'typed' | 'meant'>,
  { isOwn }: { isOwn: boolean },
): string {
  const start = isOwn || typed.length > shortBeginning ? `${typed}:*` : typed
  return [start, ...meant.filter((one) => one !== typed)].join(' | ')
}

/** The same of the words for the same thing; empty without them. */
export function alsoQueryText({ also }: Pick<SearchTerm, 'also'>): string {
  return (also?.words ?? []).map(plainWord).join(' | ')
}
