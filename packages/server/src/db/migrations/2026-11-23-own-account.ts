import { type Kysely, sql } from 'kysely'
import { appRole, condition, protect } from '../policy.ts'

/**
 * The account that a person linked with her own page. Reached only by herself, while she sees to it: no colleague sees
 * that there is one. The table in the schema of the sign-in data says where a user has a page, as `membership` does for
 * members; it goes with the link, and both go with the account.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db)
  const herself = `${condition.person()} and ${condition.purpose('account')} and not ${condition.memberOnly}`
  await protect(db, 'person_account', { select: herself, insert: herself, delete: herself })
}

const ofUser = 'user_id text not null references auth."user" ("id") on delete cascade'

const tables = [
  `create table person_account (
    workspace_id uuid not null references workspace,
    person_id uuid not null,
    ${ofUser},
    linked_at timestamptz not null,
    -- One account per person; an account can have several pages.
    primary key (workspace_id, person_id),
    foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
  )`,
  'create index person_account_user on person_account (user_id)',
  `create table auth.person_place (${ofUser}, workspace_id uuid not null, person_id uuid not null,
    primary key (user_id, workspace_id, person_id),
    foreign key (workspace_id, person_id) references person_account (workspace_id, person_id) on delete cascade)`,
  'create index person_place_person on auth.person_place (workspace_id, person_id)',
  `grant select, insert on auth.person_place to ${appRole}`,
]
