import { type Kysely, sql } from 'kysely'

const statements = [
  // Answered on paper, and typed in afterwards by this colleague; null is answered by the person herself.
  'alter table response add column entered_by uuid',
  'alter table response add foreign key (workspace_id, entered_by) references member (workspace_id, id)',
]

/** An answer on paper that a colleague entered later. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
