import { type Kysely, sql } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { analysis, takesPart, memberOnly, signedIn, actorIs, purpose, person, role } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`
const oneOf = (column: string, values: string) =>
  `${column} text not null check (${column} in (${values
    .split(' ')
    .map((value) => `'${value}'`)
    .join(', ')}))`

const work = [
  `create table analysis (
    workspace_id uuid not null references workspace,
    id uuid not null,
    title text not null check (char_length(title) between 1 and 120),
    question text not null check (char_length(question) <= 500),
    -- Who works on it, in the row itself: policies look at no other table.
    member_ids uuid[] not null check (cardinality(member_ids) > 0),
    -- Which meetings, collaborations and kinds of text flow in.
    sources jsonb not null,
    -- Documents of a blind round that goes on: what is coded in them now is sealed.
    sealed_documents uuid[] not null default '{}',
    -- Numbers given out: to speakers (a pseudonym is never given twice) and to deeds.
    speakers integer not null default 0,
    deeds integer not null default 0,
    created_by uuid not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version integer not null check (version > 0),
    primary key (workspace_id, id),
    foreign key (workspace_id, created_by) references member (workspace_id, id)
  )`,
  'create index analysis_changed on analysis (workspace_id, changed_at)',
  `create table analysis_document (
    workspace_id uuid not null,
    id uuid not null,
    analysis_id uuid not null,
    title text not null check (char_length(title) between 1 and 120),
    ${oneOf('source', 'self-research dialogue written check goal import')},
    -- What it was made from, so that it flows in once; empty when an analyst brought it.
    source_ref text not null check (char_length(source_ref) <= 120),
    at timestamptz not null,
    position integer not null,
    -- Places for words. Of those without consent only the place is kept.
    size integer not null check (size >= 0),
    -- Who took part, also who said nothing.
    voices jsonb not null,
    brought_by uuid,
    primary key (workspace_id, id),
    foreign key (workspace_id, analysis_id) references analysis (workspace_id, id) on delete cascade,
    foreign key (workspace_id, brought_by) references member (workspace_id, id),
    check ((brought_by is null) = (source_ref <> ''))
  )`,
  `create unique index analysis_document_source on analysis_document (workspace_id, analysis_id, source_ref)
    where source_ref <> ''`,
  'create index analysis_document_analysis on analysis_document (workspace_id, analysis_id, position)',
  // Words of a known person exist only with her consent, and are used only while it is in force (ADR 0011, 0027).
  `create table analysis_passage (
    workspace_id uuid not null,
    id uuid not null,
    analysis_id uuid not null,
    document_id uuid not null,
    ordinal integer not null check (ordinal >= 0),
    source_ref text not null check (char_length(source_ref) <= 120),
    -- Nobody's words, of nobody known here, or said without a name: no person.
    person_id uuid,
    purpose text not null default 'analysis' check (purpose = 'analysis'),
    in_use boolean not null default true,
    voice text,
    role text,
    -- Under which key it is counted (core: voiceKey).
    voice_key text not null,
    speaker text not null check (char_length(speaker) <= 40),
    body text not null check (char_length(body) between 1 and 20000),
    -- The same without capitals and accents, to search in.
    folded text not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, analysis_id) references analysis (workspace_id, id) on delete cascade,
    foreign key (workspace_id, document_id) references analysis_document (workspace_id, id) on delete cascade,
    foreign key (workspace_id, person_id, purpose, in_use)
      references consent_grant (workspace_id, person_id, purpose, in_force) on delete cascade
  )`,
  `create unique index analysis_passage_source on analysis_passage (workspace_id, document_id, source_ref)
    where source_ref <> ''`,
  'create index analysis_passage_document on analysis_passage (workspace_id, document_id, ordinal)',
  'create index analysis_passage_analysis on analysis_passage (workspace_id, analysis_id)',
  'create index analysis_passage_person on analysis_passage (workspace_id, person_id)',
  `create table analysis_code (
    workspace_id uuid not null,
    id uuid not null,
    analysis_id uuid not null,
    parent_id uuid,
    name text not null check (char_length(name) between 1 and 120),
    definition text not null check (char_length(definition) <= 2000),
    include text not null check (char_length(include) <= 2000),
    exclude text not null check (char_length(exclude) <= 2000),
    example text not null check (char_length(example) <= 2000),
    colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
    position double precision not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, analysis_id) references analysis (workspace_id, id) on delete cascade,
    foreign key (workspace_id, parent_id) references analysis_code (workspace_id, id),
    check (parent_id is distinct from id)
  )`,
  'create index analysis_code_analysis on analysis_code (workspace_id, analysis_id)',
  `create table analysis_coding (
    workspace_id uuid not null,
    id uuid not null,
    analysis_id uuid not null,
    document_id uuid not null,
    passage_id uuid not null,
    -- Unicode code points in the passage, end exclusive; nothing selected is no coding.
    start_at integer not null check (start_at >= 0),
    end_at integer not null check (end_at > start_at),
    code_id uuid not null,
    coder_id uuid not null,
    at timestamptz not null,
    sealed boolean not null default false,
    weight double precision,
    primary key (workspace_id, id),
    foreign key (workspace_id, analysis_id) references analysis (workspace_id, id) on delete cascade,
    foreign key (workspace_id, document_id) references analysis_document (workspace_id, id) on delete cascade,
    foreign key (workspace_id, passage_id) references analysis_passage (workspace_id, id) on delete cascade,
    -- A code with quotes does not go by itself.
    foreign key (workspace_id, code_id) references analysis_code (workspace_id, id),
    foreign key (workspace_id, coder_id) references member (workspace_id, id)
  )`,
  'create index analysis_coding_analysis on analysis_coding (workspace_id, analysis_id)',
  'create index analysis_coding_code on analysis_coding (workspace_id, code_id)',
  'create index analysis_coding_document on analysis_coding (workspace_id, document_id)',
  'create index analysis_coding_passage on analysis_coding (workspace_id, passage_id)',
  `create table analysis_memo (
    workspace_id uuid not null,
    id uuid not null,
    analysis_id uuid not null,
    -- On what: one of these, or the analysis as a whole.
    document_id uuid,
    code_id uuid,
    coding_id uuid,
    passage_id uuid,
    author_id uuid not null,
    title text not null check (char_length(title) <= 120),
    body text not null check (char_length(body) between 1 and 5000),
    at timestamptz not null,
    sealed boolean not null default false,
    primary key (workspace_id, id),
    foreign key (workspace_id, analysis_id) references analysis (workspace_id, id) on delete cascade,
    foreign key (workspace_id, document_id) references analysis_document (workspace_id, id) on delete cascade,
    foreign key (workspace_id, code_id) references analysis_code (workspace_id, id),
    foreign key (workspace_id, coding_id) references analysis_coding (workspace_id, id) on delete cascade,
    foreign key (workspace_id, passage_id) references analysis_passage (workspace_id, id) on delete cascade,
    foreign key (workspace_id, author_id) references member (workspace_id, id),
    check (num_nonnulls(document_id, code_id, coding_id) <= 1),
    check ((coding_id is null) = (passage_id is null))
  )`,
  'create index analysis_memo_analysis on analysis_memo (workspace_id, analysis_id)',
  'create index analysis_memo_coding on analysis_memo (workspace_id, coding_id)',
  'create index analysis_memo_passage on analysis_memo (workspace_id, passage_id)',
]

const history = [
  // What was changed, as data: undo, doing it again and the history all come from it.
  `create table analysis_deed (
    workspace_id uuid not null,
    id uuid not null,
    analysis_id uuid not null,
    member_id uuid not null,
    seq integer not null,
    at timestamptz not null,
    kind text not null check (char_length(kind) between 1 and 40),
    about text not null check (char_length(about) <= 120),
    -- Undone: can be done again. Dropped: something else was done after it was undone.
    ${oneOf('state', 'done undone dropped')},
    undone_at timestamptz,
    sealed boolean not null default false,
    primary key (workspace_id, id),
    unique (workspace_id, analysis_id, seq),
    foreign key (workspace_id, analysis_id) references analysis (workspace_id, id) on delete cascade,
    foreign key (workspace_id, member_id) references member (workspace_id, id)
  )`,
  'create index analysis_deed_member on analysis_deed (workspace_id, analysis_id, member_id, seq)',
  // One row that a deed changed, before and after. What hangs on somebody's words goes when they do.
  `create table analysis_deed_part (
    workspace_id uuid not null,
    deed_id uuid not null,
    part integer not null,
    analysis_id uuid not null,
    member_id uuid not null,
    ${oneOf('row_kind', 'code coding memo')},
    row_id uuid not null,
    document_id uuid,
    passage_id uuid,
    before jsonb,
    after jsonb,
    sealed boolean not null default false,
    primary key (workspace_id, deed_id, part),
    foreign key (workspace_id, deed_id) references analysis_deed (workspace_id, id) on delete cascade,
    foreign key (workspace_id, analysis_id) references analysis (workspace_id, id) on delete cascade,
    foreign key (workspace_id, document_id) references analysis_document (workspace_id, id) on delete cascade,
    foreign key (workspace_id, passage_id) references analysis_passage (workspace_id, id) on delete cascade,
    check (before is not null or after is not null)
  )`,
  'create index analysis_deed_part_passage on analysis_deed_part (workspace_id, passage_id)',
]

const inside = both(analysis(), memberOnly)
const colleague = both(signedIn, `not ${role('guest')}`)
/** A blind round: whoever coded it sees it, until it is opened. */
const open = (column: string) => either('not sealed', actorIs(column), purpose('reveal'))
/** In one's own name. Undoing puts back what was there, whoever made it; planned work and the command line bring what others made. */
const own = (column: string) => either(actorIs(column), purpose('undo'), purpose('system'))
/** While words flow in, what is on hold is seen too: it is there already. */
const flowing = both(inside, purpose('corpus'))
const madeBy = (column: string): TableRules => ({
  select: both(inside, open(column)),
  insert: both(inside, own(column)),
  update: both(inside, open(column)),
  delete: both(inside, open(column)),
})
const everything: TableRules = { select: inside, insert: inside, update: inside, delete: inside }

const rules: Readonly<Record<string, TableRules>> = {
  analysis: {
    // The program looks up which analyses a text flows into.
    select: either(takesPart, analysis('id'), purpose('system')),
    insert: both(colleague, actorIs('created_by'), takesPart),
    update: both(analysis('id'), memberOnly),
    delete: both(analysis('id'), memberOnly, signedIn),
  },
  analysis_document: everything,
  analysis_passage: {
    // On hold nobody reads it; whose words they are is asked where her choices are open.
    select: either(both(inside, 'in_use'), person(), flowing),
    insert: both(inside, 'in_use'),
    update: either(both(inside, 'in_use'), person(), flowing),
    // What she asks to delete goes here too, in the same moment.
    delete: either(both(inside, 'in_use'), flowing, both(person(), purpose('deletion'))),
  },
  analysis_code: everything,
  analysis_coding: madeBy('coder_id'),
  analysis_memo: madeBy('author_id'),
  analysis_deed: {
    select: both(inside, open('member_id')),
    insert: both(inside, own('member_id')),
    update: both(inside, either(actorIs('member_id'), purpose('reveal'), purpose('system'))),
  },
  analysis_deed_part: {
    select: both(inside, open('member_id')),
    insert: both(inside, own('member_id')),
    update: both(inside, either(actorIs('member_id'), purpose('reveal'), purpose('system'))),
  },
}

/** Words laid side by side: documents and passages with their consent, codes, codings, memos, and what was changed. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [...work, ...history]) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
}
