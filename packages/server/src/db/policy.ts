import { type Kysely, sql } from 'kysely'

/**
 * The words of which row-level security policies are made. Each looks in the context of the transaction, lines of tagged
 * identifiers in `app.ctx` and `app.reach`, and the member in `app.member` (see context.ts). Without a context every one of
 * them is null, and a row is shown only where a condition is true: a query without workspace and actor sees nothing.
 *
 * No subqueries and no functions of our own: Citus refuses the first in policies and would need the second on each node.
 * Plain text and not JSON, which is parsed again for each row (measured with 50 relations: 20 µs a row, text 4; ADR 0010).
 */
const setting = (name: string) => `nullif(current_setting('app.${name}', true), '')`
const ctx = setting('ctx')
const nobody = '00000000-0000-0000-0000-000000000000'

// By itself: cut out of the line it would cost three times as much, for each row of a list (ADR 0025).
const member = `${setting('member')}::uuid`
const has = (tag: string) => `${ctx} like '% ${tag} %'`
// An identifier has no character that `like` reads as another; it is twice as fast as strpos().
const listed = (line: string, letter: string, column: string) =>
  `${line} like '% ${letter}:' || ${column}::text || ' %'`
const lists = (letter: string, column: string) => listed(ctx, letter, column)
const reaches = (letter: string, column: string) => listed(setting('reach'), letter, column)
// The line begins `w:<workspace> m:<member> c `, so what stands at a fixed place is cut out; the workspace drives an index.
const isColleague = `substr(${ctx}, 79, 1) = 'c'`

const isLine = `substr(${ctx}, 39, 3) = ' m:'`
const workspace = `substr(${ctx}, 3, 36)::uuid`

export const condition = {
  workspace: `workspace_id = (case when ${isLine} then ${workspace} end)`,
  /**
   * What holds for all rows of a workspace alike. A query that names the workspace itself has it weighed once, not again for
   * each row: PostgreSQL knows then that all three are the same (ADR 0034).
   */
  everyRow: (rule: string) => `workspace_id = (case when ${isLine} and (${rule}) then ${workspace} end)`,
  relation: (column = 'relation_id') => reaches('r', column),
  meeting: (column = 'meeting_id') => reaches('g', column),
  analysis: (column = 'analysis_id') => reaches('j', column),
  /** Of a trajectory: reads what is counted, leads it, or takes part in it. Each opens something else (ADR 0030). */
  monitors: (column = 'trajectory_id') => reaches('y', column),
  leads: (column = 'trajectory_id') => reaches('l', column),
  joins: (column = 'trajectory_id') => reaches('d', column),
  /** Shared with her for supervision: read as far as a policy says, never written. */
  supervised: (column = 'relation_id') => reaches('v', column),
  /** Whose own data and choices are in reach: her own page, or a professional who opened her consent. */
  person: (column = 'person_id') => lists('s', column),
  /** Whose answer is being stored, at that moment only (see respond/store.ts). */
  storing: (column = 'person_id') => lists('a', column),
  /** While an answer is stored, whose it may be. */
  isStoring: `${ctx} like '% a:%'`,
  round: (column = 'round_id') => lists('q', column),
  /** The members who take part stand in the row itself (relation, meeting, analysis), so that a list needs no list of them. */
  takesPart: `${member} = any (member_ids)`,
  /** A colleague whom she lets read it: every one, unless she named some. The program itself is none of them. */
  readsIt: `(readers is null or ${member} = any (readers))`,
  /** By her own place in a collaboration, whoever she is. */
  participant: (column = 'participant_id') => lists('p', column),
  /** She, who acts as a participant, is one of those in the row. */
  participantAmong: (column: string) =>
    `substring(${ctx} from ' p:([0-9a-f-]{36}) ')::uuid = any (${column})`,
  /** A respondent, or a person on her own page, sees and writes only what is her own. */
  ownIfRespondent: `(${isColleague} or ${lists('p', 'participant_id')})`,
  /** A colleague, or the system: nobody who came by a link. */
  memberOnly: isColleague,
  /** A signed-in colleague or guest, whichever she is. */
  signedIn: `${member} <> '${nobody}'`,
  actorIs: (column: string) => `${column} = ${member}`,
  token: lists('t', 'token_hash'),
  /** The link by which she came is one of those in the row. */
  tokenAmong: (column: string) => `substring(${ctx} from ' t:([0-9a-f]{64}) ') = any (${column})`,
  role: (role: string) => has(`role:${role}`),
  purpose: (purpose: string) => has(`for:${purpose}`),
  /** Whose data are in reach at all: nobody's in a list, or by a link of which it is not yet known whose it is. */
  anyPerson: `${ctx} like '% s:%'`,
  /** Inside some collaboration: not in a list, and nowhere else. */
  anyRelation: `${setting('reach')} like '% r:%'`,
  /**
   * Who acts, in the words of the record (see actorText): nobody writes in the name of another. Only the program itself may
   * tell of others.
   */
  actorIsText: (column: string) =>
    `(case when ${isColleague} then (${member} <> '${nobody}' and ${column} = ${member}::text) or ${has('for:system')}
      else ${column} = 'link' and ${ctx} not like '% p:%' and ${ctx} not like '% s:%'
        or left(${column}, 12) = 'participant:' and strpos(${ctx}, ' p:' || substr(${column}, 13) || ' ') > 0
        or left(${column}, 7) = 'person:' and strpos(${ctx}, ' s:' || substr(${column}, 8) || ' ') > 0 end)`,
}

/** Whoever came in for an emergency reads; what she writes is the record of that, and the end of it. */
export const onlyLooks = has('for:emergency-look')
export const writtenWhileLooking: readonly string[] = [
  'audit_event',
  'audit_shown',
  'audit_head',
  'emergency_access',
]

/** The conditions per operation; an operation that is absent is refused to the application. */
export type TableRules = Partial<Record<'select' | 'insert' | 'update' | 'delete', string>>

/** The login of the application belongs to this role; it owns nothing and bypasses nothing. */
export const appRole = 'weerklank_app'

/**
 * Puts a tenant table behind row-level security: one permissive policy per operation with all conditions joined by AND
 * (restrictive policies are silently lost on shards), plus one for the owner's own work (migrations, backups). What was
 * there before is replaced. Writing is closed for an emergency by itself, without a word in the rules.
 */
export async function protect(db: Kysely<never>, table: string, rules: TableRules): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`alter table ${table} enable row level security`)
  await run(`alter table ${table} force row level security`)
  await run(`revoke all on ${table} from ${appRole}`)
  for (const operation of ['select', 'insert', 'update', 'delete', 'maintenance']) {
    await run(`drop policy if exists ${table}_${operation} on ${table}`)
  }
  for (const [operation, rule] of Object.entries(rules)) {
    const isClosed = operation !== 'select' && !writtenWhileLooking.includes(table)
    const all = `${condition.workspace} and (${rule})${isClosed ? ` and not (${onlyLooks})` : ''}`
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
