import { type Kysely, sql } from 'kysely'
import { condition, protect } from '../policy.ts'

const { memberOnly, signedIn, actorIs, role, token, purpose } = condition
const own = `(${actorIs('member_id')} and ${signedIn} and ${memberOnly})`
const administers = `(${role('administrator')} and ${memberOnly} and ${signedIn})`
const readsRecord = `(${purpose('audit')} and ${role('privacy-officer')})`

const tables = [
  // Only the hash of a secret: whoever reads the database cannot come in by it.
  `create table api_token (
    workspace_id uuid not null references workspace,
    id uuid not null,
    member_id uuid not null,
    name text not null check (char_length(name) between 1 and 80),
    token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
    scopes text[] not null check (cardinality(scopes) > 0),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    -- The day in the workspace's zone: when exactly a program came by is nobody's business.
    last_used_on date,
    primary key (workspace_id, id),
    unique (workspace_id, token_hash),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
  )`,
  'create index api_token_member on api_token (workspace_id, member_id)',
  'alter table workspace add column api_tokens boolean not null default true',
  // By which token something was done; the hash of the chain covers it.
  'alter table audit_event add column token_id uuid',
]

/** Tokens by which a program acts for the member who made it. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db)
  await protect(db, 'api_token', {
    // The record says by which token something was done: whoever reads it reads what that is called.
    select: `(${own} or ${administers} or ${readsRecord} or (not ${memberOnly} and ${token}))`,
    insert: `${own} and not ${role('guest')}`,
    update: `(${own} or ${administers})`,
  })
}
