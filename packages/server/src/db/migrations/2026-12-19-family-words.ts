import { type Kysely, sql } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { relation, participant, memberOnly, purpose, role } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const statements = [
  // What a network asks or tells the family: who says it, when, and what the family answered.
  `create table family_word (
    workspace_id uuid not null,
    id uuid not null,
    circle_id uuid not null,
    relation_id uuid not null,
    kind text not null check (kind in ('ask', 'tell')),
    text text not null check (char_length(text) between 1 and 1000),
    -- Who wrote it down.
    participant_id uuid not null,
    -- Who says it to the family.
    said_by uuid not null,
    planned_on date,
    -- Before this the family does not see it.
    said_at timestamptz,
    answer text not null check (char_length(answer) <= 1000),
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version integer not null check (version > 0),
    primary key (workspace_id, id),
    foreign key (workspace_id, relation_id, circle_id) references circle (workspace_id, relation_id, id) on delete cascade,
    foreign key (workspace_id, participant_id) references participant (workspace_id, id),
    foreign key (workspace_id, said_by) references participant (workspace_id, id),
    check (said_at is not null or answer = '')
  )`,
  'create index family_word_circle on family_word (workspace_id, circle_id)',
]

const keeping = both(relation(), memberOnly, `not ${role('guest')}`)
/** Who came by a link and is not of the family. */
const beside = both(relation(), purpose('professional'))

const rules: Readonly<Record<string, TableRules>> = {
  family_word: {
    select: both(
      relation(),
      either(memberOnly, purpose('professional'), participant(), 'said_at is not null'),
    ),
    insert: either(keeping, both(beside, participant())),
    update: either(keeping, beside),
    delete: either(keeping, both(beside, participant())),
  },
}

/** What a network asks or tells the family, which the family sees from the moment on which it was said. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [name, rule] of Object.entries(rules)) await protect(db, name, rule)
}
