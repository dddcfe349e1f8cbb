import { type Kysely, sql } from 'kysely'

/**
 * The words of which row-level security policies are made. Each reads the context of the transaction, one JSON value in
 * `app.ctx` (see context.ts). Without a context every one of them is null, and a row is shown only where a condition is
 * true: a query without workspace and actor sees nothing.
 *
 * No subqueries and no functions of our own: Citus refuses the first in policies and would need the second on each node.
 */
// json, not jsonb: each row reads a value or two of it, which json finds without building the whole.
const ctx = "nullif(current_setting('app.ctx', true), '')::json"

export const condition = {
  workspace: `workspace_id = (${ctx}->>'workspace')::uuid and (${ctx}->>'actor') <> ''`,
  // A search in the text of the list, not `= any (….::uuid[])`: that parses every identifier again for each row
  // (measured: 2.3 ms a row for a list of 2,000). See ADR 0004.
  relation: (column = 'relation_id') => `strpos(${ctx}->>'relations', ${column}::text) > 0`,
  /** The members who take part stand in the relation's own row, so that a list needs no list of relations. */
  takesPart: `member_ids @> array[(${ctx}->>'member')::uuid]`,
  /** A respondent sees and writes only what is her own; members have no `participant` in their context. */
  ownIfRespondent: `((${ctx}->>'participant') is null or participant_id = (${ctx}->>'participant')::uuid)`,
  memberOnly: `(${ctx}->>'participant') is null`,
  actorIs: (column: string) => `${column}::text = (${ctx}->>'actor')`,
  token: `token_hash = (${ctx}->>'token')`,
  purpose: (purpose: 'audit') => `(${ctx}->>'purpose') = '${purpose}'`,
}

/** The conditions per operation; an operation that is absent is refused to the application. */
export type TableRules = Partial<Record<'select' | 'insert' | 'update' | 'delete', string>>

/** The login of the application belongs to this role; it owns nothing and bypasses nothing. */
export const appRole = 'weerklank_app'

/**
 * Puts a tenant table behind row-level security: one permissive policy per operation with all conditions joined by AND
 * (restrictive ones are lost on Citus shards), forced for the owner too, and grants exactly the operations named.
 * The owner reaches rows only after saying `app.maintenance`, which backup and restore do.
 */
export async function protect(db: Kysely<never>, table: string, rules: TableRules): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`alter table ${table} enable row level security`)
  await run(`alter table ${table} force row level security`)
  for (const [operation, rule] of Object.entries(rules)) {
    const all = `${condition.workspace} and ${rule}`
    const using = operation === 'insert' ? '' : `using (${all})`
    const check = operation === 'insert' || operation === 'update' ? `with check (${all})` : ''
    await run(
      `create policy ${table}_${operation} on ${table} for ${operation} to ${appRole} ${using} ${check}`,
    )
    await run(`grant ${operation} on ${table} to ${appRole}`)
  }
  const maintenance = "current_setting('app.maintenance', true) = 'on'"
  await run(
    `create policy ${table}_maintenance on ${table} to current_user using (${maintenance}) with check (${maintenance})`,
  )
}
