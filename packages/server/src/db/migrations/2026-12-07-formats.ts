import { type Kysely, sql } from 'kysely'
import { condition, protect } from '../policy.ts'

const { signedIn, memberOnly, role, actorIs } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const statements = [
  // The organisation's own formats of talking together: its copies of shipped ones. They hold nothing about anybody.
  `create table dialogue_format (
    workspace_id uuid not null references workspace,
    id uuid not null,
    version integer not null check (version > 0),
    -- The format it was copied from: shipped, or another one of its own.
    from_key text not null check (char_length(from_key) between 1 and 40),
    status text not null check (status in ('draft', 'published', 'withdrawn')),
    body jsonb not null,
    -- Of the newest version: rises with each change of the format.
    revision integer not null check (revision > 0),
    created_by uuid not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    published_at timestamptz,
    primary key (workspace_id, id, version),
    foreign key (workspace_id, created_by) references member (workspace_id, id),
    check (status <> 'published' or published_at is not null)
  )`,
]

const leads = either(...['professional', 'facilitator', 'trainer', 'coach', 'administrator'].map(role))
const reader = both(signedIn, memberOnly, `not ${role('guest')}`)
const writer = both(reader, leads)

/** Formats that an organisation copied and changed, version by version. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  await protect(db, 'dialogue_format', {
    select: reader,
    insert: both(writer, actorIs('created_by')),
    update: writer,
  })
}
