import { type Kysely, sql } from 'kysely'
import { appRole, condition, protect, type TableRules } from '../policy.ts'

const { meeting, participant, takesPart, memberOnly, signedIn, actorIs, token, purpose, person, role } =
  condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const roles = [
  'facilitator',
  'host',
  'participant',
  'witness',
  'recorder',
  'timekeeper',
  'presenter',
  'interviewer',
  'reflecting-team',
  'client',
  'consultant',
]
const kinds = ['preparation', 'expectation', 'text', 'round', 'card', 'vote', 'note', 'minutes']
const oneOf = (column: string, values: readonly string[]) =>
  `${column} text not null check (${column} in (${values.map((value) => `'${value}'`).join(', ')}))`

const statements = [
  `create table meeting (
    workspace_id uuid not null references workspace,
    id uuid not null,
    -- Of one collaboration, or on its own.
    relation_id uuid,
    title text not null check (char_length(title) between 1 and 120),
    purpose text not null check (char_length(purpose) <= 1000),
    -- The version that was chosen, frozen, with the steps that were put in or moved and why.
    format jsonb not null,
    format_key text not null,
    format_version integer not null,
    ${oneOf('status', ['planned', 'live', 'ended', 'cancelled'])},
    planned_at timestamptz not null,
    minutes integer not null check (minutes between 1 and 1440),
    place text not null check (char_length(place) <= 200),
    video_url text not null check (char_length(video_url) <= 500),
    themes jsonb not null,
    -- What everyone at the table is asked beforehand.
    questions jsonb not null,
    warm_up jsonb,
    -- Asked in every meeting: it may be put in other words, not left out.
    shadow_question text not null check (char_length(shadow_question) between 1 and 500),
    -- Colleagues at the table: derived from meeting_place, which alone is written by hand.
    member_ids uuid[] not null,
    created_by uuid not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    version integer not null check (version > 0),
    live jsonb,
    primary key (workspace_id, id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id),
    foreign key (workspace_id, created_by) references member (workspace_id, id),
    check (status <> 'live' or started_at is not null),
    check (status <> 'ended' or ended_at is not null)
  )`,
  'create index meeting_relation on meeting (workspace_id, relation_id, planned_at)',
  'create index meeting_planned on meeting (workspace_id, planned_at)',
  'create index meeting_ended on meeting (workspace_id, ended_at) where ended_at is not null',
  `create table meeting_place (
    workspace_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    person_id uuid not null,
    member_id uuid,
    -- As whom she takes part in the collaboration, where the meeting is of one.
    participant_id uuid,
    name text not null check (char_length(name) between 1 and 80),
    voice text not null,
    ${oneOf('role', roles)},
    position integer not null,
    address text not null check (address in ('u', 'je')),
    language text not null,
    ${oneOf('attends', ['unknown', 'yes', 'no'])},
    -- When she first came to her own page.
    seen_at timestamptz,
    left_at timestamptz,
    changed_at timestamptz not null,
    version integer not null check (version > 0),
    primary key (workspace_id, id),
    unique (workspace_id, meeting_id, person_id),
    foreign key (workspace_id, meeting_id) references meeting (workspace_id, id) on delete cascade,
    foreign key (workspace_id, person_id) references person (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id),
    foreign key (workspace_id, participant_id) references participant (workspace_id, id)
  )`,
  'create index meeting_place_person on meeting_place (workspace_id, person_id)',
  'create index meeting_place_participant on meeting_place (workspace_id, participant_id)',
  // The way to one's place at the table; only the hash of the secret is kept (ADR 0005).
  `create table meeting_link (
    workspace_id uuid not null,
    token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
    meeting_id uuid not null,
    place_id uuid not null,
    person_id uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    primary key (workspace_id, token_hash),
    foreign key (workspace_id, meeting_id) references meeting (workspace_id, id) on delete cascade,
    foreign key (workspace_id, place_id) references meeting_place (workspace_id, id) on delete cascade
  )`,
  'create index meeting_link_place on meeting_link (workspace_id, place_id)',
  'create index meeting_link_meeting on meeting_link (workspace_id, meeting_id)',
  `create table meeting_text (
    workspace_id uuid not null,
    -- Made by the device that wrote it: a repeat is the same row.
    id uuid not null,
    meeting_id uuid not null,
    -- Without a name nobody is stored: neither the place nor the person, from the first write on.
    place_id uuid,
    person_id uuid,
    step_key text not null check (char_length(step_key) <= 80),
    round integer not null check (round >= 0),
    ${oneOf('kind', kinds)},
    body text not null check (char_length(body) <= 20000),
    at timestamptz not null,
    changed_at timestamptz not null,
    -- Since when the others at the table see it; until then only who wrote it does.
    revealed_at timestamptz,
    is_anonymous boolean not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, meeting_id) references meeting (workspace_id, id) on delete cascade,
    foreign key (workspace_id, place_id) references meeting_place (workspace_id, id) on delete cascade,
    foreign key (workspace_id, person_id) references person (workspace_id, id),
    check ((place_id is null) = is_anonymous),
    check ((person_id is null) = is_anonymous)
  )`,
  'create index meeting_text_meeting on meeting_text (workspace_id, meeting_id, step_key, round)',
  'create index meeting_text_place on meeting_text (workspace_id, place_id)',
  'create index meeting_text_person on meeting_text (workspace_id, person_id)',
  // One answer to each question beforehand, from however many tabs.
  `create unique index meeting_text_beforehand on meeting_text (workspace_id, meeting_id, place_id, kind, step_key)
    where kind in ('preparation', 'expectation')`,
]

const colleague = both(signedIn, `not ${role('guest')}`)
const atTable = both(meeting(), memberOnly)
const ownPlace = both(meeting(), participant('id'))
const ownText = both(meeting(), participant('place_id'))
const onRequest = both(atTable, purpose('deletion'))
/** On her own page a person sees at which tables she has a place. */
const herself = both(person(), purpose('access'))

const rules: Readonly<Record<string, TableRules>> = {
  // The live state is written by the program (`system`), whoever at the table asked for it.
  meeting: {
    select: either(takesPart, meeting('id')),
    insert: both(colleague, actorIs('created_by'), takesPart),
    update: both(meeting('id'), memberOnly),
  },
  meeting_place: {
    select: either(meeting(), herself),
    insert: atTable,
    // Whoever came by a link says whether she comes; the table decides who sits where.
    update: either(atTable, ownPlace),
    delete: atTable,
  },
  meeting_link: {
    select: either(token, atTable, ownText),
    insert: atTable,
    update: atTable,
    delete: atTable,
  },
  meeting_text: {
    select: both(
      meeting(),
      either('revealed_at is not null', participant('place_id'), purpose('reveal'), onRequest),
    ),
    // Without a name: by anybody at the table, of nobody.
    insert: both(meeting(), either(participant('place_id'), 'is_anonymous')),
    update: both(meeting(), either(participant('place_id'), purpose('reveal'))),
    delete: either(ownText, onRequest),
  },
}

/** Meetings: planned by a format, with a place for each, prepared beforehand, and what is written at the table. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
  // What is written keeps its author, its meeting and its step.
  await sql.raw(`revoke update on meeting_text from ${appRole}`).execute(db)
  await sql.raw(`grant update (body, changed_at, revealed_at) on meeting_text to ${appRole}`).execute(db)
  await sql.raw(`revoke update on meeting from ${appRole}`).execute(db)
  await sql
    .raw(`grant update (title, purpose, format, format_key, format_version, status, planned_at, minutes, place, video_url,
      themes, questions, warm_up, shadow_question, member_ids, changed_at, started_at, ended_at, version, live)
      on meeting to ${appRole}`)
    .execute(db)
}
