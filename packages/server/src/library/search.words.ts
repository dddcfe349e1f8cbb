import { type KnownWords, searchTerms } from '@weerklank/core/library/search-terms'
import { type SearchTerm, searchWords, wrongLettersIn } from '@weerklank/core/library/search-words'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import type { Language } from '@weerklank/core/shared/language'
import { sql } from 'kysely'
import type { Trx } from '../schema.ts'
import { loadSynonyms } from './library.synonyms.ts'

const synonyms = loadSynonyms()

type Row = { letters: number; nl: string; en: string }

/** What was typed as terms, by the words of what ships and of what the organisation wrote. */
export async function termsOf(
  trx: Trx,
  of: { workspace: WorkspaceId; typed: string; language: Language },
): Promise<SearchTerm[]> {
  if (searchWords(of.typed).length === 0) return []
  const rows = await trx
    .selectFrom('library_shipped_word')
    .select(['letters', lineOf('words').as('nl'), lineOf('english').as('en')])
    .unionAll(
      trx
        .selectFrom('library_word')
        .select(['letters', lineOf('words').as('nl'), lineOf('english').as('en')])
        .where('workspace_id', '=', of.workspace),
    )
    .execute()
  return searchTerms(of.typed, { language: of.language, known: knownIn(rows), synonyms })
}

/** Every word of what the organisation wrote, per language. */
export async function ownWords(trx: Trx, workspace: WorkspaceId): Promise<Record<Language, Set<string>>> {
  const rows = await trx
    .selectFrom('library_word')
    .select([lineOf('words').as('nl'), lineOf('english').as('en')])
    .where('workspace_id', '=', workspace)
    .execute()
  const all = (one: Language) => new Set(apart(rows.map((row) => row[one])))
  return { nl: all('nl'), en: all('en') }
}

/** The words of one row, a space before and after each: a text is read faster than a list of thousands. */
const lineOf = (column: 'words' | 'english') =>
  sql<string>`' ' || array_to_string(${sql.ref(column)}, ' ') || ' '`

const apart = (lines: readonly string[]) =>
  lines.flatMap((line) => line.split(' ').filter((word) => word !== ''))

/** An ending that a stem may have. */
const endingAtMost = 2

function knownIn(rows: readonly Row[]): KnownWords {
  const isIn = (part: string, from: readonly Row[] = rows) =>
    from.some(({ nl, en }) => nl.includes(part) || en.includes(part))
  return {
    begins: (start) => isIn(` ${start}`),
    stands: (word) => {
      const near = rows.filter(
        ({ letters }) => letters >= word.length && letters <= word.length + endingAtMost,
      )
      return isIn(` ${word}`, near)
    },
    like: (word, language) => {
      const most = wrongLettersIn(word)
      const near = rows.filter(({ letters }) => most > 0 && Math.abs(letters - word.length) <= most)
      return apart(near.map((row) => row[language]))
    },
  }
}
