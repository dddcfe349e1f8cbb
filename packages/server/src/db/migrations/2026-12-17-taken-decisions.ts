import { type Kysely, sql } from 'kysely'

/**
 * How each coded at the moment at which a round was opened, without a word of the texts: what is decided is taken over into the
 * codings, and how far coders agreed stays what it was. Empty for rounds that were opened before.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw('alter table analysis_round add column coded jsonb').execute(db)
}
