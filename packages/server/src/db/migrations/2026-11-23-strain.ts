import { type Kysely, sql } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { relation, memberOnly, signedIn, actorIs, ownIfRespondent, purpose } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const moments = [
  'start',
  'after-session',
  'evaluation',
  'tension',
  'ending',
  'own-part',
  'reflection',
  'peer-case',
]

const tables = [
  // Own part, thinking it over, journal, a case for peer reflection: notes of their author alone, like every working note.
  `alter table working_note
    add column moment text check (moment in (${moments.map((one) => `'${one}'`).join(', ')})),
    -- No reference: the rupture may be somebody else's and go before the note does.
    add column rupture_id uuid,
    -- A case for peer reflection can never be followed back to a collaboration.
    add constraint working_note_case
      check (moment is distinct from 'peer-case' or relation_id is null and rupture_id is null)`,
  `create table rupture (
    workspace_id uuid not null,
    id uuid not null,
    relation_id uuid not null,
    participant_id uuid not null,
    author_id uuid not null,
    kind text not null check (kind in ('withdrawal', 'confrontation')),
    markers text[] not null,
    salience integer check (salience between 1 and 5),
    body text not null check (char_length(body) <= 2000),
    noticed_at timestamptz not null,
    changed_at timestamptz not null,
    -- Part of the file from then on; until then its author's alone.
    shared_at timestamptz,
    agreement_id uuid,
    review_on date,
    outcome text check (outcome in ('solved', 'partly', 'not-solved', 'not-discussed')),
    closed_at timestamptz,
    version integer not null check (version > 0),
    primary key (workspace_id, id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id),
    foreign key (workspace_id, participant_id) references participant (workspace_id, id),
    foreign key (workspace_id, author_id) references member (workspace_id, id),
    foreign key (workspace_id, agreement_id) references agreement (workspace_id, id),
    check ((agreement_id is null) = (review_on is null)),
    check ((outcome is null) = (closed_at is null))
  )`,
  'create index rupture_relation on rupture (workspace_id, relation_id, noticed_at)',
  'create index rupture_changed on rupture (workspace_id, changed_at) where shared_at is null',
  // Whose and whether shared stand in the step too: a policy looks at no other table.
  `create table rupture_step (
    workspace_id uuid not null,
    rupture_id uuid not null,
    step text not null
      check (step in ('pause', 'invite', 'listen', 'own-part', 'renegotiate', 'agree', 'outcome')),
    relation_id uuid not null,
    participant_id uuid not null,
    author_id uuid not null,
    shared_at timestamptz,
    state text not null check (state in ('done', 'skipped')),
    body text not null check (char_length(body) <= 2000),
    at timestamptz not null,
    done_by uuid not null,
    primary key (workspace_id, rupture_id, step),
    foreign key (workspace_id, rupture_id) references rupture (workspace_id, id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id),
    foreign key (workspace_id, participant_id) references participant (workspace_id, id),
    foreign key (workspace_id, author_id) references member (workspace_id, id),
    foreign key (workspace_id, done_by) references member (workspace_id, id),
    -- What one finds in oneself is nobody else's: it is a note of one's own.
    check (step <> 'own-part' or state = 'skipped' or body = '')
  )`,
  'create index rupture_step_relation on rupture_step (workspace_id, relation_id)',
]

const mine = actorIs('author_id')
const isShared = 'shared_at is not null'
const team = both(relation(), memberOnly, signedIn)
const worked = both(team, either(isShared, mine))

/** Seen by who takes part once it is shared, and by the person it is about where her page shows it. */
const seen = both(
  relation(),
  ownIfRespondent,
  either(both(memberOnly, either(isShared, mine)), both(purpose('access'), isShared)),
)
const onRequest = both(team, purpose('deletion'), isShared)

const rules: Readonly<Record<string, TableRules>> = {
  rupture: {
    select: seen,
    insert: both(team, mine),
    update: worked,
    delete: either(both(team, mine, 'shared_at is null'), onRequest),
  },
  rupture_step: {
    select: seen,
    insert: both(worked, actorIs('done_by')),
    update: worked,
    delete: worked,
  },
}

/** Strain in a collaboration and its repair; and what a note of one's own is for. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
}
