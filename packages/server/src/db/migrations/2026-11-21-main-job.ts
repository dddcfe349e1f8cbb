import { type Kysely, sql } from 'kysely'
import { appRole, condition, protect, type TableRules } from '../policy.ts'
import { authTables } from './2026-11-21-main-job.auth.ts'

const everything = (rule: string): TableRules => ({ select: rule, insert: rule, update: rule, delete: rule })

/** The first schema: workspaces, people, collaborations, checks, signals, agreements, audit. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    do $$ begin
      if not exists (select from pg_roles where rolname = ${sql.lit(appRole)}) then
        create role ${sql.raw(appRole)} nologin;
      end if;
    end $$
  `.execute(db)
  await run(db, `grant usage on schema public to ${appRole}`)
  for (const statement of authTables) await run(db, statement)
  for (const statement of [...people, ...checks, ...record]) await run(db, statement)
  await protectAll(db)
}

async function run(db: Kysely<never>, statement: string): Promise<void> {
  await sql.raw(statement).execute(db)
}

const people = [
  `create table workspace (
    workspace_id uuid primary key,
    name text not null,
    time_zone text not null default 'Europe/Amsterdam',
    is_demo boolean not null default false,
    created_at timestamptz not null
  )`,
  `create table member (
    workspace_id uuid not null references workspace,
    id uuid not null,
    user_id text not null,
    name text not null,
    role text not null check (role in ('professional', 'administrator')),
    language text not null default 'nl' check (language in ('nl', 'en')),
    created_at timestamptz not null,
    primary key (workspace_id, id),
    unique (workspace_id, user_id)
  )`,
  `create table relation (
    workspace_id uuid not null references workspace,
    id uuid not null,
    title text not null check (char_length(title) between 1 and 120),
    kind text not null check (kind in ('interpersonal', 'with-help-seekers', 'interprofessional')),
    context text check (context in ('micro', 'meso', 'exo')),
    situation text,
    purpose text not null default '',
    check_every_days integer not null check (check_every_days between 1 and 365),
    started_at timestamptz not null,
    closed_at timestamptz,
    version integer not null default 1,
    created_by uuid not null,
    -- Derived, kept by one writer each, so that thousands of relations can be listed and searched without opening them:
    -- the members who take part, the words to find it by, and the newest open signal.
    member_ids uuid[] not null,
    search_text text not null default '',
    attention_at timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, created_by) references member (workspace_id, id),
    check (case when kind = 'interpersonal' then context is null and situation is null
                else context is not null and situation is not null end)
  )`,
  'create index relation_member on relation using gin (member_ids)',
  `create table participant (
    workspace_id uuid not null,
    id uuid not null,
    relation_id uuid not null,
    member_id uuid,
    name text not null check (char_length(name) between 1 and 80),
    voice text not null,
    detail text not null default '',
    address text not null check (address in ('u', 'je')),
    language text not null check (language in ('nl', 'en')),
    joined_at timestamptz not null,
    left_at timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
  )`,
  'create index participant_relation on participant (workspace_id, relation_id)',
  'create index participant_member on participant (workspace_id, member_id) where member_id is not null',
  `create table relation_note (
    workspace_id uuid not null,
    id uuid not null,
    relation_id uuid not null,
    kind text not null check (kind in ('helps', 'hinders', 'earlier-care')),
    body text not null,
    told_by text not null default '',
    at timestamptz not null,
    created_by uuid not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id)
  )`,
  'create index relation_note_relation on relation_note (workspace_id, relation_id)',
  `create table contact (
    workspace_id uuid not null,
    id uuid not null,
    relation_id uuid not null,
    kind text not null check (kind in ('contact', 'repair-talk')),
    at timestamptz not null,
    place text not null default '',
    summary text not null default '',
    created_by uuid not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id)
  )`,
  'create index contact_relation on contact (workspace_id, relation_id, at)',
]

const checks = [
  // Published wordings: shared by all workspaces, never changed, so without a workspace (a reference table on Citus).
  `create table instrument_version (
    instrument_id text not null,
    version integer not null,
    definition jsonb not null,
    primary key (instrument_id, version)
  )`,
  `create table invitation (
    workspace_id uuid not null,
    id uuid not null,
    relation_id uuid not null,
    participant_id uuid not null,
    contact_id uuid,
    instrument_id text not null,
    instrument_version integer not null,
    response_id uuid not null,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    created_by uuid not null,
    primary key (workspace_id, id),
    unique (workspace_id, response_id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id),
    foreign key (workspace_id, participant_id) references participant (workspace_id, id),
    foreign key (workspace_id, contact_id) references contact (workspace_id, id),
    foreign key (instrument_id, instrument_version) references instrument_version
  )`,
  'create index invitation_relation on invitation (workspace_id, relation_id, sent_at)',
  // Only the hash of a link's secret is kept. A renewed link is one more row; the old one still leads to the renewal.
  `create table invitation_token (
    workspace_id uuid not null,
    token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
    invitation_id uuid not null,
    relation_id uuid not null,
    participant_id uuid not null,
    expires_at timestamptz not null,
    primary key (workspace_id, token_hash),
    foreign key (workspace_id, invitation_id) references invitation (workspace_id, id)
  )`,
  'create index invitation_token_invitation on invitation_token (workspace_id, invitation_id)',
  `create table response (
    workspace_id uuid not null,
    id uuid not null,
    relation_id uuid not null,
    participant_id uuid not null,
    contact_id uuid,
    instrument_id text not null,
    instrument_version integer not null,
    answers jsonb not null,
    open_text text not null default '',
    language text not null,
    answered_at timestamptz not null,
    stored_at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, id) references invitation (workspace_id, response_id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id),
    foreign key (workspace_id, participant_id) references participant (workspace_id, id),
    foreign key (instrument_id, instrument_version) references instrument_version
  )`,
  'create index response_relation on response (workspace_id, relation_id, answered_at)',
  `create table signal (
    workspace_id uuid not null,
    id uuid not null,
    relation_id uuid not null,
    participant_id uuid not null,
    response_id uuid,
    rule text not null,
    occasion text not null,
    finding jsonb not null,
    opened_at timestamptz not null,
    outcome text check (outcome in ('discussed', 'agreed', 'not-now')),
    closed_at timestamptz,
    closed_by uuid,
    note text not null default '',
    primary key (workspace_id, id),
    unique (workspace_id, relation_id, participant_id, rule, occasion),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id),
    foreign key (workspace_id, participant_id) references participant (workspace_id, id),
    foreign key (workspace_id, response_id) references response (workspace_id, id),
    check ((outcome is null) = (closed_at is null) and (outcome is null) = (closed_by is null))
  )`,
  'create index signal_open on signal (workspace_id, relation_id) where outcome is null',
  `create table agreement (
    workspace_id uuid not null,
    id uuid not null,
    relation_id uuid not null,
    body text not null check (char_length(body) between 1 and 300),
    ask_back boolean not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    created_by uuid not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id)
  )`,
  'create index agreement_relation on agreement (workspace_id, relation_id)',
  `create table agreement_participant (
    workspace_id uuid not null,
    agreement_id uuid not null,
    participant_id uuid not null,
    relation_id uuid not null,
    primary key (workspace_id, agreement_id, participant_id),
    foreign key (workspace_id, agreement_id) references agreement (workspace_id, id),
    foreign key (workspace_id, participant_id) references participant (workspace_id, id)
  )`,
  'create index agreement_participant_relation on agreement_participant (workspace_id, relation_id)',
  `create table agreement_echo (
    workspace_id uuid not null,
    agreement_id uuid not null,
    response_id uuid not null,
    relation_id uuid not null,
    participant_id uuid not null,
    answer text not null check (answer in ('changed', 'a-bit', 'not-yet')),
    at timestamptz not null,
    primary key (workspace_id, agreement_id, response_id),
    foreign key (workspace_id, agreement_id) references agreement (workspace_id, id),
    foreign key (workspace_id, response_id) references response (workspace_id, id)
  )`,
  'create index agreement_echo_relation on agreement_echo (workspace_id, relation_id)',
]

const record = [
  // Append-only for the application: it has no right to change or delete a row.
  `create table audit_event (
    workspace_id uuid not null references workspace,
    id uuid not null,
    at timestamptz not null,
    actor text not null,
    action text not null,
    subject text not null,
    subject_id uuid not null,
    relation_id uuid,
    primary key (workspace_id, id)
  )`,
  // Work for later. It holds identifiers only, no content, and spans workspaces: infrastructure, not a tenant table.
  `create table job (
    id uuid primary key,
    kind text not null,
    dedupe_key text not null unique,
    payload jsonb not null,
    run_at timestamptz not null,
    leased_until timestamptz,
    attempts integer not null default 0,
    last_error text not null default ''
  )`,
  'create index job_due on job (run_at)',
]

async function protectAll(db: Kysely<never>): Promise<void> {
  const { relation, takesPart, ownIfRespondent, memberOnly, actorIs, token, purpose } = condition
  const own = `${relation()} and ${ownIfRespondent}`
  const team = `${relation()} and ${memberOnly}`
  const shared: TableRules = { ...everything(team), select: relation() }

  await protect(db, 'workspace', { select: 'true' })
  await protect(db, 'member', { select: 'true', update: actorIs('id') })
  await protect(db, 'relation', {
    select: `(${takesPart} or ${relation('id')})`,
    insert: `${actorIs('created_by')} and ${takesPart}`,
    // Also by a respondent: her answer may raise the relation in the list.
    update: relation('id'),
  })
  await protect(db, 'participant', {
    select: `(${relation()} or ${actorIs('member_id')})`,
    insert: team,
    update: team,
  })
  await protect(db, 'relation_note', everything(team))
  await protect(db, 'contact', shared)
  // A respondent renews her own link: she may move the end of her own invitation.
  await protect(db, 'invitation', { select: own, insert: team, update: own })
  await protect(db, 'invitation_token', {
    select: `(${token} or (${own}))`,
    insert: own,
    update: own,
    delete: team,
  })
  // Nobody can change or delete an answer.
  await protect(db, 'response', { select: own, insert: own })
  await protect(db, 'signal', { select: own, insert: own, update: team })
  await protect(db, 'agreement', { select: relation(), insert: team, update: team })
  await protect(db, 'agreement_participant', { select: relation(), insert: team })
  await protect(db, 'agreement_echo', { select: own, insert: own })
  await protect(db, 'audit_event', { select: purpose('audit'), insert: 'true' })
  await run(db, `grant select on instrument_version to ${appRole}`)
  await run(db, `grant select, insert, update, delete on job to ${appRole}`)
}
