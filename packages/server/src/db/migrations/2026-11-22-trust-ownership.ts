import { type Kysely, sql } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { relation, memberOnly, signedIn, actorIs, role, purpose } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const kinds = [
  'working-notes',
  'meeting-notes',
  'recordings',
  'care-data',
  'research',
  'audit-log',
  'personal-links',
  'sent-mail',
  'round-tickets',
  'takeaway-files',
]
const kind = `kind text not null check (kind in (${kinds.map((name) => `'${name}'`).join(', ')}))`

const tables = [
  // What a colleague shared of her own notes stands in the file, beside what people told.
  'alter table relation_note drop constraint relation_note_kind_check',
  `alter table relation_note add constraint relation_note_kind_check
    check (kind in ('helps', 'hinders', 'earlier-care', 'shared-note'))`,
  // A memory aid: it belongs to no file, and to nobody but its author.
  `create table working_note (
    workspace_id uuid not null,
    id uuid not null,
    author_id uuid not null,
    relation_id uuid,
    body text not null check (char_length(body) between 1 and 4000),
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version integer not null check (version > 0),
    primary key (workspace_id, id),
    foreign key (workspace_id, author_id) references member (workspace_id, id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id)
  )`,
  'create index working_note_author on working_note (workspace_id, author_id, relation_id)',
  'create index working_note_relation on working_note (workspace_id, relation_id)',
  'create index working_note_changed on working_note (workspace_id, changed_at)',
  // Only where a workspace keeps something longer or shorter than proposed.
  `create table retention_rule (
    workspace_id uuid not null references workspace,
    ${kind},
    days integer not null check (days between 0 and 36525),
    primary key (workspace_id, kind)
  )`,
  // What went at each look, and what will go soon: numbers only. Of a look at which nothing went, only the last is kept.
  `create table retention_run (
    workspace_id uuid not null references workspace,
    id uuid not null,
    ${kind},
    at timestamptz not null,
    removed integer not null check (removed >= 0),
    soon integer not null check (soon >= 0),
    primary key (workspace_id, id, kind)
  )`,
  'create index retention_run_at on retention_run (workspace_id, at)',
  // Everything of the organisation in one file: one asks, somebody else agrees. Two pairs of eyes are a rule of the table.
  `create table takeaway (
    workspace_id uuid not null references workspace,
    id uuid not null,
    reason text not null check (char_length(reason) between 1 and 300),
    asked_by uuid not null,
    asked_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    agreed boolean,
    made_at timestamptz,
    failed_at timestamptz,
    rows integer,
    sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
    fetched_at timestamptz,
    removed_at timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, asked_by) references member (workspace_id, id),
    foreign key (workspace_id, decided_by) references member (workspace_id, id),
    check (decided_by <> asked_by),
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (agreed is null)),
    check (made_at is null or (agreed and sha256 is not null and rows is not null)),
    check (fetched_at is null or made_at is not null)
  )`,
  'create index person_link_expires on person_link (workspace_id, expires_at)',
  'create index relation_closed on relation (workspace_id, closed_at) where closed_at is not null',
]

const administrator = both(role('administrator'), signedIn)
const officer = both(role('privacy-officer'), signedIn)
const author = both(actorIs('author_id'), signedIn, memberOnly)
/** About a collaboration in which she takes part, or about none. */
const hers = both(author, either('relation_id is null', relation()))

const rules: Readonly<Record<string, TableRules>> = {
  working_note: { select: author, insert: hers, update: hers, delete: author },
  retention_rule: {
    // A note says how long it will stay.
    select: either(signedIn, purpose('system')),
    insert: administrator,
    update: administrator,
    delete: administrator,
  },
  // Written by the program as owner of the tables, like the removal itself.
  retention_run: { select: either(administrator, officer) },
  takeaway: {
    select: either(administrator, officer),
    insert: both(administrator, actorIs('asked_by'), 'decided_by is null', 'made_at is null'),
    // Made by the program as owner of the tables; only who agreed says yes, and fetches.
    update: both(officer, `not ${actorIs('asked_by')}`),
  },
}

/** What belongs to whom and for how long: private notes, terms, receipts, and the file to leave with. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
}
