import { type Kysely, sql } from 'kysely'
import { condition, protect } from '../policy.ts'

const { relation, person, memberOnly } = condition

const tables = [
  // What a person asks of those who keep her data, and what they answered.
  `create table person_request (
    workspace_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    relation_id uuid not null,
    asked_by uuid not null,
    kind text not null check (kind in ('correction', 'deletion')),
    body text not null check (char_length(body) <= 2000),
    at timestamptz not null,
    outcome text check (outcome in ('done', 'partly', 'refused')),
    answer text not null default '' check (char_length(answer) <= 1000),
    handled_at timestamptz,
    handled_by uuid,
    primary key (workspace_id, id),
    foreign key (workspace_id, person_id) references person (workspace_id, id),
    foreign key (workspace_id, asked_by) references person (workspace_id, id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id),
    foreign key (workspace_id, handled_by) references member (workspace_id, id),
    check ((outcome is null) = (handled_at is null) and (outcome is null) = (handled_by is null))
  )`,
  'create index person_request_relation on person_request (workspace_id, relation_id, at)',
  'create index person_request_person on person_request (workspace_id, person_id, at)',
  // The last code given out in the register: nobody but a researcher may see the codes of others to count them.
  `create table research_code (
    workspace_id uuid not null references workspace,
    last integer not null check (last > 0),
    primary key (workspace_id)
  )`,
  "set local app.maintenance = 'on'",
  `insert into research_code (workspace_id, last)
    select workspace_id, max(substr(code, 2)::integer) from research_register group by workspace_id`,
]

/** What a person asks to correct or delete, and the numbers that the register of research gives out. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db)
  const own = `(${person()} or ${person('asked_by')})`
  await protect(db, 'person_request', {
    select: `((${relation()} and ${memberOnly}) or ${own})`,
    insert: `${relation()} and ${own}`,
    update: `${relation()} and ${memberOnly}`,
  })
  await protect(db, 'research_code', { select: 'true', insert: 'true', update: 'true' })
}
