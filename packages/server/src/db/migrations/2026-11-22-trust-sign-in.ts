import { type Kysely, sql } from 'kysely'
import { appRole } from '../policy.ts'

/**
 * Second factors, passkeys, single sign-on and locked sessions, in the schema of the sign-in data. Secrets of authenticator
 * apps are sealed with the server's secret; of recovery codes only a hash is kept. Nothing here belongs to a workspace.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db)
}

const ofUser = 'user_id text not null references auth."user" ("id") on delete cascade'

const tables = [
  // Nullable, so that the version before this one can go on making sessions while it still serves.
  `alter table auth."session" add column "secondFactorAt" timestamptz, add column "provedAt" timestamptz,
    add column "lastSeenAt" timestamptz, add column "lockedAt" timestamptz`,
  `create table auth.totp (${ofUser} primary key, secret text not null, confirmed_at timestamptz,
    -- The time step of the last code that was taken: no code counts twice.
    last_step integer not null default 0)`,
  `create table auth.recovery_code (${ofUser}, code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
    primary key (user_id, code_hash))`,
  `create table auth.proof_attempt (${ofUser} primary key, count integer not null, since timestamptz not null)`,
  `create table auth.passkey (id text not null primary key, ${ofUser}, name text not null, public_key bytea not null,
    counter bigint not null, transports text[] not null, synced boolean not null, created_at timestamptz not null,
    last_used_at timestamptz)`,
  'create index passkey_by_user on auth.passkey (user_id)',
  `create table auth.ceremony (id_hash text not null primary key, kind text not null check (kind in ('register', 'sign-in')),
    user_id text references auth."user" ("id") on delete cascade, challenge text not null, expires_at timestamptz not null)`,
  'create index ceremony_expires on auth.ceremony (expires_at)',
  // Whom a provider means: its own name for her, never her address, which changes and can be given to someone else.
  `create table auth.identity (issuer text not null, subject text not null, ${ofUser}, linked_at timestamptz not null,
    primary key (issuer, subject), unique (issuer, user_id))`,
  'create index identity_by_user on auth.identity (user_id)',
  ...['totp', 'recovery_code', 'proof_attempt', 'passkey', 'ceremony', 'identity'].map(
    (table) => `grant select, insert, update, delete on auth.${table} to ${appRole}`,
  ),
]
