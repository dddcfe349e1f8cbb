import { type Kysely, sql } from 'kysely'
import { condition, protect } from '../policy.ts'

const { relation, memberOnly, signedIn, actorIs } = condition
const both = (...rules: string[]) => rules.join(' and ')

const statements = [
  `create table own_challenge (
    workspace_id uuid not null,
    id uuid not null,
    relation_id uuid not null,
    author_id uuid not null,
    challenge text not null check (challenge in ('wanting-it-right', 'powerless', 'postponing', 'unsure')),
    at timestamptz not null,
    changed_at timestamptz not null,
    outcome text check (outcome in ('discussed', 'agreed', 'not-applicable')),
    closed_at timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id),
    foreign key (workspace_id, author_id) references member (workspace_id, id),
    check ((outcome is null) = (closed_at is null))
  )`,
  'create index own_challenge_author on own_challenge (workspace_id, author_id, relation_id)',
  'create index own_challenge_relation on own_challenge (workspace_id, relation_id)',
  'create index own_challenge_changed on own_challenge (workspace_id, changed_at)',
]

const mine = both(memberOnly, signedIn, actorIs('author_id'))

/** Signal R10: a challenge of one's own, with its author alone, like every working note. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  const within = both(mine, relation())
  await protect(db, 'own_challenge', { select: mine, insert: within, update: within, delete: mine })
}
