import { type Kysely, sql } from 'kysely'
import { appRole, condition, protect, type TableRules } from '../policy.ts'

const { monitors, leads, joins, participant, memberOnly, actorIs, token, round, purpose, person } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`
const ofTrajectory = `foreign key (workspace_id, trajectory_id) references trajectory (workspace_id, id) on delete cascade`
const ofSurvey = `foreign key (workspace_id, event_id) references lecture_survey (workspace_id, event_id) on delete cascade`

const report = [
  // What the writer chose and wrote. No number and no quote stands in it: those are read anew each time.
  `create table trajectory_report (
    workspace_id uuid not null,
    trajectory_id uuid not null,
    title text not null check (char_length(title) between 1 and 120),
    parts jsonb not null,
    changed_by uuid not null,
    changed_at timestamptz not null,
    version integer not null check (version > 0),
    primary key (workspace_id, trajectory_id),
    ${ofTrajectory},
    foreign key (workspace_id, changed_by) references member (workspace_id, id)
  )`,
  // A file that left. It cannot be called back: what its numbers were is kept, so that it can be told which changed since.
  `create table trajectory_export (
    workspace_id uuid not null,
    id uuid not null,
    trajectory_id uuid not null,
    title text not null check (char_length(title) between 1 and 120),
    format text not null check (format in ('docx', 'pdf', 'csv', 'xlsx', 'sav')),
    made_by uuid not null,
    made_at timestamptz not null,
    published_at timestamptz,
    -- Counts under a key; no words, nobody by number.
    numbers jsonb not null,
    primary key (workspace_id, id),
    ${ofTrajectory},
    foreign key (workspace_id, made_by) references member (workspace_id, id)
  )`,
  'create index trajectory_export_trajectory on trajectory_export (workspace_id, trajectory_id, made_at)',
  // Whose answers are in it, for the receipt of a withdrawal.
  `create table trajectory_export_person (
    workspace_id uuid not null,
    export_id uuid not null,
    person_id uuid not null,
    trajectory_id uuid not null,
    -- Words of hers stand in it as a quote.
    is_quoted boolean not null,
    withdrawn_at timestamptz,
    primary key (workspace_id, export_id, person_id),
    foreign key (workspace_id, export_id) references trajectory_export (workspace_id, id) on delete cascade,
    foreign key (workspace_id, person_id) references person (workspace_id, id),
    ${ofTrajectory}
  )`,
  'create index trajectory_export_person_person on trajectory_export_person (workspace_id, person_id)',
  // Words of a learner that somebody wants to print. It exists only while she consents to research, and once she said yes to it
  // only while she consents to being quoted.
  `create table trajectory_quote (
    workspace_id uuid not null,
    id uuid not null,
    trajectory_id uuid not null,
    learner_id uuid not null,
    person_id uuid not null,
    -- Where she said it: exactly one of these.
    answer_id uuid,
    goal_id uuid,
    mention_id uuid,
    -- Her words and those of the editor, each piece with whose it is; gone when she says no or takes it back.
    pieces jsonb,
    asked_by uuid not null,
    asked_at timestamptz not null,
    decision text check (decision in ('yes', 'changed', 'no')),
    -- In her own words, where she changed them.
    own_words text check (char_length(own_words) between 1 and 2000),
    decided_at timestamptz,
    withdrawn_at timestamptz,
    research text not null default 'research' check (research = 'research'),
    -- Set by her yes.
    purpose text check (purpose = 'quotes-publish'),
    -- False while the consent to be quoted is on hold.
    in_use boolean not null default true,
    primary key (workspace_id, id),
    ${ofTrajectory},
    foreign key (workspace_id, learner_id) references learner (workspace_id, id) on delete cascade,
    foreign key (workspace_id, answer_id) references learning_answer (workspace_id, id) on delete cascade,
    foreign key (workspace_id, goal_id) references learning_goal (workspace_id, id) on delete cascade,
    foreign key (workspace_id, mention_id) references learning_mention (workspace_id, id) on delete cascade,
    foreign key (workspace_id, asked_by) references member (workspace_id, id),
    foreign key (workspace_id, person_id, research) references consent_grant (workspace_id, person_id, purpose)
      on delete cascade,
    foreign key (workspace_id, person_id, purpose, in_use)
      references consent_grant (workspace_id, person_id, purpose, in_force) on delete cascade,
    check (num_nonnulls(answer_id, goal_id, mention_id) = 1),
    check ((decision is null) = (decided_at is null)),
    check ((own_words is not null) = (coalesce(decision = 'changed', false) and withdrawn_at is null)),
    check ((pieces is null) = (withdrawn_at is not null or coalesce(decision = 'no', false))),
    check ((purpose is not null) = (withdrawn_at is null and coalesce(decision <> 'no', false)))
  )`,
  'create index trajectory_quote_trajectory on trajectory_quote (workspace_id, trajectory_id)',
  'create index trajectory_quote_learner on trajectory_quote (workspace_id, learner_id)',
  'create index trajectory_quote_person on trajectory_quote (workspace_id, person_id)',
  'create index trajectory_quote_answer on trajectory_quote (workspace_id, answer_id)',
  'create index trajectory_quote_goal on trajectory_quote (workspace_id, goal_id)',
  'create index trajectory_quote_mention on trajectory_quote (workspace_id, mention_id)',
]

/** An answer is no row (ADR 0014): nothing here says when or by whom, or joins what one person answered to two questions. */
const survey = [
  `create table lecture_survey (
    workspace_id uuid not null,
    event_id uuid not null,
    trajectory_id uuid not null,
    -- The link that hangs in the room: no secret of anybody, it only lets one answer. Both null where only a count is known.
    token text,
    token_hash text check (token_hash ~ '^[0-9a-f]{64}$'),
    answered integer not null default 0 check (answered >= 0),
    -- Only how many answers of an earlier, anonymous survey were used.
    used_elsewhere boolean not null default false,
    opened_by uuid,
    opened_at timestamptz not null,
    closes_at timestamptz not null,
    closed_at timestamptz,
    primary key (workspace_id, event_id),
    foreign key (workspace_id, event_id) references trajectory_event (workspace_id, id) on delete cascade,
    ${ofTrajectory},
    foreign key (workspace_id, opened_by) references member (workspace_id, id),
    check ((token is null) = (token_hash is null)),
    check (used_elsewhere = (token is null)),
    check (not used_elsewhere or closed_at is not null)
  )`,
  'create index lecture_survey_trajectory on lecture_survey (workspace_id, trajectory_id)',
  // One row per question: how often each answer was given, and words sorted at each change, so that no order is that in which they came.
  `create table lecture_answer (
    workspace_id uuid not null,
    event_id uuid not null,
    item_key text not null check (char_length(item_key) between 1 and 40),
    trajectory_id uuid not null,
    tally jsonb not null default '{}',
    texts text[] not null default '{}',
    primary key (workspace_id, event_id, item_key),
    ${ofSurvey},
    ${ofTrajectory}
  )`,
  // A page of questions that was sent: it counts once. Knows of no answer, and goes when the survey closes.
  `create table lecture_slip (
    workspace_id uuid not null,
    event_id uuid not null,
    slip_hash text not null check (slip_hash ~ '^[0-9a-f]{64}$'),
    primary key (workspace_id, event_id, slip_hash),
    ${ofSurvey}
  )`,
]

const reading = both(monitors(), memberOnly)
const leading = both(leads(), memberOnly)
const own = both(joins(), participant('learner_id'))
/** Who came by the link in the room: the only one who counts. */
const inRoom = both(round('event_id'), `not ${memberOnly}`)
/** The program, which closes it when its time has come. */
const closing = both(round('event_id'), memberOnly)
/** Her own data, taken along or deleted on request: opening her choices shows no words of hers. */
const herself = (what: string) => both(person(), purpose(what))
/** Set for surveys that are closed, and for nothing else. */
const counted = both(reading, round('event_id'), purpose('results'))

const rules: Readonly<Record<string, TableRules>> = {
  trajectory_report: {
    ...{ select: reading, insert: both(reading, actorIs('changed_by')), update: reading },
  },
  trajectory_export: {
    select: either(reading, purpose('access')),
    insert: both(reading, actorIs('made_by')),
    update: reading,
  },
  trajectory_export_person: { select: either(reading, person()), insert: reading, update: person() },
  trajectory_quote: {
    select: either(own, both(reading, 'in_use'), herself('access'), herself('deletion')),
    insert: both(reading, 'in_use', actorIs('asked_by')),
    // What she says of it; and the hold of her consent, where her own data are in reach.
    update: either(own, herself('access')),
    delete: either(own, herself('deletion')),
  },
  lecture_survey: {
    select: either(leads(), monitors(), token, round('event_id')),
    insert: leading,
    update: either(leading, round('event_id')),
  },
  lecture_answer: { select: either(counted, inRoom), insert: inRoom, update: inRoom },
  lecture_slip: { select: round('event_id'), insert: inRoom, delete: closing },
}

/** What each table lets change: words keep their speaker, and a file what was in it. */
const changes: Readonly<Record<string, string>> = {
  trajectory_report: 'title, parts, changed_by, changed_at, version',
  trajectory_export: 'published_at',
  trajectory_export_person: 'withdrawn_at',
  trajectory_quote: 'pieces, decision, own_words, decided_at, withdrawn_at, purpose, in_use',
  lecture_survey: 'answered, closes_at, closed_at',
  lecture_answer: 'tally, texts',
}

/** The report of a trajectory: what is written, which words may be quoted, what left; and the survey after an open lecture. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [...report, ...survey]) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
  for (const [table, columns] of Object.entries(changes)) {
    await sql.raw(`revoke update on ${table} from ${appRole}`).execute(db)
    await sql.raw(`grant update (${columns}) on ${table} to ${appRole}`).execute(db)
  }
}
