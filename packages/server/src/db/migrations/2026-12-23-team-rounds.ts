import { type Kysely, sql } from 'kysely'
import { condition, protect } from '../policy.ts'

const { round, memberOnly, purpose } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const statements = [
  // What was made before has no planned talk and promised no share: it stays readable as it was.
  `alter table round
    add column form text not null default 'check' check (form in ('check', 'swap', 'between')),
    add column min_share integer check (min_share between 50 and 100),
    add column talk_on date,
    add column talk_meeting_id uuid,
    -- The team whose round it is. That somebody takes part in its collaboration opens nothing here.
    add column circle_relation_id uuid,
    add column circle_id uuid,
    -- The first round of the same people with the same questions; null where it is none of a row.
    add column series_id uuid,
    add check ((circle_id is null) = (circle_relation_id is null)),
    add check (talk_on is not null or talk_meeting_id is null),
    add foreign key (workspace_id, talk_meeting_id) references meeting (workspace_id, id)
      on delete set null (talk_meeting_id),
    add foreign key (workspace_id, circle_relation_id, circle_id) references circle (workspace_id, relation_id, id)
      on delete set null (circle_relation_id, circle_id)`,
  'create index round_series on round (workspace_id, series_id)',
  // In a swap: the group whose answers this one guesses.
  `alter table round_group
    add column about_id uuid,
    add check (about_id <> id),
    add foreign key (workspace_id, round_id, about_id) references round_group (workspace_id, round_id, id)`,
  // What people of a group chose about another group, as counts only (ADR 0014).
  `create table round_view_tally (
    workspace_id uuid not null,
    round_id uuid not null,
    group_id uuid not null,
    about_id uuid not null check (about_id <> group_id),
    item_id text not null,
    value integer not null,
    n integer not null check (n > 0),
    primary key (workspace_id, round_id, group_id, about_id, item_id, value),
    foreign key (workspace_id, round_id, group_id) references round_group (workspace_id, round_id, id),
    foreign key (workspace_id, round_id, about_id) references round_group (workspace_id, round_id, id)
  )`,
]

// The same as for round_tally.
const byTicket = both(round(), `not ${memberOnly}`)
const counted = either(both(round(), memberOnly, purpose('results')), byTicket)
const renewal = both(round(), purpose('system'), purpose('renewal'))

/** Rounds of a team: a planned talk, a promised share, earlier rounds beside them, and what groups say about each other. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  await protect(db, 'round_view_tally', {
    ...{ select: counted, insert: byTicket, update: byTicket, delete: renewal },
  })
}
