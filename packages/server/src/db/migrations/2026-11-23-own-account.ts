import { type Kysely, sql } from 'kysely'
import { appRole, condition, protect } from '../policy.ts'

/**
 * The account that a person linked with her own page. Reached only by herself, while she sees to it: no colleague sees
 * that there is one. The table in the schema of the sign-in data says where a user has a page, as `membership` does for
 * members; it goes with the account or with the person, and the link goes with it.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db)
  const herself = `${condition.person()} and ${condition.purpose('account')} and not ${condition.memberOnly}`
  await protect(db, 'person_account', { select: herself, insert: herself, delete: herself })
}

const tables = [
  // One account per person; an account can have several pages.
  `create table auth.person_place (
    user_id text not null references auth."user" ("id") on delete cascade,
    workspace_id uuid not null,
    person_id uuid not null,
    primary key (workspace_id, person_id),
    foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
  )`,
  'create index person_place_user on auth.person_place (user_id)',
  `create table person_account (
    workspace_id uuid not null references workspace,
    person_id uuid not null,
    user_id text not null,
    linked_at timestamptz not null,
    primary key (workspace_id, person_id),
    foreign key (workspace_id, person_id) references person (workspace_id, id),
    foreign key (workspace_id, person_id) references auth.person_place (workspace_id, person_id) on delete cascade
  )`,
  `grant select, insert, delete on auth.person_place to ${appRole}`,
]
