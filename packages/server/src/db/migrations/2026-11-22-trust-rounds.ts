import { type Kysely, sql } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { round, takesPart, memberOnly, signedIn, actorIs, token, purpose, role, relation, person } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

/**
 * Anonymous rounds (ADR 0014). An answer is no row: it raises counts. No column here says when or by whom, or joins what
 * one person answered to two questions; no identifier is born from an answer.
 */
const tables = [
  `create table round (
    workspace_id uuid not null references workspace,
    id uuid not null,
    title text not null check (char_length(title) between 1 and 120),
    instrument_id text not null,
    instrument_version integer not null,
    k integer not null check (k between 5 and 10),
    takes_words boolean not null,
    created_by uuid not null,
    -- Who may see the outcome: no list of who was invited or answered.
    member_ids uuid[] not null,
    opened_at timestamptz not null,
    closes_at timestamptz not null check (closes_at > opened_at),
    closed_at timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, created_by) references member (workspace_id, id),
    foreign key (instrument_id, instrument_version) references instrument_version
  )`,
  `create table round_group (
    workspace_id uuid not null,
    id uuid not null,
    round_id uuid not null,
    parent_id uuid,
    name text not null check (char_length(name) <= 80),
    -- People of the group itself, not of its parts.
    invited integer not null check (invited >= 0),
    answered integer not null check (answered between 0 and invited),
    primary key (workspace_id, id),
    unique (workspace_id, round_id, id),
    foreign key (workspace_id, round_id) references round (workspace_id, id),
    foreign key (workspace_id, round_id, parent_id) references round_group (workspace_id, round_id, id)
  )`,
  // A right to answer once. Used or not is all that is known of it, and it is deleted when the round closes.
  `create table round_ticket (
    workspace_id uuid not null,
    token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
    round_id uuid not null,
    group_id uuid not null,
    used boolean not null,
    primary key (workspace_id, token_hash),
    foreign key (workspace_id, round_id, group_id) references round_group (workspace_id, round_id, id)
  )`,
  'create index round_ticket_round on round_ticket (workspace_id, round_id)',
  `create table round_tally (
    workspace_id uuid not null,
    round_id uuid not null,
    group_id uuid not null,
    item_id text not null,
    value integer not null,
    n integer not null check (n > 0),
    primary key (workspace_id, round_id, group_id, item_id, value),
    foreign key (workspace_id, round_id, group_id) references round_group (workspace_id, round_id, id)
  )`,
  // Sorted at each change, so that their order is not that in which they came; names are taken out before.
  `create table round_words (
    workspace_id uuid not null,
    round_id uuid not null,
    group_id uuid not null,
    item_id text not null,
    texts text[] not null,
    primary key (workspace_id, round_id, group_id, item_id),
    foreign key (workspace_id, round_id, group_id) references round_group (workspace_id, round_id, id)
  )`,
]

const practitioner = both(
  signedIn,
  either(...['professional', 'facilitator', 'trainer', 'coach'].map((name) => role(name))),
)
/** Who came by a ticket: the only one who counts, and who sees of the counts only what she must to raise them. */
const byTicket = both(round(), `not ${memberOnly}`)
/** The purpose is set only for a round that is closed. */
const counted = either(both(round(), memberOnly, purpose('results')), byTicket)

const rules: Readonly<Record<string, TableRules>> = {
  round: {
    select: either(takesPart, round('id')),
    insert: both(practitioner, actorIs('created_by'), takesPart),
    update: both(round('id'), memberOnly),
  },
  round_group: { select: round(), insert: both(round(), practitioner), update: byTicket },
  round_ticket: {
    // Nobody can list tickets, or look up whether one was used, except with the ticket in her hand.
    select: token,
    insert: both(round(), practitioner),
    update: token,
    delete: both(round(), memberOnly),
  },
  round_tally: { select: counted, insert: byTicket, update: byTicket },
  round_words: { select: counted, insert: byTicket, update: byTicket },
  // As before, and for the names that are taken out of words: by the system, for that alone.
  participant: {
    select: either(
      relation(),
      both(signedIn, actorIs('member_id')),
      person(),
      both(purpose('system'), purpose('names')),
    ),
    insert: both(relation(), memberOnly, `not ${role('guest')}`),
    update: both(relation(), memberOnly, either(`not ${role('guest')}`, actorIs('member_id'))),
  },
}

/** What is asked of a team or group without names, kept as counts. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
}
