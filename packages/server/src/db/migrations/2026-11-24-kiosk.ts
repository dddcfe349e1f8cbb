import { type Kysely, sql } from 'kysely'
import { condition, protect } from '../policy.ts'

const { relation, memberOnly, signedIn, role, token } = condition
const administers = `(${role('administrator')} and ${memberOnly} and ${signedIn})`
const device = `(not ${memberOnly} and ${token})`
const settingUp = `(not ${memberOnly} and ${token.replace('token_hash', 'setup_hash')})`

const tables = [
  // A device that stands in a hall for whoever has a code. It has a secret of its own and reaches no content by it.
  `create table kiosk (
    workspace_id uuid not null references workspace,
    id uuid not null,
    name text not null check (char_length(name) between 1 and 80),
    -- Of the link by which it is set up, once; and of the secret on the device since.
    setup_hash text not null check (setup_hash ~ '^[0-9a-f]{64}$'),
    token_hash text check (token_hash ~ '^[0-9a-f]{64}$'),
    created_by uuid not null,
    created_at timestamptz not null,
    set_up_at timestamptz,
    revoked_at timestamptz,
    -- The day in the workspace's zone.
    last_used_on date,
    primary key (workspace_id, id),
    unique (workspace_id, setup_hash),
    unique (workspace_id, token_hash),
    foreign key (workspace_id, created_by) references member (workspace_id, id)
  )`,
  // A code that opens one question at a kiosk, once and for a quarter of an hour.
  `create table kiosk_code (
    workspace_id uuid not null,
    token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
    invitation_id uuid not null,
    relation_id uuid not null,
    participant_id uuid not null,
    made_by uuid not null,
    expires_at timestamptz not null,
    primary key (workspace_id, token_hash),
    foreign key (workspace_id, invitation_id) references invitation (workspace_id, id) on delete cascade,
    foreign key (workspace_id, relation_id) references relation (workspace_id, id),
    foreign key (workspace_id, participant_id) references participant (workspace_id, id),
    foreign key (workspace_id, made_by) references member (workspace_id, id)
  )`,
  'create index kiosk_code_relation on kiosk_code (workspace_id, relation_id)',
]

const team = `(${relation()} and ${memberOnly})`

/** Answering at a device of the house, with a code. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db)
  await protect(db, 'kiosk', {
    // Whether there is any is known to all who work here.
    select: `((${memberOnly} and ${signedIn}) or ${device} or ${settingUp})`,
    insert: administers,
    update: `(${administers} or ${device} or ${settingUp})`,
  })
  await protect(db, 'kiosk_code', {
    select: `(${team} or ${device})`,
    insert: team,
    delete: `(${team} or ${device})`,
  })
}
