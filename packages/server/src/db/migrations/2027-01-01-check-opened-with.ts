import { type Kysely, sql } from 'kysely'

const statements = [
  // How many answers there were when it opened: of fewer, counts that were seen would tell who went.
  'alter table circle_check add column opened_with integer check (opened_with >= 0)',
  "set local app.maintenance = 'on'",
  `update circle_check c set opened_with = (select count(*) from circle_answer a
     where a.workspace_id = c.workspace_id and a.check_id = c.id) where opened_at is not null`,
  "set local app.maintenance = ''",
]

/** A check knows with how many answers it opened. Null: not open, or opened by the version before this one. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
