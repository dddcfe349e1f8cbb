import { type Kysely, sql } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { monitors, leads, joins, participant, person, memberOnly, purpose } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`
const ofTrajectory = `foreign key (workspace_id, trajectory_id) references trajectory (workspace_id, id) on delete cascade`
const ofLearner = `foreign key (workspace_id, learner_id) references learner (workspace_id, id) on delete cascade`

const statements = [
  // What comes between two meetings: a card of the content, on a day that is counted from an event or a moment.
  `create table nudge (
    workspace_id uuid not null,
    id uuid not null,
    trajectory_id uuid not null,
    kind text not null check (char_length(kind) between 1 and 40),
    card_key text not null check (char_length(card_key) between 1 and 80),
    -- The lead's own words; empty: those of the card.
    title text not null check (char_length(title) <= 120),
    body text not null check (char_length(body) <= 1000),
    url text not null check (char_length(url) <= 500),
    -- What its day is counted from; neither: the first day of the trajectory.
    event_id uuid,
    moment_id uuid,
    offset_days integer not null check (offset_days between -30 and 400),
    -- A day that the lead chose, whatever it is counted from.
    fixed_on date,
    is_on boolean not null,
    changed_by uuid not null,
    changed_at timestamptz not null,
    version integer not null check (version > 0),
    primary key (workspace_id, id),
    ${ofTrajectory},
    foreign key (workspace_id, event_id) references trajectory_event (workspace_id, id) on delete set null (event_id),
    foreign key (workspace_id, moment_id) references trajectory_moment (workspace_id, id) on delete set null (moment_id),
    foreign key (workspace_id, changed_by) references member (workspace_id, id),
    check (event_id is null or moment_id is null)
  )`,
  'create index nudge_trajectory on nudge (workspace_id, trajectory_id)',
  // That a card went to somebody, once; of all her trajectories it decides about the week.
  `create table nudge_sent (
    workspace_id uuid not null,
    nudge_id uuid not null,
    learner_id uuid not null,
    trajectory_id uuid not null,
    person_id uuid not null,
    at timestamptz not null,
    -- False: no address of hers is known, or there is no mail server. The card stands on her page all the same.
    by_mail boolean not null,
    primary key (workspace_id, nudge_id, learner_id),
    foreign key (workspace_id, nudge_id) references nudge (workspace_id, id) on delete cascade,
    ${ofLearner},
    ${ofTrajectory},
    foreign key (workspace_id, person_id) references person (workspace_id, id)
  )`,
  'create index nudge_sent_learner on nudge_sent (workspace_id, learner_id)',
  'create index nudge_sent_person on nudge_sent (workspace_id, person_id, at)',
  'create index nudge_sent_trajectory on nudge_sent (workspace_id, trajectory_id)',
  // Whether somebody wants nudges at all, of whichever trajectory. No row: she never said.
  `create table nudge_choice (
    workspace_id uuid not null,
    person_id uuid not null,
    off_since timestamptz,
    changed_at timestamptz not null,
    primary key (workspace_id, person_id),
    foreign key (workspace_id, person_id) references person (workspace_id, id)
  )`,
  // Asking clients or parents something: first looked at whether the work of these people allows it.
  `create table measure (
    workspace_id uuid not null,
    id uuid not null,
    trajectory_id uuid not null,
    name text not null check (char_length(name) between 1 and 120),
    rhythm text not null check (rhythm in ('each-contact', 'several-moments', 'once')),
    people text not null check (people in ('clients', 'parents')),
    status text not null check (status in ('looked-at', 'planned', 'dropped')),
    -- Why it was planned against the advice, or left out.
    reason text not null check (char_length(reason) <= 500),
    made_by uuid not null,
    made_at timestamptz not null,
    decided_at timestamptz,
    version integer not null check (version > 0),
    primary key (workspace_id, id),
    ${ofTrajectory},
    foreign key (workspace_id, made_by) references member (workspace_id, id),
    check ((status = 'looked-at') = (decided_at is null))
  )`,
  'create index measure_trajectory on measure (workspace_id, trajectory_id)',
  // How somebody's work is, in three choices: register, no words.
  `create table work_fact (
    workspace_id uuid not null,
    learner_id uuid not null,
    trajectory_id uuid not null,
    meetings text not null check (meetings in ('none', 'once', 'few', 'many')),
    stage text check (stage in ('beginning', 'underway')),
    parents text check (parents in ('seldom', 'often')),
    at timestamptz not null,
    -- The lead who typed it over; null when she said it herself.
    entered_by uuid,
    primary key (workspace_id, learner_id),
    ${ofLearner},
    ${ofTrajectory},
    foreign key (workspace_id, entered_by) references member (workspace_id, id),
    check ((meetings = 'none') = (stage is null) and (stage is null) = (parents is null))
  )`,
  'create index work_fact_trajectory on work_fact (workspace_id, trajectory_id)',
  // Where a mail program lets its reader stop such mails with one tap (RFC 8058); forgotten with what stood in the mail.
  `alter table mail_message add column unsubscribe_url text not null default '' check (char_length(unsubscribe_url) <= 500)`,
]

const leading = both(leads(), memberOnly)
const mine = both(joins(), participant('learner_id'))
const herself = (...rules: string[]) => both(person(), ...rules)
/** The program, and somebody on her own pages: no colleague chooses for her. */
const chooses = either(purpose('system'), purpose('answering'))
const composing: TableRules = {
  select: either(leads(), monitors(), joins()),
  insert: leading,
  update: leading,
  delete: leading,
}

const rules: Readonly<Record<string, TableRules>> = {
  nudge: composing,
  nudge_sent: {
    select: either(leads(), mine, person()),
    insert: leading,
    delete: herself(purpose('deletion')),
  },
  nudge_choice: {
    select: herself(either(chooses, purpose('access'))),
    insert: herself(chooses),
    update: herself(chooses),
    delete: herself(purpose('deletion')),
  },
  measure: { select: either(leads(), monitors(), joins()), insert: leading, update: leading },
  work_fact: {
    select: either(leads(), monitors(), mine),
    insert: either(leading, mine),
    update: either(leading, mine),
    delete: leading,
  },
}

/** What comes between the meetings of a trajectory, who wants none of it, and whether a measure fits people's work. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
}
