import { type Kysely, sql } from 'kysely'
import { appRole, condition, protect, type TableRules } from '../policy.ts'

const { monitors, leads, joins, participant, takesPart, memberOnly, signedIn, actorIs } = condition
const { token, purpose, person, role } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`
const oneOf = (column: string, values: string) =>
  `${column} text not null check (${column} in (${values
    .split(' ')
    .map((value) => `'${value}'`)
    .join(', ')}))`

const composed = [
  `create table trajectory (
    workspace_id uuid not null references workspace,
    id uuid not null,
    title text not null check (char_length(title) between 1 and 120),
    purpose text not null check (char_length(purpose) <= 1000),
    -- The template from which it was composed, and the trajectory it was copied from.
    template_key text not null check (char_length(template_key) <= 80),
    copied_from uuid,
    ${oneOf('status', 'draft running ended')},
    starts_on date not null,
    -- The parts that a trajectory needs, each with what fulfils it here (core: components).
    components jsonb not null,
    -- Who leads it, and who may open it: those and the researchers who were asked in. In the row itself, for the policies.
    lead_ids uuid[] not null check (cardinality(lead_ids) > 0),
    member_ids uuid[] not null check (member_ids @> lead_ids),
    -- Numbers given out: one who left keeps hers.
    learners integer not null default 0,
    created_by uuid not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    ended_at timestamptz,
    version integer not null check (version > 0),
    primary key (workspace_id, id),
    foreign key (workspace_id, created_by) references member (workspace_id, id),
    foreign key (workspace_id, copied_from) references trajectory (workspace_id, id) on delete set null (copied_from),
    check ((status = 'ended') = (ended_at is not null))
  )`,
  'create index trajectory_starts on trajectory (workspace_id, starts_on)',
  `create table trajectory_event (
    workspace_id uuid not null,
    id uuid not null,
    trajectory_id uuid not null,
    ${oneOf('kind', 'lecture masterclass evaluation other')},
    title text not null check (char_length(title) between 1 and 120),
    about text not null check (char_length(about) <= 2000),
    at timestamptz not null,
    minutes integer not null check (minutes between 1 and 1440),
    place text not null check (char_length(place) <= 200),
    video_url text not null check (char_length(video_url) <= 500),
    -- Study hours that count for a certificate.
    hours double precision not null check (hours between 0 and 999),
    -- Also for people who are not in the trajectory.
    is_open boolean not null,
    position integer not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, trajectory_id) references trajectory (workspace_id, id) on delete cascade
  )`,
  'create index trajectory_event_trajectory on trajectory_event (workspace_id, trajectory_id, at)',
  `create table trajectory_moment (
    workspace_id uuid not null,
    id uuid not null,
    trajectory_id uuid not null,
    key text not null check (key ~ '^T[0-9]{1,2}$' or key = 'exit'),
    ${oneOf('kind', 'start goals review buddy closing exit')},
    title text not null check (char_length(title) between 1 and 120),
    -- From and through which day it can be handed in; later is late, and still taken.
    opens_on date not null,
    closes_on date not null check (closes_on >= opens_on),
    -- Its questions, frozen once somebody answered (core: moment-form).
    form jsonb not null,
    position integer not null,
    primary key (workspace_id, id),
    unique (workspace_id, trajectory_id, key),
    foreign key (workspace_id, trajectory_id) references trajectory (workspace_id, id) on delete cascade
  )`,
]

/** What may be read by others only with consent: unshared by the database itself when consent ends, ADR 0030. */
const shared = `shared text check (shared = 'research'),
    in_use boolean not null default true,
    foreign key (workspace_id, person_id, shared, in_use)
      references consent_grant (workspace_id, person_id, purpose, in_force) on delete set null (shared)`

const register = [
  `create table learner (
    workspace_id uuid not null,
    id uuid not null,
    trajectory_id uuid not null,
    -- All that the monitor and the report call somebody by.
    number integer not null check (number > 0),
    person_id uuid not null,
    member_id uuid,
    function text not null check (char_length(function) <= 120),
    organisation text not null check (char_length(organisation) <= 120),
    voice text not null,
    ${oneOf('address', 'u je')},
    language text not null,
    ${oneOf('status', 'invited active stopped completed')},
    joined_at timestamptz not null,
    -- When she first came to her own pages.
    seen_at timestamptz,
    stopped_on date,
    -- Chosen from a list: her own words about it are an answer (moment "exit").
    stop_reason text,
    ${oneOf('exit_talk', 'none offered held declined')},
    changed_at timestamptz not null,
    version integer not null check (version > 0),
    -- Set: her consent for research is in force. It decides what is stored, and counts without content.
    ${shared},
    primary key (workspace_id, id),
    unique (workspace_id, trajectory_id, person_id),
    unique (workspace_id, trajectory_id, number),
    foreign key (workspace_id, trajectory_id) references trajectory (workspace_id, id) on delete cascade,
    foreign key (workspace_id, person_id) references person (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id),
    check ((status = 'stopped') = (stopped_on is not null))
  )`,
  'create index learner_person on learner (workspace_id, person_id)',
  // Apart from the register, so that whoever reads the monitor has no names in reach.
  `create table learner_name (
    workspace_id uuid not null,
    learner_id uuid not null,
    trajectory_id uuid not null,
    name text not null check (char_length(name) between 1 and 80),
    email text not null check (char_length(email) <= 254),
    primary key (workspace_id, learner_id),
    foreign key (workspace_id, learner_id) references learner (workspace_id, id) on delete cascade,
    foreign key (workspace_id, trajectory_id) references trajectory (workspace_id, id) on delete cascade
  )`,
  'create index learner_name_trajectory on learner_name (workspace_id, trajectory_id)',
  // The way to one's own pages; only the hash of the secret is kept (ADR 0005).
  `create table learner_link (
    workspace_id uuid not null,
    token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
    trajectory_id uuid not null,
    learner_id uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    primary key (workspace_id, token_hash),
    foreign key (workspace_id, trajectory_id) references trajectory (workspace_id, id) on delete cascade,
    foreign key (workspace_id, learner_id) references learner (workspace_id, id) on delete cascade
  )`,
  'create index learner_link_learner on learner_link (workspace_id, learner_id)',
  // That something came in at a moment, never what: it proves what was left out or thrown away.
  `create table moment_receipt (
    workspace_id uuid not null,
    moment_id uuid not null,
    learner_id uuid not null,
    trajectory_id uuid not null,
    ${oneOf('way', 'phone paper mail talk import')},
    at timestamptz not null,
    -- The lead who typed it over; null when she handed it in herself.
    entered_by uuid,
    -- There was no consent: what was on the paper is not kept.
    discarded boolean not null,
    primary key (workspace_id, moment_id, learner_id),
    foreign key (workspace_id, moment_id) references trajectory_moment (workspace_id, id) on delete cascade,
    foreign key (workspace_id, learner_id) references learner (workspace_id, id) on delete cascade,
    foreign key (workspace_id, trajectory_id) references trajectory (workspace_id, id) on delete cascade,
    foreign key (workspace_id, entered_by) references member (workspace_id, id)
  )`,
  'create index moment_receipt_learner on moment_receipt (workspace_id, learner_id)',
  'create index moment_receipt_trajectory on moment_receipt (workspace_id, trajectory_id)',
  `create table event_attendance (
    workspace_id uuid not null,
    event_id uuid not null,
    learner_id uuid not null,
    trajectory_id uuid not null,
    attended boolean not null,
    -- For how many hours, where she was there for a part.
    hours double precision not null check (hours between 0 and 999),
    at timestamptz not null,
    entered_by uuid not null,
    primary key (workspace_id, event_id, learner_id),
    foreign key (workspace_id, event_id) references trajectory_event (workspace_id, id) on delete cascade,
    foreign key (workspace_id, learner_id) references learner (workspace_id, id) on delete cascade,
    foreign key (workspace_id, trajectory_id) references trajectory (workspace_id, id) on delete cascade,
    foreign key (workspace_id, entered_by) references member (workspace_id, id)
  )`,
  'create index event_attendance_learner on event_attendance (workspace_id, learner_id)',
]

const content = [
  `create table learning_goal (
    workspace_id uuid not null,
    id uuid not null,
    trajectory_id uuid not null,
    learner_id uuid not null,
    person_id uuid not null,
    -- At which moment it was written; null in between.
    moment_id uuid,
    text text not null check (char_length(text) between 1 and 1000),
    situation text not null check (char_length(situation) <= 1000),
    why text not null check (char_length(why) <= 1000),
    first_step text not null check (char_length(first_step) <= 1000),
    notice text not null check (char_length(notice) <= 1000),
    ${oneOf('status', 'current replaced')},
    -- The goal it came in the place of, and why. Both are kept.
    replaces uuid,
    reason text not null check (char_length(reason) <= 1000),
    -- Goal attainment scaling: five levels, one observable each, written beforehand (core: attainment).
    scale jsonb,
    weight integer not null default 1 check (weight between 1 and 5),
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version integer not null check (version > 0),
    ${shared},
    primary key (workspace_id, id),
    foreign key (workspace_id, trajectory_id) references trajectory (workspace_id, id) on delete cascade,
    foreign key (workspace_id, learner_id) references learner (workspace_id, id) on delete cascade,
    foreign key (workspace_id, person_id) references person (workspace_id, id),
    foreign key (workspace_id, moment_id) references trajectory_moment (workspace_id, id),
    foreign key (workspace_id, replaces) references learning_goal (workspace_id, id)
  )`,
  'create index learning_goal_learner on learning_goal (workspace_id, learner_id)',
  'create index learning_goal_trajectory on learning_goal (workspace_id, trajectory_id)',
  'create index learning_goal_person on learning_goal (workspace_id, person_id)',
  `create table learning_answer (
    workspace_id uuid not null,
    id uuid not null,
    trajectory_id uuid not null,
    moment_id uuid not null,
    learner_id uuid not null,
    person_id uuid not null,
    item_key text not null check (char_length(item_key) between 1 and 80),
    -- About one goal, where she has several.
    goal_id uuid,
    -- A choice from a scale, or words. A blank is no row.
    choice text check (char_length(choice) <= 80),
    body text not null check (char_length(body) <= 5000),
    at timestamptz not null,
    ${shared},
    primary key (workspace_id, id),
    foreign key (workspace_id, trajectory_id) references trajectory (workspace_id, id) on delete cascade,
    foreign key (workspace_id, moment_id) references trajectory_moment (workspace_id, id) on delete cascade,
    foreign key (workspace_id, learner_id) references learner (workspace_id, id) on delete cascade,
    foreign key (workspace_id, person_id) references person (workspace_id, id),
    foreign key (workspace_id, goal_id) references learning_goal (workspace_id, id) on delete cascade,
    check (choice is not null or body <> '')
  )`,
  `create unique index learning_answer_once on learning_answer
    (workspace_id, moment_id, learner_id, item_key, goal_id) nulls not distinct`,
  'create index learning_answer_trajectory on learning_answer (workspace_id, trajectory_id)',
  'create index learning_answer_learner on learning_answer (workspace_id, learner_id)',
  'create index learning_answer_person on learning_answer (workspace_id, person_id)',
  `create table learning_mention (
    workspace_id uuid not null,
    id uuid not null,
    trajectory_id uuid not null,
    moment_id uuid not null,
    learner_id uuid not null,
    person_id uuid not null,
    ${oneOf('kind', 'barrier resource')},
    -- Of this mention, not of the code: workload is named of a person and of an organisation.
    ${oneOf('level', 'person team organisation')},
    ${oneOf('stance', 'expected met')},
    -- From the starting codebook, in her own words, or both.
    code text check (char_length(code) between 1 and 80),
    body text not null check (char_length(body) <= 500),
    at timestamptz not null,
    ${shared},
    primary key (workspace_id, id),
    foreign key (workspace_id, trajectory_id) references trajectory (workspace_id, id) on delete cascade,
    foreign key (workspace_id, moment_id) references trajectory_moment (workspace_id, id) on delete cascade,
    foreign key (workspace_id, learner_id) references learner (workspace_id, id) on delete cascade,
    foreign key (workspace_id, person_id) references person (workspace_id, id),
    check (code is not null or body <> '')
  )`,
  'create index learning_mention_trajectory on learning_mention (workspace_id, trajectory_id)',
  'create index learning_mention_learner on learning_mention (workspace_id, learner_id)',
  'create index learning_mention_person on learning_mention (workspace_id, person_id)',
]

const colleague = both(signedIn, `not ${role('guest')}`)
const reads = either(leads(), monitors(), joins())
const leading = both(leads(), memberOnly)
/** A learner acts as a participant, on her own pages. */
const mine = (column: string) => both(joins(), participant(column))
/** A person's own page, and what she asks to delete. */
const herself = (...rules: string[]) => both(person(), ...rules)
const composing: TableRules = { select: reads, insert: leading, update: leading, delete: leading }
const ofRegister: TableRules = {
  select: either(leads(), monitors(), mine('learner_id')),
  insert: either(leading, mine('learner_id')),
  update: either(leading, mine('learner_id')),
  delete: leading,
}
/** Her own; of others only what is shared, by those who read the monitor. A lead writes over what is on paper, and reads nothing. */
const own = mine('learner_id')
const sharedOnly = both('shared is not null', 'in_use')
const aboutHerself = either(herself(purpose('access')), herself(purpose('deletion')))
const wordsOfHers: TableRules = {
  select: either(own, both(monitors(), memberOnly, sharedOnly), aboutHerself),
  insert: either(own, both(leading, sharedOnly)),
  // Consent that is put on hold or released changes it for all she wrote, where her choices are open.
  update: either(own, herself(memberOnly), herself(purpose('access'))),
  delete: either(own, herself(purpose('deletion'))),
}

const rules: Readonly<Record<string, TableRules>> = {
  trajectory: {
    select: either(takesPart, leads('id'), monitors('id'), joins('id')),
    insert: both(colleague, actorIs('created_by'), takesPart),
    update: both(leads('id'), memberOnly),
    delete: both(leads('id'), memberOnly, signedIn),
  },
  trajectory_event: composing,
  trajectory_moment: composing,
  learner: {
    select: either(leads(), monitors(), mine('id'), person()),
    insert: leading,
    update: either(leading, mine('id'), person()),
    delete: either(leading, herself(purpose('deletion'))),
  },
  learner_name: {
    select: either(leads(), mine('learner_id')),
    insert: leading,
    update: either(leading, mine('learner_id')),
    delete: leading,
  },
  learner_link: {
    select: either(token, leading, mine('learner_id')),
    insert: either(leading, mine('learner_id')),
    update: either(leading, mine('learner_id')),
    delete: leading,
  },
  moment_receipt: ofRegister,
  event_attendance: { ...ofRegister, insert: leading, update: leading },
  learning_goal: wordsOfHers,
  learning_answer: wordsOfHers,
  learning_mention: wordsOfHers,
}

/** Learning trajectories: how they are composed, the register of who takes part, and what learners write (ADR 0030). */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [...composed, ...register, ...content]) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
  // What was handed in stays as it was: only whether others may read it changes.
  for (const table of ['learning_answer', 'learning_mention']) {
    await sql.raw(`revoke update on ${table} from ${appRole}`).execute(db)
    await sql.raw(`grant update (shared, in_use) on ${table} to ${appRole}`).execute(db)
  }
}
