import { type Kysely, sql } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { relation, monitors, person, memberOnly, signedIn, purpose, role } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const sources = "source in ('collaboration', 'team', 'trajectory')"

const statements = [
  // A team as a whole has no person (its rounds have no authors), a trajectory no collaboration, and a goal no place.
  `alter table works_trace
    add column source text not null default 'collaboration' check (${sources}),
    add column trajectory_id uuid,
    drop constraint works_trace_pkey,
    add column id uuid not null default gen_random_uuid(),
    add primary key (workspace_id, id),
    alter column person_id drop not null,
    alter column relation_id drop not null,
    alter column kind drop not null,
    add check ((source = 'trajectory') = (trajectory_id is not null)),
    add check ((relation_id is null) = (trajectory_id is not null)),
    add check (person_id is not null or source = 'team'),
    add foreign key (workspace_id, trajectory_id) references trajectory (workspace_id, id) on delete cascade`,
  'alter table works_trace alter column source drop default',
  `create unique index works_trace_once on works_trace
    (workspace_id, source, relation_id, trajectory_id, subject_id, instrument_id, person_id) nulls not distinct`,
  'create index works_trace_person on works_trace (workspace_id, person_id)',
  'create index works_trace_trajectory on works_trace (workspace_id, trajectory_id)',
  `alter table works_told
    add column source text not null default 'collaboration' check (${sources}),
    drop constraint works_told_pkey,
    add primary key (workspace_id, source, deed)`,
  'alter table works_told alter column source drop default',
]

const program = purpose('system')
const counting = both(program, purpose('results'))
const colleague = both(signedIn, `not ${role('guest')}`)
const hers = both(person(), purpose('access'))
const holding = either(both(person(), memberOnly), hers)
const reckoning = both(either(relation(), monitors()), program)
// Whoever takes part sees what a claim rests on. In a team and a trajectory that would be what one person answered in
// confidence: nobody but the program reads it.
const takingPart = both(relation(), memberOnly, "source = 'collaboration'")

const rules: Readonly<Record<string, TableRules>> = {
  works_trace: {
    select: either(takingPart, reckoning, counting, hers),
    insert: reckoning,
    update: either(reckoning, counting, holding),
    delete: reckoning,
  },
  works_told: { select: either(colleague, counting), insert: counting, update: counting, delete: counting },
}

/** What works is reckoned over teams and trajectories too, each told apart. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
}
