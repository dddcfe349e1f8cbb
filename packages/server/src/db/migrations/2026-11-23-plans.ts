import { type Kysely, sql } from 'kysely'
import { condition, protect } from '../policy.ts'

const { relation, ownIfRespondent, memberOnly, purpose } = condition

const tables = [
  // How often someone is asked by itself, and what she chose about that. One row for each person who is asked by a plan.
  `create table check_plan (
    workspace_id uuid not null,
    participant_id uuid not null,
    relation_id uuid not null,
    rhythm text not null check (rhythm in ('after-contact', 'weeks', 'none')),
    every_weeks integer not null check (every_weeks between 1 and 26),
    weekends boolean not null default false,
    -- Where letters go, only when she said that she wants them; empty: the link waits for the professional.
    email text not null default '' check (char_length(email) <= 254),
    email_agreed_at timestamptz,
    since timestamptz not null,
    set_by uuid not null,
    -- Her own choice, by her own link.
    paused_until timestamptz,
    stopped_at timestamptz,
    primary key (workspace_id, participant_id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id),
    foreign key (workspace_id, participant_id) references participant (workspace_id, id),
    foreign key (workspace_id, set_by) references member (workspace_id, id),
    check ((email = '') = (email_agreed_at is null))
  )`,
  'create index check_plan_relation on check_plan (workspace_id, relation_id)',
  // Each question and reminder that went out by a plan: number 0 is the question itself.
  `create table check_notice (
    workspace_id uuid not null,
    invitation_id uuid not null,
    number integer not null check (number between 0 and 2),
    relation_id uuid not null,
    participant_id uuid not null,
    by_mail boolean not null,
    at timestamptz not null,
    primary key (workspace_id, invitation_id, number),
    foreign key (workspace_id, invitation_id) references invitation (workspace_id, id) on delete cascade,
    foreign key (workspace_id, relation_id) references relation (workspace_id, id),
    foreign key (workspace_id, participant_id) references participant (workspace_id, id)
  )`,
  'create index check_notice_relation on check_notice (workspace_id, relation_id)',
]

const own = `${relation()} and ${ownIfRespondent}`
const team = `${relation()} and ${memberOnly}`
const onRequest = `${team} and ${purpose('deletion')}`

/** Asking someone now and then by itself, and what went out. She pauses and stops it by her own link. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db)
  await protect(db, 'check_plan', { select: own, insert: team, update: own, delete: onRequest })
  await protect(db, 'check_notice', { select: own, insert: team })
}
