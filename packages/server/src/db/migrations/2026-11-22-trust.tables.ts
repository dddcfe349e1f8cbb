const roles =
  "'professional', 'facilitator', 'trainer', 'researcher', 'coach', 'administrator', 'privacy-officer', 'guest'"

/** Who someone is apart from the collaborations she takes part in, and what a colleague may be. */
export const people = [
  `create table person (
    workspace_id uuid not null references workspace,
    id uuid not null,
    -- A pseudonym or a first name, as in the collaborations.
    name text not null check (char_length(name) between 1 and 80),
    -- Only of children and youths: what they and their parents decide depends on it. No date: an adult.
    born_on date,
    created_at timestamptz not null,
    primary key (workspace_id, id)
  )`,
  `create table person_parent (
    workspace_id uuid not null,
    child_id uuid not null,
    parent_id uuid not null,
    authority text not null check (authority in ('parent', 'guardian', 'none')),
    created_at timestamptz not null,
    primary key (workspace_id, child_id, parent_id),
    foreign key (workspace_id, child_id) references person (workspace_id, id),
    foreign key (workspace_id, parent_id) references person (workspace_id, id),
    check (child_id <> parent_id)
  )`,
  'create index person_parent_parent on person_parent (workspace_id, parent_id)',
  // Only the hash of a link's secret is kept, as for checks.
  `create table person_link (
    workspace_id uuid not null,
    token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
    person_id uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    primary key (workspace_id, token_hash),
    foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
  )`,
  'create index person_link_person on person_link (workspace_id, person_id)',
  `alter table member add column organisation text not null default '',
    add column ended_at timestamptz,
    add column roles text[] check (roles <@ array[${roles}] and cardinality(roles) > 0
      and (roles = array['guest'] or not 'guest' = any (roles)))`,
  'alter table participant add column person_id uuid',
  'alter table invitation_token add column person_id uuid',
  `alter table workspace add column second_factor_required boolean not null default false,
    add column idle_minutes integer not null default 30 check (idle_minutes between 1 and 1440),
    add column profile jsonb not null default '{}'`,
]

export const consent = [
  // Published wordings, the same for all workspaces and never changed, like instruments.
  `create table consent_text (
    purpose text not null,
    version integer not null,
    definition jsonb not null,
    primary key (purpose, version)
  )`,
  // What was decided, when, by whom, on which text: added to, never changed.
  `create table consent_event (
    workspace_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    purpose text not null,
    decision text not null check (decision in ('given', 'refused', 'withdrawn')),
    text_version integer not null,
    reading_level text not null check (reading_level in ('professional', 'parent', 'child')),
    language text not null check (language in ('nl', 'en')),
    decided_by uuid not null,
    decided_as text not null check (decided_as in ('self', 'parent', 'guardian')),
    method text not null check (method in ('own-page', 'spoken', 'paper')),
    at timestamptz not null,
    recorded_by text not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, person_id) references person (workspace_id, id),
    foreign key (workspace_id, decided_by) references person (workspace_id, id),
    foreign key (purpose, text_version) references consent_text
  )`,
  'create index consent_event_person on consent_event (workspace_id, person_id, purpose, at)',
  // Holds a row only while consent is in force: what may exist only with consent refers to it (architecture.md).
  `create table consent_grant (
    workspace_id uuid not null,
    person_id uuid not null,
    purpose text not null,
    event_id uuid not null,
    since timestamptz not null,
    -- On hold: someone still has to decide (a birthday, a new text). What is there stays; nothing is added or used.
    held_at timestamptz,
    primary key (workspace_id, person_id, purpose),
    foreign key (workspace_id, person_id) references person (workspace_id, id),
    foreign key (workspace_id, event_id) references consent_event (workspace_id, id)
  )`,
  `create table receipt (
    workspace_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    kind text not null check (kind in ('withdrawal', 'deletion')),
    at timestamptz not null,
    -- What was done and what could not be undone, as numbers and titles: never what was deleted.
    report jsonb not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
  )`,
  'create index receipt_person on receipt (workspace_id, person_id, at)',
]

/** The register says who was asked and how often someone took part; the material itself is kept apart (domain.md §1.7). */
export const research = [
  `create table research_register (
    workspace_id uuid not null,
    person_id uuid not null,
    code text not null check (code ~ '^P[0-9]{2,6}$'),
    consent text not null check (consent in ('not-asked', 'waiting', 'given', 'refused', 'withdrawn')),
    consent_at timestamptz,
    primary key (workspace_id, person_id),
    unique (workspace_id, code),
    foreign key (workspace_id, person_id) references person (workspace_id, id)
  )`,
  `create table research_moment (
    workspace_id uuid not null,
    person_id uuid not null,
    kind text not null check (kind in ('check')),
    month date not null check (extract(day from month) = 1),
    received integer not null check (received > 0),
    primary key (workspace_id, person_id, kind, month),
    foreign key (workspace_id, person_id) references research_register (workspace_id, person_id)
  )`,
  // The material. Without consent in force it cannot be stored, and with its end it is gone: the database sees to that.
  `create table research_answer (
    workspace_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    purpose text not null default 'research' check (purpose = 'research'),
    response_id uuid not null,
    voice text not null,
    kind text not null,
    context text,
    situation text,
    instrument_id text not null,
    instrument_version integer not null,
    answers jsonb not null,
    answered_on date not null,
    primary key (workspace_id, id),
    unique (workspace_id, response_id),
    foreign key (workspace_id, person_id, purpose) references consent_grant (workspace_id, person_id, purpose)
      on delete cascade,
    foreign key (workspace_id, person_id) references research_register (workspace_id, person_id),
    foreign key (workspace_id, response_id) references response (workspace_id, id) on delete cascade,
    foreign key (instrument_id, instrument_version) references instrument_version
  )`,
  'create index research_answer_person on research_answer (workspace_id, person_id)',
  // What left as a file cannot be taken back: who was in it is kept, so that a withdrawal can say so.
  `create table research_export (
    workspace_id uuid not null,
    id uuid not null,
    title text not null check (char_length(title) between 1 and 120),
    made_at timestamptz not null,
    made_by uuid not null,
    rows integer not null,
    published_at timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, made_by) references member (workspace_id, id)
  )`,
  `create table research_export_person (
    workspace_id uuid not null,
    export_id uuid not null,
    person_id uuid not null,
    withdrawn_at timestamptz,
    primary key (workspace_id, export_id, person_id),
    foreign key (workspace_id, export_id) references research_export (workspace_id, id),
    foreign key (workspace_id, person_id) references research_register (workspace_id, person_id)
  )`,
  'create index research_export_person_person on research_export_person (workspace_id, person_id)',
]

export const record = [
  // After NEN 7513 (domain.md §8.4). Lines from before have none of these and stand outside the chain.
  `alter table audit_event add column kind text check (kind in ('C', 'R', 'U', 'D', 'E')),
    add column roles text not null default '', add column basis text not null default '',
    add column person_id uuid, add column lane smallint, add column seq bigint, add column line smallint,
    add column hash bytea,
    add unique (workspace_id, lane, seq, line)`,
  'create index audit_event_relation on audit_event (workspace_id, relation_id, at)',
  'create index audit_event_person on audit_event (workspace_id, person_id, at) where person_id is not null',
  'create index audit_event_at on audit_event (workspace_id, at)',
  // The end of each chain. A chain per connection, so that those who write at the same time do not wait for each other.
  `create table audit_head (
    workspace_id uuid not null references workspace,
    lane smallint not null,
    seq bigint not null,
    hash bytea not null,
    primary key (workspace_id, lane)
  )`,
  // Access in an emergency to a collaboration that one does not take part in: for a reason, for a while, never hidden.
  `create table emergency_access (
    workspace_id uuid not null,
    id uuid not null,
    relation_id uuid not null,
    member_id uuid not null,
    reason text not null check (char_length(reason) between 10 and 500),
    at timestamptz not null,
    ends_at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id),
    check (ends_at > at)
  )`,
  'create index emergency_access_relation on emergency_access (workspace_id, relation_id)',
]
