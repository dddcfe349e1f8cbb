import { type Kysely, sql } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { anyRelation, memberOnly, signedIn, actorIs, role } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const statements = [
  // Whether somebody may be asked with it only under a licence.
  'alter table form add column needs_licence boolean not null default false',
  // Rises at each change, of its words as of what is said about it: who writes says which one she saw.
  'alter table form add column revision integer not null default 1',
  // The right to use a form, as the organisation got it from who owns the words. Both days count.
  `create table instrument_licence (
    workspace_id uuid not null,
    id uuid not null,
    form_id uuid not null,
    holder text not null check (char_length(holder) between 1 and 200),
    number text not null check (char_length(number) between 1 and 200),
    valid_from date,
    expires_on date not null,
    note text not null default '' check (char_length(note) <= 2000),
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    -- Taken back, or written down by mistake: it counts no more, and stays to be read.
    ended_at timestamptz,
    ended_by uuid,
    primary key (workspace_id, id),
    foreign key (workspace_id, form_id) references form (workspace_id, id),
    foreign key (workspace_id, recorded_by) references member (workspace_id, id),
    foreign key (workspace_id, ended_by) references member (workspace_id, id),
    check (valid_from is null or valid_from <= expires_on),
    check ((ended_at is null) = (ended_by is null))
  )`,
  'create index instrument_licence_form on instrument_licence (workspace_id, form_id)',
  // What somebody said of the need of a licence, and why; the newest counts. Never changed.
  `create table form_licence_need (
    workspace_id uuid not null,
    id uuid not null,
    form_id uuid not null,
    needed boolean not null,
    reason text not null check (char_length(reason) between 1 and 2000),
    created_by uuid not null,
    created_at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, form_id) references form (workspace_id, id),
    foreign key (workspace_id, created_by) references member (workspace_id, id)
  )`,
  'create index form_licence_need_form on form_licence_need (workspace_id, form_id, created_at)',
  // What came in before: an owner that is named is asked about, and who keeps the form can say otherwise.
  "set local app.maintenance = 'on'",
  `update form set needs_licence = true where exists (select 1 from form_version v
    where v.workspace_id = form.workspace_id and v.form_id = form.id and v.model ? 'copyright')`,
  "set local app.maintenance = ''",
]

const writer = both(
  signedIn,
  memberOnly,
  either(...['professional', 'facilitator', 'trainer', 'researcher', 'coach', 'administrator'].map(role)),
)
// As for the forms themselves; a guest inside a collaboration may ask with one.
const reader = both(memberOnly, either(`not ${role('guest')}`, anyRelation))

const rules: Readonly<Record<string, TableRules>> = {
  instrument_licence: { select: reader, insert: both(writer, actorIs('recorded_by')), update: writer },
  form_licence_need: { select: reader, insert: both(writer, actorIs('created_by')) },
}

/** The register of licences (peers.md A36): by which right the organisation asks with words of somebody else. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
}
