import { type Kysely, sql } from 'kysely'
import { condition, protect } from '../policy.ts'

const { memberOnly, signedIn, actorIs, role, purpose, isStoring } = condition
const own = `(${actorIs('member_id')} and ${signedIn} and ${memberOnly})`
const administers = `(${role('administrator')} and ${memberOnly} and ${signedIn})`
const program = purpose('system')

const tables = [
  `create table webhook (
    workspace_id uuid not null references workspace,
    id uuid not null,
    -- Only of collaborations in which she takes part is anything told.
    member_id uuid not null,
    url text not null check (char_length(url) between 1 and 2000),
    -- Sealed with the server's secret: a message is signed with it.
    secret text not null,
    events text[] not null check (cardinality(events) > 0),
    created_at timestamptz not null,
    -- Since when nothing arrived any more.
    failing_since timestamptz,
    stopped_at timestamptz,
    stopped_why text check (stopped_why in ('by-hand', 'failing')),
    primary key (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id),
    check ((stopped_at is null) = (stopped_why is null))
  )`,
  'create index webhook_member on webhook (workspace_id, member_id)',
  // Identifiers and times: no content travels, none is kept here.
  `create table webhook_delivery (
    workspace_id uuid not null,
    id uuid not null,
    webhook_id uuid not null,
    member_id uuid not null,
    event text not null,
    relation_id uuid not null,
    -- The answer or the signal it is about.
    about_id uuid not null,
    rule text,
    at timestamptz not null,
    tries jsonb not null default '[]',
    delivered_at timestamptz,
    given_up_at timestamptz,
    primary key (workspace_id, id),
    -- Told once, however often the work is done again.
    unique (workspace_id, webhook_id, event, about_id),
    foreign key (workspace_id, webhook_id) references webhook (workspace_id, id) on delete cascade,
    foreign key (workspace_id, relation_id) references relation (workspace_id, id)
  )`,
  'create index webhook_delivery_relation on webhook_delivery (workspace_id, relation_id)',
  'create index webhook_delivery_at on webhook_delivery (workspace_id, webhook_id, at)',
]

/** Messages to other programs that something happened, and what became of each. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db)
  await protect(db, 'webhook', {
    // While an answer is stored it is looked up whether anybody is to be told.
    select: `(${own} or ${administers} or ${program} or ${isStoring})`,
    insert: `${own} and not ${role('guest')}`,
    update: `(${own} or ${administers} or ${program})`,
    delete: `(${own} or ${administers})`,
  })
  await protect(db, 'webhook_delivery', {
    select: `(${own} or ${program})`,
    insert: program,
    update: `(${own} or ${program})`,
    delete: program,
  })
}
