import { type Kysely, sql } from 'kysely'

/**
 * What a young child drew: the text of a path, as core's drawing.ts takes it. It stands in the answer, so that it goes where
 * the answer goes and is deleted with it; nothing is ever counted with it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table response add column drawing text
    check (char_length(drawing) between 1 and 16000 and drawing ~ '^[ML0-9 ]+$')`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table response drop column drawing`.execute(db)
}
