import { type Kysely, sql } from 'kysely'
import { condition, protect } from '../policy.ts'

const { signedIn, memberOnly, role, actorIs } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const statements = [
  // What a colleague did, how, and what it brought: hers until she shares it. It is about no collaboration.
  `create table practice_story (
    workspace_id uuid not null references workspace,
    id uuid not null,
    author_id uuid not null,
    kind text not null check (kind in ('interpersonal', 'with-help-seekers', 'interprofessional')),
    context text check (context in ('micro', 'meso', 'exo')),
    situation text check (char_length(situation) <= 40),
    body jsonb not null,
    version integer not null check (version > 0),
    created_at timestamptz not null,
    changed_at timestamptz not null,
    shared_at timestamptz,
    -- A colleague knew somebody again: out of sight for everybody but its author, until she changed it.
    hidden_at timestamptz,
    hidden_by uuid,
    primary key (workspace_id, id),
    foreign key (workspace_id, author_id) references member (workspace_id, id),
    foreign key (workspace_id, hidden_by) references member (workspace_id, id),
    check ((hidden_at is null) = (hidden_by is null)),
    check (hidden_at is null or shared_at is null)
  )`,
  'create index practice_story_shared on practice_story (workspace_id, shared_at desc) where shared_at is not null',
  'create index practice_story_author on practice_story (workspace_id, author_id)',
  // "I know this": counted, and shown to nobody by name.
  `create table practice_recognition (
    workspace_id uuid not null references workspace,
    story_id uuid not null,
    member_id uuid not null,
    primary key (workspace_id, story_id, member_id),
    foreign key (workspace_id, story_id) references practice_story (workspace_id, id) on delete cascade,
    foreign key (workspace_id, member_id) references member (workspace_id, id)
  )`,
  `create table practice_addition (
    workspace_id uuid not null references workspace,
    id uuid not null,
    story_id uuid not null,
    author_id uuid not null,
    kind text not null check (kind in ('also', 'otherwise')),
    body text not null check (char_length(body) between 1 and 800),
    created_at timestamptz not null,
    -- Null when a colleague knew somebody again: out of sight for everybody but its author.
    shown_at timestamptz,
    hidden_by uuid,
    primary key (workspace_id, id),
    foreign key (workspace_id, story_id) references practice_story (workspace_id, id) on delete cascade,
    foreign key (workspace_id, author_id) references member (workspace_id, id),
    foreign key (workspace_id, hidden_by) references member (workspace_id, id),
    check ((shown_at is null) = (hidden_by is not null))
  )`,
  'create index practice_addition_story on practice_addition (workspace_id, story_id, created_at)',
]

const colleague = both(signedIn, memberOnly, `not ${role('guest')}`)
const mine = actorIs('author_id')
// Whoever hides something has to see the row that she leaves behind; the pages show it to nobody but its author.
const iHid = actorIs('hidden_by')

/** Stories of practice, shared by their authors with colleagues, who say that they know it and add to it. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  await protect(db, 'practice_story', {
    select: both(colleague, either(mine, 'shared_at is not null', iHid)),
    insert: both(colleague, mine),
    update: both(colleague, either(mine, 'shared_at is not null', iHid)),
    delete: both(colleague, mine),
  })
  await protect(db, 'practice_recognition', {
    select: colleague,
    insert: both(colleague, actorIs('member_id')),
    delete: both(colleague, actorIs('member_id')),
  })
  await protect(db, 'practice_addition', {
    select: both(colleague, either(mine, 'shown_at is not null', iHid)),
    insert: both(colleague, mine),
    update: both(colleague, either('shown_at is not null', iHid)),
    delete: both(colleague, mine),
  })
}
