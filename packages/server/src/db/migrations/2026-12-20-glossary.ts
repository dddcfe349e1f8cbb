import { type Kysely, sql } from 'kysely'
import { appRole, condition, protect, type TableRules } from '../policy.ts'

const { relation, participant, memberOnly, purpose, role } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`
const ofCircle =
  'foreign key (workspace_id, relation_id, circle_id) references circle (workspace_id, relation_id, id) on delete cascade'
const ofMeeting =
  'foreign key (workspace_id, meeting_id) references meeting (workspace_id, id) on delete set null (meeting_id)'

const statements = [
  // A word of "the new language" of a circle (domain.md §1.3).
  `create table glossary_word (
    workspace_id uuid not null,
    id uuid not null,
    circle_id uuid not null,
    relation_id uuid not null,
    word text not null check (char_length(word) between 1 and 80),
    -- Who put it in; null: it came from cards at the table, where everybody read it.
    participant_id uuid,
    -- The cards it came from, so that each is carried once. No key to them: who wrote a card may take it back.
    card_ids uuid[] not null,
    -- "We mean something else by it": said again, it wins from a meaning that was agreed before.
    differs boolean not null,
    created_at timestamptz not null,
    primary key (workspace_id, id),
    unique (workspace_id, circle_id, id),
    foreign key (workspace_id, participant_id) references participant (workspace_id, id),
    ${ofCircle}
  )`,
  'create unique index glossary_word_once on glossary_word (workspace_id, circle_id, lower(word))',
  'create index glossary_word_participant on glossary_word (workspace_id, participant_id)',
  // What one person means by it, in her own words.
  `create table glossary_meaning (
    workspace_id uuid not null,
    id uuid not null,
    word_id uuid not null,
    circle_id uuid not null,
    relation_id uuid not null,
    -- Null: handed to the table. Then no moment is kept either: it would tell who wrote it.
    participant_id uuid,
    body text not null check (char_length(body) between 1 and 1000),
    changed_at timestamptz,
    primary key (workspace_id, id),
    unique (workspace_id, word_id, participant_id),
    foreign key (workspace_id, circle_id, word_id) references glossary_word (workspace_id, circle_id, id) on delete cascade,
    foreign key (workspace_id, participant_id) references participant (workspace_id, id),
    ${ofCircle},
    check ((participant_id is null) = (changed_at is null))
  )`,
  'create index glossary_meaning_participant on glossary_meaning (workspace_id, participant_id)',
  // What was agreed that it means: by everybody, so of nobody. Earlier ones are kept.
  `create table glossary_agreed (
    workspace_id uuid not null,
    word_id uuid not null,
    -- Counted from 1: two people who write at once cannot both be the next.
    seq integer not null check (seq > 0),
    circle_id uuid not null,
    relation_id uuid not null,
    body text not null check (char_length(body) between 1 and 1000),
    agreed_on date not null,
    meeting_id uuid,
    primary key (workspace_id, word_id, seq),
    foreign key (workspace_id, circle_id, word_id) references glossary_word (workspace_id, circle_id, id) on delete cascade,
    ${ofCircle},
    ${ofMeeting}
  )`,
  'create index glossary_agreed_circle on glossary_agreed (workspace_id, circle_id)',
  // Two poles that both have something good (domain.md §1.5). Never solved, never about a person.
  `create table tension (
    workspace_id uuid not null,
    id uuid not null,
    circle_id uuid not null,
    relation_id uuid not null,
    pair text not null check (pair in ('cooperate-compete', 'rigid-flexible', 'short-long', 'own')),
    left_pole text not null check (char_length(left_pole) between 1 and 60),
    right_pole text not null check (char_length(right_pole) between 1 and 60),
    left_good text not null check (char_length(left_good) between 1 and 500),
    right_good text not null check (char_length(right_good) between 1 and 500),
    -- Where it shows, and what it asks.
    situation text not null check (char_length(situation) <= 1000),
    asks text not null check (char_length(asks) <= 500),
    -- Room for it: where people talk about it, and on which day they look again.
    room text check (room in ('mdo', 'peer-reflection', 'supervision', 'meeting')),
    meeting_id uuid,
    look_on date,
    -- "Not for now".
    resting_since date,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version integer not null check (version > 0),
    primary key (workspace_id, id),
    unique (workspace_id, circle_id, id),
    ${ofCircle},
    ${ofMeeting}
  )`,
  // That somebody saw it on a day, and where she saw us lean: told in numbers from five people on, and never by name.
  `create table tension_look (
    workspace_id uuid not null,
    tension_id uuid not null,
    participant_id uuid not null,
    looked_on date not null,
    circle_id uuid not null,
    relation_id uuid not null,
    lean integer check (lean between -2 and 2),
    primary key (workspace_id, tension_id, participant_id, looked_on),
    foreign key (workspace_id, circle_id, tension_id) references tension (workspace_id, circle_id, id) on delete cascade,
    foreign key (workspace_id, participant_id) references participant (workspace_id, id),
    ${ofCircle}
  )`,
  'create index tension_look_participant on tension_look (workspace_id, participant_id)',
]

/** Everybody of the circle, with an account or by her link: the family writes as an equal. */
const table = relation()
const hers = both(table, participant())
const onRequest = both(table, memberOnly, purpose('deletion'))
const keeping = both(table, memberOnly, `not ${role('guest')}`)
const ofTable = 'participant_id is null'

const rules: Readonly<Record<string, TableRules>> = {
  glossary_word: {
    select: table,
    insert: both(table, either(participant(), both(memberOnly, ofTable))),
    update: table,
    delete: either(hers, keeping, onRequest),
  },
  glossary_meaning: {
    select: table,
    insert: both(table, either(participant(), ofTable)),
    update: hers,
    delete: either(hers, both(keeping, ofTable), onRequest),
  },
  glossary_agreed: { select: table, insert: table },
  // Whoever came by a link sees it and looks at it; the table writes it.
  tension: { select: table, insert: both(table, memberOnly), update: both(table, memberOnly) },
  tension_look: {
    select: either(hers, both(table, memberOnly, either(purpose('results'), purpose('deletion')))),
    insert: hers,
    update: hers,
    delete: either(hers, onRequest),
  },
}

/** What may be changed of a row; the rest stays what it was. */
const changeable: Readonly<Record<string, string>> = {
  glossary_word: 'differs, card_ids, participant_id',
  glossary_meaning: 'body, changed_at',
  tension:
    'left_pole, right_pole, left_good, right_good, situation, asks, room, meeting_id, look_on, resting_since, changed_at, version',
  tension_look: 'lean',
}

/** The shared glossary and the tension register of a circle. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [name, rule] of Object.entries(rules)) await protect(db, name, rule)
  for (const [name, columns] of Object.entries(changeable)) {
    await sql.raw(`revoke update on ${name} from ${appRole}`).execute(db)
    await sql.raw(`grant update (${columns}) on ${name} to ${appRole}`).execute(db)
  }
}
