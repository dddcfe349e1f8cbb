import { type Kysely, sql } from 'kysely'
import { appRole, condition, protect } from '../policy.ts'

const { role, signedIn, purpose, actorIs, actorIsText, relation, person } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

/** A line of her own: the record keeps who acted as text. */
const isHerOwn = both(signedIn, `${actorIs('actor')}::text`)

/**
 * Whoever works here reads what she did herself, also outside any collaboration, where she takes along what is kept about
 * her. And how often somebody was refused within an hour is counted, so that a flood writes some lines and not thousands.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await protect(db, 'audit_event', {
    select: either(
      both(purpose('audit'), role('privacy-officer')),
      both(purpose('access'), either(relation(), person(), isHerOwn)),
    ),
    insert: actorIsText('actor'),
  })
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Of members only: what respondents write is not slowed down by it.
  'create index audit_event_member on audit_event (workspace_id, actor, at) where length(actor) = 36',
  `create table auth.refusal_count (
    user_id text not null references auth."user" ("id") on delete cascade,
    kind text not null check (kind in ('sign-in', 'content')),
    count integer not null,
    since timestamptz not null,
    primary key (user_id, kind)
  )`,
  `grant select, insert, update, delete on auth.refusal_count to ${appRole}`,
]
