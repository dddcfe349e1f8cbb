import { type Kysely, sql } from 'kysely'
import { appRole, condition, protect, type TableRules } from '../policy.ts'

const { signedIn, role, actorIs, token, purpose } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

/** What an item is found by: the same for what ships and for what an organisation wrote. */
const findable = `
    item_key text not null,
    version integer not null check (version > 0),
    kind text not null,
    grade text not null,
    provenance text not null,
    languages text[] not null,
    levels text[] not null,
    -- Where it fits; an empty list fits anywhere.
    relations text[] not null,
    contexts text[] not null,
    situations text[] not null,
    moments text[] not null,
    minutes integer,
    people_from integer,
    people_to integer,
    order_nl text collate "C" not null,
    order_en text collate "C" not null,
    words tsvector not null,
    -- How the item was taken apart: what was made in another way is made anew.
    index_version integer not null,
    -- What a chatbot listed is no evidence.
    check (provenance <> 'chatbot-list' or (grade = 'none' and kind <> 'evidence'))`

/** The words lie in the row itself: fetched from elsewhere, one by one, they would take a search of thousands past its time. */
const inTheRow = (table: string) => [
  `alter table ${table} alter column words set storage main`,
  `alter table ${table} set (toast_tuple_target = 8160)`,
]

const shipped = [
  'create extension if not exists unaccent',
  // What comes with the product, the same for all (reference tables on Citus); a published version never changes.
  `create table library_shipped (
    item_key text not null,
    version integer not null check (version > 0),
    body jsonb not null,
    primary key (item_key, version)
  )`,
  `create table library_shipped_search (${findable},
    primary key (item_key),
    foreign key (item_key, version) references library_shipped (item_key, version)
  )`,
  ...inTheRow('library_shipped_search'),
  'create index library_shipped_words on library_shipped_search using gin (words)',
  // Every word that stands in a shipped item, by how many letters it has, to know what a word with a wrong letter means.
  'create table library_shipped_word (letters integer primary key, words text[] not null)',
]

const own = [
  `create table library_item (
    workspace_id uuid not null references workspace,
    id uuid not null,
    version integer not null check (version > 0),
    -- The item that it was made after: shipped, or another one of its own.
    from_key text check (char_length(from_key) between 1 and 80),
    status text not null check (status in ('draft', 'published', 'withdrawn')),
    body jsonb not null,
    -- Of the newest version: rises with each change of the item.
    revision integer not null check (revision > 0),
    created_by uuid not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    published_at timestamptz,
    primary key (workspace_id, id, version),
    foreign key (workspace_id, created_by) references member (workspace_id, id),
    check (status <> 'published' or published_at is not null),
    -- Nobody can look up where it comes from otherwise.
    check (char_length(body #>> '{source,text}') > 0)
  )`,
  `create table library_search (
    workspace_id uuid not null,
    item_id uuid not null,${findable},
    primary key (workspace_id, item_id),
    foreign key (workspace_id, item_id, version) references library_item (workspace_id, id, version)
  )`,
  ...inTheRow('library_search'),
  // Few rows with many words each: row-level security weighs every row that is read, and looking for a word reads all of them.
  `create table library_word (
    workspace_id uuid not null references workspace,
    letters integer not null check (letters between 1 and 40),
    words text[] not null,
    primary key (workspace_id, letters)
  )`,
]

const uses = [
  // That somebody used an item: read by nobody but herself, to take it back.
  `create table library_use (
    workspace_id uuid not null,
    id uuid not null,
    item_key text not null check (char_length(item_key) between 1 and 80),
    member_id uuid not null,
    used_at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
  )`,
  'create index library_use_mine on library_use (workspace_id, member_id, item_key)',
  // What it brought, for all to read: without who said it, and without when.
  `create table library_experience (
    workspace_id uuid not null,
    id uuid not null,
    item_key text not null check (char_length(item_key) between 1 and 80),
    helped boolean not null,
    words text not null check (char_length(words) <= 500),
    primary key (workspace_id, id),
    foreign key (workspace_id, id) references library_use (workspace_id, id) on delete cascade
  )`,
  'create index library_experience_item on library_experience (workspace_id, item_key)',
]

const collections = [
  `create table collection (
    workspace_id uuid not null,
    id uuid not null,
    title text not null check (char_length(title) between 1 and 120),
    note text not null check (char_length(note) <= 1000),
    -- Keys of items, in the order that was chosen.
    item_keys text[] not null check (cardinality(item_keys) <= 100),
    is_shared boolean not null,
    made_by uuid not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    revision integer not null check (revision > 0),
    primary key (workspace_id, id),
    foreign key (workspace_id, made_by) references member (workspace_id, id)
  )`,
  'create index collection_made on collection (workspace_id, made_by)',
  // A page for whoever holds the link, without account; only the hash of the secret is kept (ADR 0005).
  `create table collection_link (
    workspace_id uuid not null,
    token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
    id uuid not null,
    collection_id uuid not null,
    level text not null check (level in ('professional', 'parent', 'child')),
    language text not null check (language in ('nl', 'en')),
    made_by uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    primary key (workspace_id, token_hash),
    unique (workspace_id, id),
    foreign key (workspace_id, collection_id) references collection (workspace_id, id) on delete cascade,
    foreign key (workspace_id, made_by) references member (workspace_id, id)
  )`,
  'create index collection_link_of on collection_link (workspace_id, collection_id)',
]

const writers = either(...['professional', 'facilitator', 'trainer', 'coach'].map(role))
// Whoever is signed in is a colleague or a guest: no other condition is weighed for each of thousands of items.
const reader = both(signedIn, `not ${role('guest')}`)
const writer = both(reader, writers)
/** The page behind a link, once it is known whose link it is. */
const page = purpose('system')

const rules: Readonly<Record<string, TableRules>> = {
  library_item: {
    select: either(reader, page),
    insert: both(writer, actorIs('created_by')),
    update: writer,
  },
  library_search: { select: reader, insert: writer, update: writer, delete: writer },
  library_word: { select: reader, insert: writer, update: writer },
  library_use: {
    select: both(reader, actorIs('member_id')),
    insert: both(reader, actorIs('member_id')),
    delete: both(reader, actorIs('member_id')),
  },
  library_experience: { select: reader, insert: reader },
  collection: {
    select: either(both(reader, either(actorIs('made_by'), 'is_shared')), page),
    insert: both(reader, actorIs('made_by')),
    update: both(reader, actorIs('made_by')),
    delete: both(reader, actorIs('made_by')),
  },
  collection_link: {
    select: either(token, both(reader, actorIs('made_by'))),
    insert: both(reader, actorIs('made_by')),
    update: both(reader, actorIs('made_by')),
  },
}

/** The library: what ships, what an organisation wrote, how it is found, whether it helped, and collections. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [...shipped, ...own, ...uses, ...collections]) await sql.raw(statement).execute(db)
  for (const table of ['library_shipped', 'library_shipped_search', 'library_shipped_word']) {
    await sql.raw(`grant select on ${table} to ${appRole}`).execute(db)
  }
  for (const [name, rule] of Object.entries(rules)) await protect(db, name, rule)
}
