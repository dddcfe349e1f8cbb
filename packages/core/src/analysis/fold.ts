import { readable } from '../shared/text-input.ts'
import type { Span } from './code-points.ts'

/**
 * A text without capitals and accents, to search in: `Één café` and `een cafe` are the same. Letter by letter, so that a place in
 * the folded text leads back to one in the text itself (`findFolded`).
 */
export function fold(text: string): string {
  let folded = ''
  for (const character of text) folded += foldOne(character)
  return folded
}

const marks = /\p{M}+/gu

function foldOne(character: string): string {
  return character.normalize('NFKD').replace(marks, '').toLowerCase()
}

/** Where words stand in a text, without regard to capitals and accents; none overlap. Empty for words that fold to nothing. */
export function findFolded(text: string, words: string): Span[] {
  const wanted = fold(words.trim())
  if (wanted === '' || !readable(wanted)) return []
  // For each unit of the folded text: the code point it came from.
  const from: number[] = []
  let folded = ''
  let at = 0
  for (const character of text) {
    const one = foldOne(character)
    for (let unit = 0; unit < one.length; unit++) from.push(at)
    folded += one
    at++
  }
  const found: Span[] = []
  for (let next = folded.indexOf(wanted); next !== -1; next = folded.indexOf(wanted, next + wanted.length)) {
    const start = from[next] ?? 0
    const last = next + wanted.length
    // Accents that stand behind the last letter as signs of their own belong to it.
    found.push({ start, end: Math.max(from[last] ?? at, (from[last - 1] ?? start) + 1) })
  }
  return found
}
