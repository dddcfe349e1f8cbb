import { type Kysely, sql } from 'kysely'

/**
 * The words of English texts stand apart, so that a Dutch word with a wrong letter is not taken for an English one. `words` keeps
 * what it had: a version that serves meanwhile reads and writes it as before, and the words are written anew afterwards.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const table of ['library_shipped_word', 'library_word']) {
    await sql.raw(`alter table ${table} add column english text[] not null default '{}'`).execute(db)
  }
}
