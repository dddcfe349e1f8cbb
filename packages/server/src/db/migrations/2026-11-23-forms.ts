import { type Kysely, sql } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { relation, anyRelation, ownIfRespondent, memberOnly, signedIn, actorIs, role, purpose } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const tables = [
  // Any questionnaire that an organisation brings: its own wording, of this workspace only.
  `create table form (
    workspace_id uuid not null references workspace,
    id uuid not null,
    -- Canonical address, where it has one: the same form under every version.
    url text check (char_length(url) between 1 and 2000),
    title text not null check (char_length(title) between 1 and 400),
    created_by uuid not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (workspace_id, id),
    unique (workspace_id, url),
    foreign key (workspace_id, created_by) references member (workspace_id, id)
  )`,
  'create index form_changed on form (workspace_id, changed_at)',
  // Answers point at a version: once there are any, its words do not change any more.
  `create table form_version (
    workspace_id uuid not null,
    form_id uuid not null,
    version integer not null check (version > 0),
    -- What the form itself calls this version.
    label text,
    status text not null check (status in ('draft', 'published', 'retired')),
    fhir_version text not null check (fhir_version in ('4.0', '5.0')),
    model jsonb not null,
    -- As it came in, to the letter; null for one that was made here.
    source jsonb,
    report jsonb not null,
    created_by uuid not null,
    created_at timestamptz not null,
    published_at timestamptz,
    primary key (workspace_id, form_id, version),
    foreign key (workspace_id, form_id) references form (workspace_id, id),
    foreign key (workspace_id, created_by) references member (workspace_id, id)
  )`,
  `create table form_response (
    workspace_id uuid not null,
    id uuid not null,
    form_id uuid not null,
    version integer not null,
    -- Whose answers, where that is known here; else they belong to whoever brought them in.
    relation_id uuid,
    participant_id uuid,
    created_by uuid,
    status text not null,
    language text,
    answers jsonb not null,
    source jsonb,
    scores jsonb,
    answered_at timestamptz not null,
    stored_at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, form_id, version) references form_version (workspace_id, form_id, version),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id),
    foreign key (workspace_id, participant_id) references participant (workspace_id, id),
    foreign key (workspace_id, created_by) references member (workspace_id, id),
    check ((relation_id is null) = (participant_id is null)),
    check (relation_id is not null or created_by is not null)
  )`,
  'create index form_response_relation on form_response (workspace_id, relation_id, answered_at)',
  'create index form_response_form on form_response (workspace_id, form_id, answered_at)',
  'create index form_response_stored on form_response (workspace_id, stored_at)',
]

const writer = both(
  signedIn,
  memberOnly,
  either(...['professional', 'facilitator', 'trainer', 'researcher', 'coach', 'administrator'].map(role)),
)
const notGuest = `not ${role('guest')}`
// A guest reads the words of a form where she reads the answers.
const reader = either(both(memberOnly, either(notGuest, anyRelation)), purpose('answering'))
const ofRelation = both('relation_id is not null', relation(), ownIfRespondent)
const ofMaker = both('relation_id is null', actorIs('created_by'), signedIn, memberOnly)

const rules: Readonly<Record<string, TableRules>> = {
  form: { select: reader, insert: both(writer, actorIs('created_by')), update: writer },
  form_version: { select: reader, insert: both(writer, actorIs('created_by')), update: writer },
  form_response: {
    select: either(ofRelation, ofMaker),
    insert: both(either(ofRelation, ofMaker), notGuest, either('created_by is null', actorIs('created_by'))),
    delete: either(both(ofRelation, memberOnly, signedIn, purpose('deletion')), ofMaker),
  },
}

/** Forms that an organisation brings, their versions, and what was answered to them. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
}
