import { type Kysely, sql } from 'kysely'

/**
 * What a file told of a whole trajectory and of nobody in it: how many people did what, and by which signs the file is known
 * again. Null for one that was composed here.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table trajectory add column imported jsonb`.execute(db)
}
