import { type Kysely, sql } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { monitors, leads, joins, participant, participantAmong, memberOnly } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`
const oneOf = (column: string, values: string) =>
  `${column} in (${values
    .split(' ')
    .map((value) => `'${value}'`)
    .join(', ')})`

const ofTrajectory = `workspace_id uuid not null,
    trajectory_id uuid not null,
    foreign key (workspace_id, trajectory_id) references trajectory (workspace_id, id) on delete cascade`
const learner = (column: string) =>
  `foreign key (workspace_id, ${column}) references learner (workspace_id, id) on delete cascade`

const tables = [
  `create table buddy_round (
    ${ofTrajectory},
    id uuid not null,
    number integer not null check (number > 0),
    -- Which rules forbid and what each of the others counts for (core: pairing.rules); the seed decides between equals.
    rules jsonb not null,
    seed integer not null,
    -- The days in whose weeks the three talks are; the last is the day before which one talks.
    talk_days jsonb not null check (jsonb_array_length(talk_days) <= 5),
    -- How the proposal came about: what crossing counted for, whether there are two camps, whether it is shown to be the best.
    outcome jsonb not null,
    -- Null: brought by a file.
    made_by uuid,
    made_at timestamptz not null,
    formed_at timestamptz,
    version integer not null check (version > 0),
    primary key (workspace_id, id),
    unique (workspace_id, trajectory_id, number),
    foreign key (workspace_id, made_by) references member (workspace_id, id)
  )`,
  // One proposal at a time.
  'create unique index buddy_round_proposed on buddy_round (workspace_id, trajectory_id) where formed_at is null',
  `create table buddy_pair (
    ${ofTrajectory},
    id uuid not null,
    round_id uuid not null,
    -- Two or three. Whoever is deleted stays here as a number of nobody, for the pair is also of the other.
    learner_ids uuid[] not null check (cardinality(learner_ids) between 2 and 3),
    points double precision not null,
    pinned boolean not null,
    -- Rules that count and that the lead set aside here, and why.
    overruled text[] not null,
    reason text not null check (char_length(reason) <= 500),
    check (cardinality(overruled) = 0 or reason <> ''),
    -- When the three talks could be, on hours that suit them all.
    talks jsonb not null check (jsonb_array_length(talks) <= 5),
    -- Whether they exchanged in between, as a lead or a file says; what buddies say themselves stands in buddy_meeting.
    talked boolean,
    formed_on date,
    ended_on date,
    end_reason text check (${oneOf('end_reason', 're-matched joined alone undone')}),
    -- The pair from which it came after somebody stopped.
    follows uuid,
    version integer not null check (version > 0),
    primary key (workspace_id, id),
    foreign key (workspace_id, round_id) references buddy_round (workspace_id, id) on delete cascade,
    foreign key (workspace_id, follows) references buddy_pair (workspace_id, id) on delete set null (follows),
    check (ended_on is null or formed_on is not null),
    check ((ended_on is null) = (end_reason is null))
  )`,
  'create index buddy_pair_round on buddy_pair (workspace_id, round_id)',
  'create index buddy_pair_trajectory on buddy_pair (workspace_id, trajectory_id)',
  'create index buddy_pair_follows on buddy_pair (workspace_id, follows)',
  // "We met", by one of them: the day, and nothing of what was said.
  `create table buddy_meeting (
    ${ofTrajectory},
    pair_id uuid not null,
    learner_id uuid not null,
    met_on date not null,
    at timestamptz not null,
    primary key (workspace_id, pair_id, learner_id, met_on),
    foreign key (workspace_id, pair_id) references buddy_pair (workspace_id, id) on delete cascade,
    ${learner('learner_id')}
  )`,
  'create index buddy_meeting_learner on buddy_meeting (workspace_id, learner_id)',
  'create index buddy_meeting_trajectory on buddy_meeting (workspace_id, trajectory_id)',
  // What somebody wishes of a buddy. Her buddy is told of the hours and themes; nothing here comes from what she wrote.
  `create table buddy_wish (
    ${ofTrajectory},
    learner_id uuid not null,
    wants boolean not null,
    languages text[] not null check (cardinality(languages) <= 6),
    half_days text[] not null check (cardinality(half_days) <= 21),
    ways text[] not null check (cardinality(ways) <= 2),
    region text not null check (char_length(region) <= 60),
    themes text[] not null check (cardinality(themes) <= 12),
    changed_at timestamptz not null,
    primary key (workspace_id, learner_id),
    ${learner('learner_id')}
  )`,
  'create index buddy_wish_trajectory on buddy_wish (workspace_id, trajectory_id)',
  // Two who are not to be buddies. Asked by one of them, or known to a lead.
  `create table buddy_tie (
    ${ofTrajectory},
    id uuid not null,
    kind text not null check (${oneOf('kind', 'avoid manager conflict')}),
    learner_id uuid not null,
    other_id uuid not null check (other_id <> learner_id),
    -- The one who asked; null: a lead wrote it down.
    asked_by uuid check (asked_by = learner_id),
    -- What she asked for herself goes to nobody else, not with what an organisation takes along either.
    in_confidence boolean not null check (in_confidence = (asked_by is not null)),
    at timestamptz not null,
    check (asked_by is null or kind = 'avoid'),
    primary key (workspace_id, id),
    ${learner('learner_id')},
    ${learner('other_id')}
  )`,
  `create unique index buddy_tie_once on buddy_tie
    (workspace_id, learner_id, other_id, kind, asked_by) nulls not distinct`,
  'create index buddy_tie_other on buddy_tie (workspace_id, other_id)',
  'create index buddy_tie_trajectory on buddy_tie (workspace_id, trajectory_id)',
]

const leading = both(leads(), memberOnly)
const mine = (column: string) => both(joins(), participant(column))
const myPair = both(joins(), participantAmong('learner_ids'))
const composing = { insert: leading, update: leading, delete: leading } satisfies TableRules

const rules: Readonly<Record<string, TableRules>> = {
  buddy_round: { select: either(leads(), monitors(), joins()), ...composing },
  buddy_pair: { select: either(leads(), monitors(), myPair), ...composing },
  buddy_meeting: {
    select: either(leads(), monitors(), mine('learner_id')),
    insert: either(leading, mine('learner_id')),
    delete: either(leading, mine('learner_id')),
  },
  // What somebody asked for herself is not for researchers.
  buddy_wish: {
    select: either(leads(), mine('learner_id')),
    insert: either(leading, mine('learner_id')),
    update: either(leading, mine('learner_id')),
    delete: leading,
  },
  buddy_tie: {
    select: either(both(leads(), memberOnly), mine('asked_by')),
    insert: either(both(leading, 'asked_by is null'), mine('asked_by')),
    // A lead takes away what she wrote herself; what a learner asked only she takes back.
    delete: either(both(leading, 'asked_by is null'), mine('asked_by')),
  },
}

/** Buddies: what people wish, who is not to be with whom, the pairs of each round, and that they met. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
}
