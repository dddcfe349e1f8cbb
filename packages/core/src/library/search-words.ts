import { plainWord } from '../shared/plain-word.ts'

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

/** The word with two neighbouring letters changed places, for each pair: what fast fingers do, and trigrams do not see. */
export function swapped(word: string): string[] {
  const letters = [...word]
  return letters.flatMap((letter, at) => {
    const next = letters[at + 1]
    if (next === undefined || next === letter) return []
    return [[...letters.slice(0, at), next, letter, ...letters.slice(at + 2)].join('')]
  })
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

/** Those of the known words that may have been meant, the nearest first, three at most. */
export function meantBy(word: string, known: readonly string[]): string[] {
  const atMost = wrongLettersIn(word)
  return known
    .map((one) => ({ one, far: letterDistance(word, one) }))
    .filter(({ far }) => far <= atMost)
    .toSorted((x, y) => x.far - y.far || (x.one < y.one ? -1 : 1))
    .slice(0, 3)
    .map(({ one }) => one)
}

/** One typed word with what else it may mean. */
export type SearchTerm = { readonly typed: string; readonly meant: readonly string[] }

/**
 * The search as PostgreSQL reads it (`to_tsquery`): every term, by its beginning or by what was meant. Only letters and digits
 * come in, so that nothing in it is an operator. Empty without terms.
 */
export function tsQueryText(terms: readonly SearchTerm[]): string {
  return terms
    .map(({ typed, meant }) => `(${[`${typed}:*`, ...meant.filter((one) => one !== typed)].join(' | ')})`)
    .join(' & ')
}
