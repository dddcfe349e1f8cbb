import { type Kysely, sql } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { relation, person, memberOnly, signedIn, purpose, role } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const statements = [
  // How the checks of somebody lay around something that was done, with her consent for research: what a claim rests on.
  `create table works_trace (
    workspace_id uuid not null,
    person_id uuid not null,
    -- The agreement, repair or meeting; with each instrument apart.
    subject_id uuid not null,
    instrument_id text not null,
    relation_id uuid not null,
    deed text not null check (char_length(deed) <= 120),
    kind text not null,
    context text,
    situation text,
    -- Colleagues who took part then: nothing is told that would be about one of them.
    colleague_ids uuid[] not null,
    done_at timestamptz not null,
    before_count integer not null check (before_count > 0),
    after_count integer not null check (after_count > 0),
    nap double precision not null check (nap between 0 and 1),
    tau_u double precision not null,
    -- Since when it is in what is told; null: not yet.
    told_at timestamptz,
    shared text not null default 'research' check (shared = 'research'),
    in_use boolean not null default true,
    primary key (workspace_id, person_id, subject_id, instrument_id),
    foreign key (workspace_id, person_id) references person (workspace_id, id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id) on delete cascade,
    foreign key (workspace_id, person_id, shared, in_use)
      references consent_grant (workspace_id, person_id, purpose, in_force) on delete cascade
  )`,
  'create index works_trace_relation on works_trace (workspace_id, relation_id)',
  // What is told of one kind of deed: counts of groups, of nobody in them. It stands until it may be told anew.
  `create table works_told (
    workspace_id uuid not null references workspace,
    deed text not null check (char_length(deed) <= 120),
    groups jsonb not null,
    told_at timestamptz not null,
    primary key (workspace_id, deed)
  )`,
]

const program = purpose('system')
const counting = both(program, purpose('results'))
const colleague = both(signedIn, `not ${role('guest')}`)
/** Consent that is put on hold or released takes it along. */
const holding = either(both(person(), memberOnly), both(person(), purpose('access')))

const rules: Readonly<Record<string, TableRules>> = {
  works_trace: {
    // Whoever takes part sees what a claim rests on, where she takes part.
    select: either(both(relation(), memberOnly), counting, both(person(), purpose('access'))),
    insert: both(relation(), program),
    update: either(both(relation(), program), counting, holding),
    delete: both(relation(), program),
  },
  works_told: { select: either(colleague, counting), insert: counting, update: counting, delete: counting },
}

/** What works for us: how checks lay around what was done, and what is told of it. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
}
