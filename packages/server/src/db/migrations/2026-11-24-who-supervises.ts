import { type Kysely, sql } from 'kysely'
import { appRole, condition, protect } from '../policy.ts'

const { relation, memberOnly, signedIn, actorIs, purpose, supervised, readsIt } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const statements = [
  `create table supervision_share (
    workspace_id uuid not null,
    id uuid not null,
    relation_id uuid not null,
    sharer_id uuid not null,
    supervisor_id uuid not null,
    question text not null check (char_length(question) <= 300),
    shared_at timestamptz not null,
    ends_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid,
    primary key (workspace_id, id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id),
    foreign key (workspace_id, sharer_id) references member (workspace_id, id),
    foreign key (workspace_id, supervisor_id) references member (workspace_id, id),
    foreign key (workspace_id, ended_by) references member (workspace_id, id),
    check (sharer_id <> supervisor_id),
    check (ends_at > shared_at),
    check ((ended_at is null) = (ended_by is null))
  )`,
  'create index supervision_share_relation on supervision_share (workspace_id, relation_id, shared_at)',
  'create index supervision_share_supervisor on supervision_share (workspace_id, supervisor_id, ends_at) where ended_at is null',
]

const team = both(relation(), memberOnly, signedIn)
/** Who takes part, the person on her own page, and whom it is shared with. */
const rules = {
  select: either(
    both(relation(), either(memberOnly, purpose('access'))),
    both(memberOnly, signedIn, actorIs('supervisor_id')),
  ),
  insert: both(team, actorIs('sharer_id')),
  update: either(team, both(memberOnly, signedIn, actorIs('supervisor_id'))),
}

/** What a supervisor reads of a collaboration that is shared with her; of every other table she reads nothing there. */
const seen: Readonly<Record<string, string>> = {
  relation: supervised('id'),
  participant: supervised(),
  response: both(supervised(), 'not sealed', readsIt),
  signal: both(supervised(), readsIt),
  agreement: supervised(),
  agreement_participant: supervised(),
  agreement_echo: both(supervised(), 'not sealed', readsIt),
  rupture: both(supervised(), 'shared_at is not null'),
  rupture_step: both(supervised(), 'shared_at is not null'),
}

/**
 * Sharing for supervision. What others may read stays as it is: each policy for reading gets one more way in, with the
 * workspace in it as in all others.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  await protect(db, 'supervision_share', rules)
  await sql.raw(`revoke update on supervision_share from ${appRole}`).execute(db)
  await sql.raw(`grant update (ended_at, ended_by) on supervision_share to ${appRole}`).execute(db)
  for (const [table, rule] of Object.entries(seen)) {
    const { rows } = await sql<{ qual: string }>`select qual from pg_policies
      where tablename = ${table} and policyname = ${`${table}_select`}`.execute(db)
    const [before] = rows
    if (before === undefined) throw new Error(`There is no policy for reading ${table}`)
    const also = both(condition.workspace, memberOnly, signedIn, rule)
    await sql
      .raw(`alter policy ${table}_select on ${table} using ((${before.qual}) or (${also}))`)
      .execute(db)
  }
}
