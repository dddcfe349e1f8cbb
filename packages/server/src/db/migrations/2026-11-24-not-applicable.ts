import { type Kysely, sql } from 'kysely'

const statements = [
  "set local app.maintenance = 'on'",
  "update signal set outcome = 'not-applicable' where outcome = 'not-now'",
  'alter table signal drop constraint signal_outcome_check',
  `alter table signal add constraint signal_outcome_check
     check (outcome in ('discussed', 'agreed', 'not-applicable'))`,
  "set local app.maintenance = ''",
]

/** One word for the third way to close a signal: what was closed as *not now* is not applicable. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
