import { type Kysely, sql } from 'kysely'

/**
 * A check knows of how many it is told that so many answered: who were asked and still were there when it opened, or had answered.
 * Null: not open, or opened by the version before this one; all who were asked count then.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql
    .raw('alter table circle_check add column opened_asked integer check (opened_asked >= 0)')
    .execute(db)
}
