import { readdirSync, readFileSync } from 'node:fs'
import { type StartingCodebook, startingCodebook } from '@weerklank/core/analysis/starting-codebook'

export type Codebooks = ReadonlyMap<string, StartingCodebook>

const folder = new URL('../../../../content/codebooks/', import.meta.url)

/** The codebooks to begin with, out of content/codebooks; a file that breaks a rule stops the start. */
export function loadCodebooks(): Codebooks {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
  const books = files.map((name) => {
    const book = startingCodebook.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    if (`${book.key}.json` !== name) throw new Error(`${name} holds the codebook ${book.key}`)
    return book
  })
  return new Map(books.map((book) => [book.key, book]))
}
