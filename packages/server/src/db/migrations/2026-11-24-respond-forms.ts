import { type Kysely, sql } from 'kysely'
import { appRole, condition, protect, type TableRules } from '../policy.ts'

const { relation, participant, ownIfRespondent, memberOnly, anyRelation, readsIt } = condition
const { signedIn, actorIs, role, purpose, token } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const statements = [
  // A form asked of one person: as an invitation to a check, with the version that she is asked.
  `create table form_invitation (
    workspace_id uuid not null,
    id uuid not null,
    relation_id uuid not null,
    participant_id uuid not null,
    form_id uuid not null,
    version integer not null,
    -- Made with the invitation: a repeat, a second tab or a later retry is the same row.
    response_id uuid not null,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    -- Known also to whom she does not let read it: nobody is told of a silence that was none.
    answered_at timestamptz,
    created_by uuid not null,
    primary key (workspace_id, id),
    unique (workspace_id, response_id),
    foreign key (workspace_id, relation_id) references relation (workspace_id, id),
    foreign key (workspace_id, participant_id) references participant (workspace_id, id),
    foreign key (workspace_id, form_id, version) references form_version (workspace_id, form_id, version),
    foreign key (workspace_id, created_by) references member (workspace_id, id)
  )`,
  'create index form_invitation_relation on form_invitation (workspace_id, relation_id, sent_at)',
  `create table form_token (
    workspace_id uuid not null,
    token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
    form_invitation_id uuid not null,
    relation_id uuid not null,
    participant_id uuid not null,
    person_id uuid not null,
    expires_at timestamptz not null,
    primary key (workspace_id, token_hash),
    foreign key (workspace_id, form_invitation_id) references form_invitation (workspace_id, id)
  )`,
  'create index form_token_invitation on form_token (workspace_id, form_invitation_id)',
  // What somebody filled in so far. Nobody but she ever reads it; it goes when she sends it.
  `create table form_draft (
    workspace_id uuid not null,
    form_invitation_id uuid not null,
    relation_id uuid not null,
    participant_id uuid not null,
    answers jsonb not null,
    -- What could not be read as an answer, as it was typed.
    unread jsonb not null,
    part integer not null check (part >= 0),
    -- Goes up with each change: what is sent is what was looked over.
    revision integer not null,
    changed_at timestamptz not null,
    primary key (workspace_id, form_invitation_id),
    foreign key (workspace_id, form_invitation_id) references form_invitation (workspace_id, id)
  )`,
  'alter table form_response add column readers uuid[]',
]

const own = both(relation(), ownIfRespondent)
const team = both(relation(), memberOnly)
const onRequest = both(team, purpose('deletion'))
/** By the link of the form itself: not on her own page, where a parent may look along. */
const herself = both(relation(), participant(), `not ${memberOnly}`, purpose('answering'))

const notGuest = `not ${role('guest')}`
const ofRelation = both('relation_id is not null', relation(), ownIfRespondent)
const ofMaker = both('relation_id is null', actorIs('created_by'), signedIn, memberOnly)
const readable = either(`not ${memberOnly}`, readsIt, purpose('deletion'))

const rules: Readonly<Record<string, TableRules>> = {
  // A respondent renews her own link, and notes that she answered.
  form_invitation: { select: own, insert: both(team, notGuest), update: own, delete: onRequest },
  form_token: { select: either(token, own), insert: own, update: own, delete: team },
  form_draft: {
    select: either(herself, onRequest),
    insert: herself,
    update: herself,
    delete: either(herself, onRequest),
  },
  // As with checks: whoever answered chooses who may read it (2026-11-23-who-reads).
  form_response: {
    select: either(both(ofRelation, readable), ofMaker),
    insert: both(either(ofRelation, ofMaker), notGuest, either('created_by is null', actorIs('created_by'))),
    update: both(ofRelation, participant(), `not ${memberOnly}`, purpose('readers'), anyRelation),
    delete: either(both(ofRelation, memberOnly, signedIn, purpose('deletion')), ofMaker),
  },
}

/** Asking people of a collaboration to fill in a form, by a link of their own. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
  await sql.raw(`revoke update on form_response from ${appRole}`).execute(db)
  await sql.raw(`grant update (readers) on form_response to ${appRole}`).execute(db)
}
