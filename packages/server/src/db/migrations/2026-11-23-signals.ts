import { type Kysely, sql } from 'kysely'

/** A signal can be closed as not applicable. What was closed as *not now* before stays as it was. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table signal
      drop constraint signal_outcome_check,
      add constraint signal_outcome_check
        check (outcome in ('discussed', 'agreed', 'not-applicable', 'not-now'))`.execute(db)
}
