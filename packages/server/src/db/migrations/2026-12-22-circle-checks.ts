import { type Kysely, sql } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { relation, participant, memberOnly, purpose, role, actorIs } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const statements = [
  // What the people of a circle are asked in confidence. Nothing is asked without the day on which it is talked about.
  `create table circle_check (
    workspace_id uuid not null,
    id uuid not null,
    circle_id uuid not null,
    relation_id uuid not null,
    instrument_id text not null,
    instrument_version integer not null,
    asks_from timestamptz not null,
    closes_at timestamptz not null,
    talk_on date not null,
    -- The planned meeting, where there is one.
    meeting_id uuid,
    -- Of those asked, how many in a hundred must answer before a number is shown.
    min_share integer not null check (min_share between 50 and 100),
    asked_ids uuid[] not null check (cardinality(asked_ids) >= 5),
    opened_at timestamptz,
    opened_by text check (opened_by in ('all-in', 'window')),
    created_by uuid not null,
    created_at timestamptz not null,
    version integer not null check (version > 0),
    primary key (workspace_id, id),
    unique (workspace_id, relation_id, circle_id, id),
    foreign key (workspace_id, relation_id, circle_id) references circle (workspace_id, relation_id, id) on delete cascade,
    foreign key (workspace_id, created_by) references member (workspace_id, id),
    foreign key (instrument_id, instrument_version) references instrument_version (instrument_id, version),
    check (closes_at > asks_from),
    check ((opened_at is null) = (opened_by is null))
  )`,
  'create index circle_check_circle on circle_check (workspace_id, circle_id)',
  // What one person answered: sealed while the check is shut (ADR 0017), and told of nobody by name afterwards either.
  `create table circle_answer (
    workspace_id uuid not null,
    check_id uuid not null,
    participant_id uuid not null,
    circle_id uuid not null,
    relation_id uuid not null,
    -- The side from which she speaks this time; who belongs to two counts once. A side may go: the answer stays.
    side_id uuid not null,
    marks jsonb not null,
    -- Only what she lets be read, without the names of the circle.
    words text not null check (char_length(words) <= 1200),
    answered_at timestamptz not null,
    sealed boolean not null,
    primary key (workspace_id, check_id, participant_id),
    foreign key (workspace_id, relation_id, circle_id, check_id)
      references circle_check (workspace_id, relation_id, circle_id, id) on delete cascade,
    foreign key (workspace_id, participant_id) references participant (workspace_id, id)
  )`,
  'create index circle_answer_participant on circle_answer (workspace_id, participant_id)',
]

const keeping = both(relation(), memberOnly, `not ${role('guest')}`)
const own = both(relation(), participant())
const counting = both(relation(), either(purpose('reveal'), both('not sealed', purpose('results'))))
const onRequest = both(relation(), memberOnly, purpose('deletion'))

const rules: Readonly<Record<string, TableRules>> = {
  circle_check: {
    select: relation(),
    insert: both(keeping, actorIs('created_by')),
    update: either(keeping, both(relation(), purpose('reveal'))),
  },
  circle_answer: {
    select: either(own, counting, onRequest),
    insert: own,
    update: either(own, both(relation(), purpose('reveal'))),
    delete: either(own, onRequest),
  },
}

/** Checks of a circle: hidden until everybody answered or the window closed, and told as counts. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [name, rule] of Object.entries(rules)) await protect(db, name, rule)
}
