import { type Kysely, sql } from 'kysely'

/** Each trace is written twice, when it is found and when it is told: with room beside it, the second leaves all indexes as they are. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table works_trace set (fillfactor = 50)`.execute(db)
}
