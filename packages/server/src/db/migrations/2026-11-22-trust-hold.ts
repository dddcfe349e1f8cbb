import { type Kysely, sql } from 'kysely'
import { condition, protect } from '../policy.ts'

const { person, role, signedIn } = condition
const researcher = `(${role('researcher')} and ${signedIn} and in_use)`

const statements = [
  'alter table consent_grant add column in_force boolean not null default true',
  'alter table research_answer add column in_use boolean not null default true',
  "set local app.maintenance = 'on'",
  'update consent_grant set in_force = held_at is null',
  `update research_answer a set in_use = g.in_force from consent_grant g
    where g.workspace_id = a.workspace_id and g.person_id = a.person_id and g.purpose = a.purpose`,
  `alter table consent_grant
    add constraint consent_grant_in_force_check check (in_force = (held_at is null)),
    add constraint consent_grant_in_force_key unique (workspace_id, person_id, purpose, in_force)`,
  // No `on update cascade`: Citus refuses it where the workspace is in the key. So consent and what rests on it change in
  // one statement; whoever forgets the second is stopped here.
  `alter table research_answer
    drop constraint research_answer_workspace_id_person_id_purpose_fkey,
    add constraint research_answer_in_use_fkey foreign key (workspace_id, person_id, purpose, in_use)
      references consent_grant (workspace_id, person_id, purpose, in_force) on delete cascade`,
]

/**
 * Consent on hold, kept by the database: material says whether it may be used, and that is the same as whether the consent
 * it rests on is in force. On hold nothing is added to it, and no researcher sees it.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  await protect(db, 'research_answer', {
    select: `(${researcher} or ${person()})`,
    insert: `${person()} and in_use`,
    // Puts it on hold and takes it off again, with the consent it rests on.
    update: person(),
  })
}
