import { type Kysely, sql } from 'kysely'
import { appRole, condition, protect, type TableRules } from '../policy.ts'

const { meeting, participant, memberOnly, purpose, person } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const statements = [
  // What a meeting leaves behind as a whole: its window, and counts without names.
  `create table meeting_wrap (
    workspace_id uuid not null,
    meeting_id uuid not null,
    asked_at timestamptz,
    reminds_at timestamptz,
    closes_at timestamptz,
    ends_at timestamptz,
    -- "Was this worth our time?": only how often, never by whom or when.
    worth_yes integer not null default 0 check (worth_yes >= 0),
    worth_partly integer not null default 0 check (worth_partly >= 0),
    worth_no integer not null default 0 check (worth_no >= 0),
    -- What was not talked about: the next meeting of these people begins with it.
    topics jsonb not null default '[]',
    -- The letter to the hosts, by whom and when; its words come from the answers as they are then.
    letter_opening text not null default '' check (char_length(letter_opening) <= 1000),
    letter_sent_at timestamptz,
    letter_sent_by uuid,
    transcripts jsonb not null default '[]',
    primary key (workspace_id, meeting_id),
    foreign key (workspace_id, meeting_id) references meeting (workspace_id, id) on delete cascade,
    foreign key (workspace_id, letter_sent_by) references member (workspace_id, id),
    check ((asked_at is null) = (ends_at is null))
  )`,
  'create index meeting_wrap_reminds on meeting_wrap (workspace_id, reminds_at)',
  // What one person was asked after a meeting, and what she wrote.
  `create table meeting_reflection (
    workspace_id uuid not null,
    meeting_id uuid not null,
    place_id uuid not null,
    person_id uuid not null,
    -- Given by herself for this; forgotten when the window is over.
    email text not null default '' check (char_length(email) <= 254),
    mailed_at timestamptz,
    reminded_at timestamptz,
    -- By question; null until she answers.
    answers jsonb,
    -- How it turned out, beside what she expected.
    outcome text not null default '' check (char_length(outcome) <= 5000),
    answered_at timestamptz,
    is_late boolean not null default false,
    worth_given boolean not null default false,
    withdrawn_at timestamptz,
    -- Whether the hosts may have her words as a letter.
    letter text not null default 'no' check (letter in ('no', 'unnamed', 'named')),
    primary key (workspace_id, place_id),
    foreign key (workspace_id, meeting_id) references meeting (workspace_id, id) on delete cascade,
    foreign key (workspace_id, place_id) references meeting_place (workspace_id, id) on delete cascade,
    foreign key (workspace_id, person_id) references person (workspace_id, id),
    check ((answers is null) = (answered_at is null)),
    check (withdrawn_at is null or (answers is null and outcome = '' and letter = 'no'))
  )`,
  'create index meeting_reflection_meeting on meeting_reflection (workspace_id, meeting_id)',
  'create index meeting_reflection_person on meeting_reflection (workspace_id, person_id)',
  // Words of one speaker that somebody wants to show elsewhere. Until she says yes they are shown nowhere.
  `create table meeting_quote (
    workspace_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    place_id uuid not null,
    person_id uuid not null,
    -- As asked; gone when she says no or takes it back.
    asked_words text check (char_length(asked_words) between 1 and 2000),
    use text not null check (use in ('team', 'publish')),
    asked_by uuid not null,
    asked_at timestamptz not null,
    decision text check (decision in ('yes', 'changed', 'no')),
    -- In her own words, where she changed them.
    own_words text check (char_length(own_words) between 1 and 2000),
    decided_at timestamptz,
    withdrawn_at timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, meeting_id) references meeting (workspace_id, id) on delete cascade,
    foreign key (workspace_id, place_id) references meeting_place (workspace_id, id) on delete cascade,
    foreign key (workspace_id, person_id) references person (workspace_id, id),
    foreign key (workspace_id, asked_by) references member (workspace_id, id),
    check ((decision is null) = (decided_at is null)),
    check ((own_words is not null) = (decision = 'changed' and withdrawn_at is null) or decision is null),
    check ((asked_words is null) = (withdrawn_at is not null or coalesce(decision = 'no', false)))
  )`,
  'create index meeting_quote_meeting on meeting_quote (workspace_id, meeting_id)',
  'create index meeting_quote_place on meeting_quote (workspace_id, place_id)',
  'create index meeting_quote_person on meeting_quote (workspace_id, person_id)',
  // What the people at the table will do; the next meeting of the same people opens with it.
  `create table meeting_agreement (
    workspace_id uuid not null,
    id uuid not null,
    meeting_id uuid not null,
    -- Who sees to it; nobody in particular when null.
    owner_place_id uuid,
    -- "If …"; the text is the "then …".
    if_text text not null check (char_length(if_text) <= 500),
    text text not null check (char_length(text) between 1 and 500),
    due_on date,
    state text not null check (state in ('open', 'done', 'dropped')),
    -- Also kept with the collaboration, where checks ask whether it changed.
    agreement_id uuid,
    made_by uuid not null,
    made_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, meeting_id) references meeting (workspace_id, id) on delete cascade,
    foreign key (workspace_id, owner_place_id) references meeting_place (workspace_id, id),
    foreign key (workspace_id, agreement_id) references agreement (workspace_id, id),
    foreign key (workspace_id, made_by) references member (workspace_id, id)
  )`,
  'create index meeting_agreement_meeting on meeting_agreement (workspace_id, meeting_id)',
  'create index meeting_agreement_owner on meeting_agreement (workspace_id, owner_place_id)',
  'create index meeting_agreement_agreement on meeting_agreement (workspace_id, agreement_id)',
  // Minutes, each version whole; who was there says yes to one, or what should change.
  `create table meeting_minutes (
    workspace_id uuid not null,
    meeting_id uuid not null,
    version integer not null check (version > 0),
    body text not null check (char_length(body) between 1 and 20000),
    made_by uuid not null,
    made_at timestamptz not null,
    -- By place: yes or change, with the words and the moment.
    says jsonb not null default '{}',
    primary key (workspace_id, meeting_id, version),
    foreign key (workspace_id, meeting_id) references meeting (workspace_id, id) on delete cascade,
    foreign key (workspace_id, made_by) references member (workspace_id, id)
  )`,
  // Words of a transcript exist only with the consent of whoever said them. An ordinal that is missing is a gap.
  `create table meeting_transcript_line (
    workspace_id uuid not null,
    transcript_id uuid not null,
    ordinal integer not null check (ordinal >= 0),
    meeting_id uuid not null,
    place_id uuid not null,
    person_id uuid not null,
    purpose text not null default 'analysis' check (purpose = 'analysis'),
    words text not null check (char_length(words) between 1 and 20000),
    from_ms integer,
    until_ms integer,
    primary key (workspace_id, transcript_id, ordinal),
    foreign key (workspace_id, meeting_id) references meeting (workspace_id, id) on delete cascade,
    foreign key (workspace_id, place_id) references meeting_place (workspace_id, id) on delete cascade,
    foreign key (workspace_id, person_id, purpose) references consent_grant (workspace_id, person_id, purpose)
      on delete cascade
  )`,
  'create index meeting_transcript_line_meeting on meeting_transcript_line (workspace_id, meeting_id)',
  'create index meeting_transcript_line_place on meeting_transcript_line (workspace_id, place_id)',
  'create index meeting_transcript_line_person on meeting_transcript_line (workspace_id, person_id, purpose)',
]

const atTable = both(meeting(), memberOnly)
/** By her own link, or the colleagues at the table: who has no account reads only what is hers. */
const ownOrTable = both(meeting(), either(participant('place_id'), memberOnly))
const ofOneself = both(meeting(), participant('place_id'))
const onRequest = both(atTable, purpose('deletion'))
const herself = both(person(), purpose('access'))

const rules: Readonly<Record<string, TableRules>> = {
  meeting_wrap: { select: meeting(), insert: atTable, update: atTable },
  meeting_reflection: {
    select: either(ownOrTable, herself),
    insert: ownOrTable,
    update: ownOrTable,
    delete: either(ofOneself, onRequest),
  },
  meeting_quote: {
    select: either(ownOrTable, herself),
    insert: atTable,
    update: ofOneself,
    delete: either(ofOneself, onRequest),
  },
  meeting_agreement: { select: meeting(), insert: atTable, update: atTable },
  meeting_minutes: { select: meeting(), insert: atTable, update: meeting() },
  meeting_transcript_line: { select: either(atTable, herself), insert: atTable, delete: atTable },
}

/** What each table lets change: words keep their author and their meeting. */
const changes: Readonly<Record<string, string>> = {
  meeting_reflection:
    'email, mailed_at, reminded_at, answers, outcome, answered_at, is_late, worth_given, withdrawn_at, letter',
  meeting_quote: 'asked_words, decision, own_words, decided_at, withdrawn_at',
  meeting_agreement: 'state, due_on, owner_place_id, if_text, text, changed_at',
  meeting_minutes: 'says',
}

/** What comes after a meeting: the four questions the same day, quotes, a letter, agreements, minutes, transcripts. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
  for (const [table, columns] of Object.entries(changes)) {
    await sql.raw(`revoke update on ${table} from ${appRole}`).execute(db)
    await sql.raw(`grant update (${columns}) on ${table} to ${appRole}`).execute(db)
  }
}
