import { meantBy, type SearchTerm, searchWords, wrongLettersIn } from '@weerklank/core/library/search-words'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { sql } from 'kysely'
import type { Trx } from '../schema.ts'

/** What was typed as terms: a word that stands nowhere, not even as a beginning, is taken for the known words that it is near to. */
export async function termsOf(trx: Trx, workspace: WorkspaceId, typed: string): Promise<SearchTerm[]> {
  const words = searchWords(typed)
  if (words.length === 0) return []
  const known = await trx
    .selectFrom('library_shipped_word')
    .select(['letters', lineOf.as('line')])
    .unionAll(
      trx
        .selectFrom('library_word')
        .select(['letters', lineOf.as('line')])
        .where('workspace_id', '=', workspace),
    )
    .execute()
  const isKnown = (word: string) => known.some(({ line }) => line.includes(` ${word}`))
  /** Only words of about as many letters can be near. */
  const nearIn = (word: string) => {
    const most = wrongLettersIn(word)
    return apart(known.filter(({ letters }) => most > 0 && Math.abs(letters - word.length) <= most))
  }
  return words.map((word) => ({ typed: word, meant: isKnown(word) ? [] : meantBy(word, nearIn(word)) }))
}

/** Every word of what the organisation wrote, each once. */
export async function ownWords(trx: Trx, workspace: WorkspaceId): Promise<string[]> {
  const rows = await trx
    .selectFrom('library_word')
    .select(lineOf.as('line'))
    .where('workspace_id', '=', workspace)
    .execute()
  return apart(rows)
}

/** The words of one row, a space before each: a text is read faster than a list of thousands. */
const lineOf = sql<string>`' ' || array_to_string(words, ' ')`

const apart = (rows: readonly { line: string }[]) => [
  ...new Set(rows.flatMap(({ line }) => line.split(' ').filter((word) => word !== ''))),
]
