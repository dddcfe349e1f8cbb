import { type Kysely, sql } from 'kysely'

const kinds = [
  'working-notes',
  'meeting-notes',
  'recordings',
  'care-data',
  'research',
  'audit-log',
  'personal-links',
  'sent-mail',
  'round-tickets',
  'rounds',
  'takeaway-files',
]
const check = `check (kind in (${kinds.map((name) => `'${name}'`).join(', ')}))`

/** Rounds that were closed long ago go by themselves, like everything else. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const table of ['retention_rule', 'retention_run']) {
    const name = `${table}_kind_check`
    const change = `alter table ${table} drop constraint ${name}, add constraint ${name} ${check}`
    await sql.raw(change).execute(db)
  }
}
