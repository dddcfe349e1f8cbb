import { type Kysely, sql } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { relation, participant, token, memberOnly, purpose, role, actorIs } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const statements = [
  // A team or a network round one family: a collaboration that also looks at itself (ADR 0031). Its people, contacts, meetings and
  // agreements are those of the collaboration.
  `create table circle (
    workspace_id uuid not null,
    id uuid not null,
    relation_id uuid not null,
    kind text not null check (kind in ('team', 'network')),
    -- What they want to find out together.
    question text not null check (char_length(question) <= 1000),
    starts_on date not null,
    -- A network ends by itself on this day; a team need not.
    ends_on date,
    -- "Are we all still there?": the day on which they look half-way.
    midcourse_on date,
    ended_at timestamptz,
    end_reason text check (end_reason in ('done', 'by-itself', 'family-left')),
    created_by uuid not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version integer not null check (version > 0),
    primary key (workspace_id, id),
    unique (workspace_id, relation_id),
    unique (workspace_id, relation_id, id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id) on delete cascade,
    foreign key (workspace_id, created_by) references member (workspace_id, id),
    check (kind = 'team' or ends_on is not null),
    check ((ended_at is null) = (end_reason is null))
  )`,
  // The sides from which people speak: an organisation, a profession, the family itself.
  `create table circle_side (
    workspace_id uuid not null,
    id uuid not null,
    circle_id uuid not null,
    relation_id uuid not null,
    name text not null check (char_length(name) between 1 and 80),
    is_family boolean not null,
    position integer not null,
    primary key (workspace_id, id),
    unique (workspace_id, circle_id, id),
    foreign key (workspace_id, relation_id, circle_id) references circle (workspace_id, relation_id, id) on delete cascade
  )`,
  // Who takes part; somebody may belong to two sides, and counts once.
  `create table circle_person (
    workspace_id uuid not null,
    circle_id uuid not null,
    relation_id uuid not null,
    participant_id uuid not null,
    side_ids uuid[] not null check (cardinality(side_ids) between 1 and 4),
    joined_at timestamptz not null,
    -- When she first came to the pages of the circle.
    seen_at timestamptz,
    left_at timestamptz,
    primary key (workspace_id, circle_id, participant_id),
    foreign key (workspace_id, relation_id, circle_id) references circle (workspace_id, relation_id, id) on delete cascade,
    foreign key (workspace_id, participant_id) references participant (workspace_id, id)
  )`,
  'create index circle_person_participant on circle_person (workspace_id, participant_id)',
  // The way to the pages of the circle; only the hash of the secret is kept (ADR 0005).
  `create table circle_link (
    workspace_id uuid not null,
    token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
    circle_id uuid not null,
    relation_id uuid not null,
    participant_id uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    primary key (workspace_id, token_hash),
    foreign key (workspace_id, circle_id, participant_id) references circle_person (workspace_id, circle_id, participant_id)
      on delete cascade,
    foreign key (workspace_id, relation_id, circle_id) references circle (workspace_id, relation_id, id) on delete cascade
  )`,
  'create index circle_link_participant on circle_link (workspace_id, participant_id)',
]

const table = both(relation(), memberOnly)
const keeping = both(table, `not ${role('guest')}`)
/** Who came by a link acts as a participant: she sees the circle, and of what people write each room says what is hers. */
const mine = both(relation(), participant())
const onRequest = both(table, purpose('deletion'))

const rules: Readonly<Record<string, TableRules>> = {
  circle: { select: relation(), insert: both(keeping, actorIs('created_by')), update: keeping },
  circle_side: { select: relation(), insert: keeping, update: keeping, delete: keeping },
  circle_person: {
    select: relation(),
    insert: keeping,
    update: either(keeping, mine),
    delete: onRequest,
  },
  circle_link: {
    select: either(token, keeping, mine),
    insert: either(keeping, mine),
    update: either(keeping, mine),
    delete: onRequest,
  },
}

/** Teams and networks round one family: circles of a collaboration, their sides, people and links. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [name, rule] of Object.entries(rules)) await protect(db, name, rule)
}
