import { type Kysely, sql } from 'kysely'
import { condition, protect } from '../policy.ts'

const { purpose, role, relation, person, actorIsText } = condition

const statements = [
  `create table audit_shown (
    workspace_id uuid not null,
    event_id uuid not null,
    place integer not null,
    at timestamptz not null,
    actor text not null,
    action text not null,
    basis text not null,
    relation_id uuid,
    person_id uuid,
    primary key (workspace_id, event_id, place),
    check (num_nonnulls(relation_id, person_id) = 1),
    foreign key (workspace_id, event_id) references audit_event (workspace_id, id) on delete cascade
  )`,
  'create index audit_shown_relation on audit_shown (workspace_id, relation_id, at) where relation_id is not null',
  'create index audit_shown_person on audit_shown (workspace_id, person_id, at) where person_id is not null',
]

/**
 * A look at many at once is one line of the record, with beside it whom and what it showed. Each of those repeats who looked
 * and why, so that whoever it is about reads it without reach to the line itself, or to what stands beside her own.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  await protect(db, 'audit_shown', {
    select: `((${purpose('audit')} and ${role('privacy-officer')})
      or (${purpose('access')} and (${relation()} or ${person()})))`,
    insert: actorIsText('actor'),
  })
}
