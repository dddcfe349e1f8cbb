import { type Kysely, sql } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { analysis, memberOnly, signedIn, actorIs, role } = condition
const both = (...rules: string[]) => rules.join(' and ')
const ofAnalysis = `foreign key (workspace_id, analysis_id) references analysis (workspace_id, id) on delete cascade`

const tables = [
  // What the analyst says of one cell of the matrix, having read its quotes.
  `create table analysis_mark (
    workspace_id uuid not null,
    analysis_id uuid not null,
    code_id uuid not null,
    kind text not null check (kind in ('voice', 'source', 'moment')),
    column_key text not null check (char_length(column_key) between 1 and 40),
    mark text not null check (mark in ('confirms', 'adds', 'contradicts', 'silent')),
    by_id uuid not null,
    at timestamptz not null,
    primary key (workspace_id, analysis_id, code_id, kind, column_key),
    ${ofAnalysis},
    foreign key (workspace_id, code_id) references analysis_code (workspace_id, id) on delete cascade,
    foreign key (workspace_id, by_id) references member (workspace_id, id)
  )`,
  // Several code the same documents blind. While opened_at is empty those documents are sealed (analysis.sealed_documents).
  `create table analysis_round (
    workspace_id uuid not null,
    id uuid not null,
    analysis_id uuid not null,
    title text not null check (char_length(title) between 1 and 120),
    document_ids uuid[] not null check (cardinality(document_ids) > 0),
    coder_ids uuid[] not null check (cardinality(coder_ids) > 1),
    ready_ids uuid[] not null default '{}',
    started_by uuid not null,
    started_at timestamptz not null,
    opened_at timestamptz,
    opened_by uuid,
    primary key (workspace_id, id),
    ${ofAnalysis},
    foreign key (workspace_id, started_by) references member (workspace_id, id),
    foreign key (workspace_id, opened_by) references member (workspace_id, id),
    check ((opened_at is null) = (opened_by is null))
  )`,
  'create index analysis_round_analysis on analysis_round (workspace_id, analysis_id)',
  // A difference that was talked out. It is about somebody's words, so it goes when they do.
  `create table analysis_decision (
    workspace_id uuid not null,
    round_id uuid not null,
    passage_id uuid not null,
    start_at integer not null check (start_at >= 0),
    end_at integer not null check (end_at > start_at),
    analysis_id uuid not null,
    code_ids uuid[] not null,
    reason text not null check (char_length(reason) <= 1000),
    by_id uuid not null,
    at timestamptz not null,
    primary key (workspace_id, round_id, passage_id, start_at),
    ${ofAnalysis},
    foreign key (workspace_id, round_id) references analysis_round (workspace_id, id) on delete cascade,
    foreign key (workspace_id, passage_id) references analysis_passage (workspace_id, id) on delete cascade,
    foreign key (workspace_id, by_id) references member (workspace_id, id)
  )`,
  'create index analysis_decision_passage on analysis_decision (workspace_id, passage_id)',
  // Versions of the organisation's own model of synergy; none: the one that ships with the product.
  `create table synergy_model (
    workspace_id uuid not null references workspace,
    version integer not null check (version > 0),
    body jsonb not null,
    by_id uuid not null,
    at timestamptz not null,
    primary key (workspace_id, version),
    foreign key (workspace_id, by_id) references member (workspace_id, id)
  )`,
  // Which theme lies on which element in one analysis, and what was expected of the elements before the words were read.
  `create table analysis_map (
    workspace_id uuid not null,
    analysis_id uuid not null,
    -- 0: the model that ships with the product.
    model_version integer not null check (model_version >= 0),
    placings jsonb not null,
    expectations jsonb not null,
    version integer not null check (version > 0),
    by_id uuid not null,
    at timestamptz not null,
    primary key (workspace_id, analysis_id),
    ${ofAnalysis},
    foreign key (workspace_id, by_id) references member (workspace_id, id)
  )`,
]

const inside = both(analysis(), memberOnly)
const inOwnName = (column: string) => both(inside, actorIs(column))
const colleague = both(memberOnly, signedIn, `not ${role('guest')}`)

const rules: Readonly<Record<string, TableRules>> = {
  analysis_mark: {
    ...{ select: inside, insert: inOwnName('by_id'), update: inside, delete: inside },
  },
  analysis_round: { select: inside, insert: inOwnName('started_by'), update: inside },
  analysis_decision: { select: inside, insert: inOwnName('by_id'), update: inside, delete: inside },
  // A version that was kept stays as it is: analyses use it.
  synergy_model: { select: both(memberOnly), insert: both(colleague, actorIs('by_id')) },
  analysis_map: { select: inside, insert: inOwnName('by_id'), update: inside },
}

/** What is made of coded words: marks in the matrix, blind rounds with what was decided, and the map of synergy. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
}
