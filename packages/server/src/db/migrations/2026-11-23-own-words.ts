import { type Kysely, sql } from 'kysely'

/**
 * Someone's own question and goal, kept with her; each invitation keeps the words with which it asked, so that an old answer
 * keeps its question. A collaboration of one contact never waits for a next check.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of changes) await sql.raw(statement).execute(db)
}

const changes = [
  `alter table participant
    add column own_question text check (length(own_question) between 1 and 200),
    add column own_goal text check (length(own_goal) between 1 and 200)`,
  'alter table invitation add column own_words text check (length(own_words) between 1 and 200)',
  'alter table relation add column single_contact boolean not null default false',
]
