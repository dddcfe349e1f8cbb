import { type Kysely, sql } from 'kysely'
import { condition, protect } from '../policy.ts'

const { workspace, relation, signedIn, actorIs, role, purpose } = condition
const auditor = `${purpose('audit')} and ${role('privacy-officer')}`

/** Only who may read: what may be written stays as it was. */
const readers: Readonly<Record<string, string>> = {
  // Whoever looks after privacy reads why there was an emergency.
  emergency_access: `${relation()} or (${signedIn} and ${actorIs('member_id')}) or (${auditor})`,
  // A page of one's own says by name who looked.
  member: `(${signedIn} and not ${role('guest')}) or ${actorIs('id')} or ${purpose('system')} or ${purpose('access')}`,
}

/**
 * Where the chains of the record begin once old lines were removed after their term: the number and hash of the last link
 * that went. Written by the owner only, like the removal.
 */
export async function up(db: Kysely<never>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`create table audit_anchor (
    workspace_id uuid not null references workspace,
    lane smallint not null,
    seq bigint not null,
    hash bytea not null,
    primary key (workspace_id, lane)
  )`)
  await protect(db, 'audit_anchor', { select: auditor })
  // What is asked of a large record most often: when it was last verified, and every access in an emergency.
  await run(`create index audit_event_check on audit_event (workspace_id, at)
    where action in ('audit.verified', 'audit.found-broken')`)
  await run(`create index audit_event_emergency on audit_event (workspace_id, at) where basis = 'emergency'`)
  for (const [table, rule] of Object.entries(readers)) {
    await run(`alter policy ${table}_select on ${table} using (${workspace} and (${rule}))`)
  }
}
