import { type Kysely, sql } from 'kysely'

/** When a learner was last reminded: she gets one letter a week at most. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw('alter table learner add column reminded_at timestamptz').execute(db)
}
