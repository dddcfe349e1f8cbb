import { scrubMarks, scrubNames } from '../shared/name-scrub.ts'

/** Somebody at a table: as she is called there, and as whom she speaks in an analysis; empty where she has no words in it. */
export type Called = { readonly name: string; readonly speaker: string }

// Of the private use area: no text that people write has it, and it is no letter to the search for names.
const held = '\uE000'

/**
 * A text as it enters an analysis: who was at that table is called by her pseudonym (`S3`), or is a name that was taken out
 * where she has none. What else says who it is about goes as in `scrubNames`, with what is promised there.
 */
export function underPseudonyms(text: string, people: readonly Called[]): string {
  // What follows a title and the like first: it is nobody's pseudonym.
  const plain = scrubNames(text, []).replaceAll(scrubMarks.name, held)
  const called = people.reduce((left, { name, speaker }) => {
    const taken = scrubNames(left, [name])
    return taken.replaceAll(scrubMarks.name, speaker === '' ? held : speaker)
  }, plain)
  return called.replaceAll(held, scrubMarks.name)
}

const anyone = /\[naam\]|(?<![\p{L}\p{N}])S\p{N}+(?![\p{L}\p{N}])/gu

/** Whether two texts are the same but for who is called how: a pseudonym that somebody got later changes no words. */
export function areSameWords(one: string, other: string): boolean {
  return withoutPseudonyms(one) === withoutPseudonyms(other)
}

/** A text with one sign for everybody in it. */
export function withoutPseudonyms(text: string): string {
  return text.replace(anyone, scrubMarks.name)
}
