import { type Kysely, sql } from 'kysely'

/** On which device a form is being filled in: whoever else holds the link does not read what is half filled in (ADR 0020). */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table form_draft add column device_hash text`.execute(db)
}
