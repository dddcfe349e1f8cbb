import { type Kysely, sql } from 'kysely'

/** A person may be asked in any language; which ones there are is said by content/languages, not by the database. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table participant drop constraint participant_language_check`.execute(db)
  await sql`alter table participant add constraint participant_language_check check (language ~ '^[a-z]{2,3}$')`.execute(
    db,
  )
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table participant drop constraint participant_language_check`.execute(db)
  await sql`alter table participant add constraint participant_language_check check (language in ('nl', 'en'))`.execute(
    db,
  )
}
