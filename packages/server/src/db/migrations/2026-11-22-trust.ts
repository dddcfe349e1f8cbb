import { type Kysely, sql } from 'kysely'
import { backfill } from './2026-11-22-trust.backfill.ts'
import { protectAll } from './2026-11-22-trust.policies.ts'
import { consent, people, record, research } from './2026-11-22-trust.tables.ts'

/** Persons, roles as a set, consent, the research material that hangs on it, and a record that cannot be changed unseen. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [...people, ...backfill, ...consent, ...research, ...record]) {
    await sql.raw(statement).execute(db)
  }
  await protectAll(db)
}
