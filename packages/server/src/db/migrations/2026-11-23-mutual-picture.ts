import { type Kysely, sql } from 'kysely'
import { appRole, condition, protect, type TableRules } from '../policy.ts'

const { relation, ownIfRespondent, memberOnly, purpose, participant } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const statements = [
  // Who was asked about what, and who is in. What was answered stands elsewhere: everybody in the collaboration reads this.
  `create table mutual_picture (
    workspace_id uuid not null,
    id uuid not null,
    relation_id uuid not null,
    -- The client's side; her answer is a response like any other.
    participant_id uuid not null,
    professional_id uuid not null,
    contact_id uuid,
    invitation_id uuid not null,
    response_id uuid not null,
    mirror_id text not null,
    mirror_version integer not null,
    asked_at timestamptz not null,
    ends_at timestamptz not null,
    client_at timestamptz,
    professional_at timestamptz,
    declined_at timestamptz,
    opened_at timestamptz,
    opened_by text check (opened_by in ('both', 'declined', 'term')),
    created_by uuid not null,
    primary key (workspace_id, id),
    unique (workspace_id, response_id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id),
    foreign key (workspace_id, participant_id) references participant (workspace_id, id),
    foreign key (workspace_id, professional_id) references participant (workspace_id, id),
    foreign key (workspace_id, invitation_id) references invitation (workspace_id, id) on delete cascade,
    foreign key (workspace_id, contact_id) references contact (workspace_id, id),
    foreign key (workspace_id, created_by) references member (workspace_id, id),
    foreign key (mirror_id, mirror_version) references instrument_version (instrument_id, version),
    check ((opened_at is null) = (opened_by is null))
  )`,
  'create index mutual_picture_relation on mutual_picture (workspace_id, relation_id)',
  'create index mutual_picture_invitation on mutual_picture (workspace_id, invitation_id)',
  // What one of the two said for the picture only: the professional's answers, and what each guessed of the other.
  `create table mutual_side (
    workspace_id uuid not null,
    picture_id uuid not null,
    side text not null check (side in ('client', 'professional')),
    relation_id uuid not null,
    participant_id uuid not null,
    -- Who may read it once the picture is open, beside the professionals of the collaboration.
    other_id uuid not null,
    answers jsonb,
    open_text text not null default '',
    guess jsonb,
    answered_at timestamptz,
    after_reading boolean not null default false,
    sealed boolean not null,
    primary key (workspace_id, picture_id, side),
    foreign key (workspace_id, picture_id) references mutual_picture (workspace_id, id) on delete cascade,
    foreign key (workspace_id, relation_id) references relation (workspace_id, id),
    foreign key (workspace_id, participant_id) references participant (workspace_id, id),
    foreign key (workspace_id, other_id) references participant (workspace_id, id)
  )`,
  'create index mutual_side_relation on mutual_side (workspace_id, relation_id)',
  // The half of a picture that is still shut: nobody but whose it is reads it.
  'alter table response add column sealed boolean not null default false',
  'alter table agreement_echo add column sealed boolean not null default false',
]

const own = both(relation(), ownIfRespondent)
const answering = both(relation(), participant(), purpose('answering'))
const byHerself = both(relation(), participant())
const onRequest = both(relation(), memberOnly, purpose('deletion'))
const opening = both(relation(), purpose('reveal'))
// A colleague's own half is hers by her place in the collaboration, not because she is a colleague.
const shutToOthers = both(
  relation(),
  either(participant(), both(memberOnly, either('not sealed', purpose('deletion'))), purpose('reveal')),
)

const rules: Readonly<Record<string, TableRules>> = {
  response: { select: shutToOthers, insert: byHerself, update: opening, delete: onRequest },
  agreement_echo: { select: shutToOthers, insert: byHerself, update: opening, delete: onRequest },
  mutual_picture: {
    select: own,
    insert: both(relation(), memberOnly),
    update: either(both(relation(), memberOnly), answering),
  },
  mutual_side: {
    select: both(
      relation(),
      either(
        participant(),
        both('not sealed', either(memberOnly, participant('other_id'))),
        purpose('reveal'),
      ),
    ),
    insert: both(relation(), participant()),
    update: both(relation(), either(participant(), purpose('reveal'))),
  },
}

/** Two people answer about one contact; neither reads the other before both are in: the database keeps it. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
  // Nobody changes an answer: a picture that opens takes off the seal, and that is all.
  for (const table of ['response', 'agreement_echo']) {
    await sql.raw(`revoke update on ${table} from ${appRole}`).execute(db)
    await sql.raw(`grant update (sealed) on ${table} to ${appRole}`).execute(db)
  }
}
