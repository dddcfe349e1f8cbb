import { type Kysely, sql } from 'kysely'

/**
 * The latest contact of a collaboration in its own row, so that a caseload of thousands is put in order without looking
 * into each (ADR 0004).
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  'alter table relation add column latest_contact_at timestamptz',
  "set local app.maintenance = 'on'",
  `update relation set latest_contact_at = latest.at
    from (select workspace_id, relation_id, max(at) as at from contact group by workspace_id, relation_id) latest
    where latest.workspace_id = relation.workspace_id and latest.relation_id = relation.id`,
  "set local app.maintenance = ''",
]
