import { type Kysely, sql } from 'kysely'
import { appRole, condition, protect, type TableRules } from '../policy.ts'

const { monitors, leads, joins, participant, participantAmong, memberOnly } = condition
const { token, tokenAmong, purpose, person } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

/** Whose it is; it goes with her place in the trajectory. */
const hers = `workspace_id uuid not null,
    id uuid not null,
    trajectory_id uuid not null,
    learner_id uuid not null,
    person_id uuid not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, trajectory_id) references trajectory (workspace_id, id) on delete cascade,
    foreign key (workspace_id, learner_id) references learner (workspace_id, id) on delete cascade,
    foreign key (workspace_id, person_id) references person (workspace_id, id)`

/** What others may read with consent only, as in 2026-12-10-trajectories (ADR 0030). */
const shared = `shared text check (shared = 'research'),
    in_use boolean not null default true,
    foreign key (workspace_id, person_id, shared, in_use)
      references consent_grant (workspace_id, person_id, purpose, in_force) on delete set null (shared)`

const indexed = (table: string) =>
  ['learner', 'trajectory', 'person'].map(
    (of) => `create index ${table}_${of} on ${table} (workspace_id, ${of}_id)`,
  )

const statements = [
  // How far a goal was reached, each time she says so, against the scale that was written beforehand (learning_goal.scale).
  `create table learning_attainment (
    ${hers},
    goal_id uuid not null,
    level smallint not null check (level between -2 and 2),
    said text not null check (char_length(said) <= 2000),
    day date not null,
    at timestamptz not null,
    ${shared},
    foreign key (workspace_id, goal_id) references learning_goal (workspace_id, id) on delete cascade
  )`,
  ...indexed('learning_attainment'),
  'create index learning_attainment_goal on learning_attainment (workspace_id, goal_id, day)',
  // The log of exercises. Kind, context and situation fit together as those of a collaboration do (core: checkSetting).
  `create table learning_exercise (
    ${hers},
    exercise_key text not null check (char_length(exercise_key) between 1 and 80),
    -- As it was called that day, also when the list has another version by now.
    name text not null check (char_length(name) between 1 and 160),
    day date not null,
    kind text not null check (kind in ('interpersonal', 'with-help-seekers', 'interprofessional')),
    context text check (context in ('micro', 'meso', 'exo')),
    situation text,
    happened text not null check (char_length(happened) between 1 and 2000),
    insight text not null check (char_length(insight) <= 2000),
    repeat text check (repeat in ('yes', 'otherwise', 'no')),
    at timestamptz not null,
    ${shared},
    check ((kind = 'interpersonal') = (context is null)),
    check ((context is null) = (situation is null))
  )`,
  ...indexed('learning_exercise'),
  // "If …, then …. If it goes wrong, then …": chosen by herself, for herself.
  `create table learning_strategy (
    ${hers},
    trigger text not null check (char_length(trigger) between 1 and 300),
    plan text not null check (char_length(plan) between 1 and 300),
    fallback text not null check (char_length(fallback) <= 300),
    at timestamptz not null,
    -- Let go of; it stays to be read.
    dropped_at timestamptz
  )`,
  ...indexed('learning_strategy'),
  // Pieces of a portfolio. Nobody reads one but its owner, and whoever holds a link that she made for it.
  `create table portfolio_piece (
    ${hers},
    kind text not null check (kind in ('own', 'goal', 'exercise', 'strategy', 'check', 'meeting', 'feedback', 'attendance')),
    -- What it rests on. Not a key: her words stay when that goes.
    source_id uuid,
    day date not null,
    title text not null check (char_length(title) between 1 and 160),
    body text not null check (char_length(body) <= 4000),
    at timestamptz not null,
    changed_at timestamptz not null,
    -- The hashes of the links that show it now; one that is taken back shows nothing, whatever the program forgets.
    opened_to text[] not null default '{}',
    check ((kind = 'own') = (source_id is null))
  )`,
  ...indexed('portfolio_piece'),
  'create unique index portfolio_piece_once on portfolio_piece (workspace_id, learner_id, kind, source_id)',
  // A link to pieces, with or without questions. What was promised to whoever answers never changes.
  `create table portfolio_share (
    ${hers},
    token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
    to_name text not null check (char_length(to_name) between 1 and 80),
    -- Who asks, as whoever gets the link knows her.
    from_name text not null check (char_length(from_name) between 1 and 80),
    questions jsonb not null,
    readers text not null check (readers in ('me', 'buddy', 'lead')),
    -- The buddies she had when she asked.
    reader_ids uuid[] not null,
    is_both boolean not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    seen_at timestamptz,
    answered_at timestamptz,
    check (readers = 'buddy' or reader_ids = '{}'),
    unique (workspace_id, token_hash)
  )`,
  ...indexed('portfolio_share'),
  // Both halves of feedback: what somebody wrote to a learner, and what she wrote of herself where both do.
  `create table peer_feedback (
    workspace_id uuid not null,
    share_id uuid not null,
    side text not null check (side in ('asker', 'giver')),
    trajectory_id uuid not null,
    learner_id uuid not null,
    person_id uuid not null,
    token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
    from_name text not null check (char_length(from_name) between 1 and 80),
    readers text not null check (readers in ('me', 'buddy', 'lead')),
    reader_ids uuid[] not null,
    -- Each with its question.
    answers jsonb not null,
    -- False: hers alone, until the other has written too.
    is_open boolean not null,
    at timestamptz not null,
    primary key (workspace_id, share_id, side),
    foreign key (workspace_id, share_id) references portfolio_share (workspace_id, id) on delete cascade,
    foreign key (workspace_id, trajectory_id) references trajectory (workspace_id, id) on delete cascade,
    foreign key (workspace_id, learner_id) references learner (workspace_id, id) on delete cascade,
    foreign key (workspace_id, person_id) references person (workspace_id, id),
    check (is_open or side = 'asker')
  )`,
  ...indexed('peer_feedback'),
]

const mine = both(joins(), participant('learner_id'))
const herself = (...rules: string[]) => both(person(), ...rules)
const aboutHerself = either(herself(purpose('access')), herself(purpose('deletion')))
const erased = either(mine, herself(purpose('deletion')))
const sharedOnly = both('shared is not null', 'in_use')
const wordsOfHers: TableRules = {
  select: either(mine, both(monitors(), memberOnly, sharedOnly), aboutHerself),
  insert: mine,
  // Consent that is put on hold or released changes it for all she wrote, where her choices are open.
  update: either(mine, herself(memberOnly), herself(purpose('access'))),
  delete: erased,
}
const hersAlone: TableRules = {
  select: either(mine, aboutHerself),
  insert: mine,
  update: mine,
  delete: erased,
}
/** The program opens one half when the other is there; it reads no words for that. */
const opening = both(joins(), purpose('system'))

const rules: Readonly<Record<string, TableRules>> = {
  learning_attainment: wordsOfHers,
  learning_exercise: wordsOfHers,
  learning_strategy: hersAlone,
  portfolio_piece: { ...hersAlone, select: either(mine, tokenAmong('opened_to'), aboutHerself) },
  portfolio_share: {
    select: either(mine, token, aboutHerself),
    insert: mine,
    update: either(mine, token),
    delete: erased,
  },
  peer_feedback: {
    select: either(
      both(mine, either(`side = 'asker'`, 'is_open')),
      both(token, either(`side = 'giver'`, 'is_open')),
      both(joins(), participantAmong('reader_ids'), 'is_open'),
      both(leads(), memberOnly, `readers = 'lead'`, 'is_open'),
      aboutHerself,
      opening,
    ),
    insert: either(both(mine, `side = 'asker'`), both(token, `side = 'giver'`)),
    update: opening,
    delete: either(both(token, `side = 'giver'`), erased),
  },
}

/** What may change; the rest stays as it was said. */
const changes: Readonly<Record<string, string>> = {
  learning_attainment: 'shared, in_use',
  learning_exercise: 'shared, in_use',
  learning_strategy: 'dropped_at',
  portfolio_piece: 'title, body, day, changed_at, opened_to',
  portfolio_share: 'token_hash, expires_at, revoked_at, seen_at, answered_at',
  peer_feedback: 'is_open',
}

/** What a learner keeps of her own learning: how far goals came, exercises, strategies, her portfolio, and feedback she asked. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
  for (const [table, columns] of Object.entries(changes)) {
    await sql.raw(`revoke update on ${table} from ${appRole}`).execute(db)
    await sql.raw(`grant update (${columns}) on ${table} to ${appRole}`).execute(db)
  }
}
