import { type Kysely, sql } from 'kysely'

/**
 * In which wording of its language an answer was asked, as content/languages counts them; null where the words never change
 * (Dutch and English), and for what was answered while there was only the first.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table response add column wording integer check (wording between 1 and 10000)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table response drop column wording`.execute(db)
}
