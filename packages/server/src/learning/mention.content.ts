import { readFileSync } from 'node:fs'
import { type StartingCodebook, startingCodebook } from '@weerklank/core/analysis/starting-codebook'

const file = new URL('../../../../content/codebooks/barriers-resources.json', import.meta.url)

let book: StartingCodebook | undefined

/** What hinders and what helps, to pick from; read once, and a broken file stops the start. */
export function loadMentionBook(): StartingCodebook {
  book ??= startingCodebook.parse(JSON.parse(readFileSync(file, 'utf8')))
  return book
}

/** The keys that may be picked: not the headings. */
export function mentionCodes(book: StartingCodebook): ReadonlySet<string> {
  const headings = new Set(book.codes.flatMap(({ parent }) => parent ?? []))
  return new Set(book.codes.map(({ key }) => key).filter((key) => !headings.has(key)))
}
