import { type Kysely, sql } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { relation, participant, person, memberOnly, purpose, role, actorIs } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const within = `workspace_id uuid not null,
    relation_id uuid not null,
    circle_id uuid not null`
const ofCircle = `foreign key (workspace_id, relation_id, circle_id) references circle (workspace_id, relation_id, id)
      on delete cascade`
// Whoever has not said yes stands on no map, and whoever stops is on none of them from that moment on (ADR 0011).
const consented = (who: string, inUse: string) =>
  `foreign key (workspace_id, ${who}, purpose, ${inUse})
      references consent_grant (workspace_id, person_id, purpose, in_force) on delete cascade`
const ofWave =
  'foreign key (workspace_id, wave_id) references network_wave (workspace_id, id) on delete cascade'
const ofPerson = (who: string) =>
  `foreign key (workspace_id, circle_id, ${who}) references circle_person (workspace_id, circle_id, participant_id)
      on delete cascade`

const statements = [
  // A moment at which people of a team or network tell with whom they work.
  `create table network_wave (
    ${within},
    id uuid not null,
    title text not null check (char_length(title) between 1 and 120),
    opened_on date not null,
    -- Shut after this day, or as soon as everybody is in.
    closes_on date not null,
    closed_at timestamptz,
    created_by uuid not null,
    created_at timestamptz not null,
    primary key (workspace_id, id),
    ${ofCircle},
    foreign key (workspace_id, created_by) references member (workspace_id, id),
    check (closes_on >= opened_on)
  )`,
  'create index network_wave_circle on network_wave (workspace_id, circle_id)',
  // That somebody filled in, also when she works with nobody.
  `create table network_answer (
    ${within},
    wave_id uuid not null,
    participant_id uuid not null,
    person_id uuid not null,
    purpose text not null default 'network-map' check (purpose = 'network-map'),
    in_use boolean not null default true,
    answered_at timestamptz not null,
    primary key (workspace_id, wave_id, participant_id),
    ${ofCircle},
    ${ofWave},
    ${ofPerson('participant_id')},
    ${consented('person_id', 'in_use')}
  )`,
  'create index network_answer_person on network_answer (workspace_id, person_id)',
  // What one tells about working with another. Both said yes: of either of them a no takes it away.
  `create table network_tie (
    ${within},
    wave_id uuid not null,
    from_participant uuid not null,
    from_person uuid not null,
    to_participant uuid not null,
    to_person uuid not null,
    often text not null check (often in ('never', 'seldom', 'monthly', 'fortnightly', 'weekly')),
    useful text check (useful in ('not', 'bit', 'yes')),
    purpose text not null default 'network-map' check (purpose = 'network-map'),
    from_in_use boolean not null default true,
    to_in_use boolean not null default true,
    primary key (workspace_id, wave_id, from_participant, to_participant),
    ${ofCircle},
    ${ofWave},
    foreign key (workspace_id, wave_id, from_participant)
      references network_answer (workspace_id, wave_id, participant_id) on delete cascade,
    ${ofPerson('to_participant')},
    ${consented('from_person', 'from_in_use')},
    ${consented('to_person', 'to_in_use')},
    check (from_participant <> to_participant and from_person <> to_person),
    check (often <> 'never' or useful is null)
  )`,
  'create index network_tie_from on network_tie (workspace_id, from_person)',
  'create index network_tie_to on network_tie (workspace_id, to_person)',
]

const table = both(relation(), memberOnly)
const keeping = both(table, `not ${role('guest')}`)
/** While consent is held or released, and on her own page. */
const access = purpose('access')

const rules: Readonly<Record<string, TableRules>> = {
  network_wave: {
    select: relation(),
    insert: both(keeping, actorIs('created_by')),
    // Also by whoever is the last to fill in, by her link.
    update: both(relation(), either(memberOnly, purpose('answering'))),
    delete: keeping,
  },
  network_answer: {
    select: either(
      both(relation(), either('in_use', participant())),
      both(relation(), memberOnly, purpose('deletion')),
      both(person(), access),
    ),
    insert: both(relation(), participant(), 'in_use'),
    update: either(both(relation(), participant(), 'in_use'), both(person(), access)),
    delete: either(
      both(relation(), participant()),
      both(relation(), person(), access),
      both(relation(), memberOnly, purpose('deletion')),
    ),
  },
  network_tie: {
    // Of others only the outcome of a moment that is shut; the code sets that purpose for no other.
    select: either(
      both(
        relation(),
        'from_in_use',
        'to_in_use',
        either(purpose('results'), participant('from_participant')),
      ),
      both(relation(), memberOnly, purpose('deletion')),
      both(either(person('from_person'), person('to_person')), access),
    ),
    insert: both(relation(), participant('from_participant'), 'from_in_use', 'to_in_use'),
    update: both(either(person('from_person'), person('to_person')), access),
    delete: either(
      both(relation(), participant('from_participant'), 'from_in_use', 'to_in_use'),
      // Of whoever leaves, what others told goes as well.
      both(relation(), either(person('from_person'), person('to_person')), access),
      both(relation(), memberOnly, purpose('deletion')),
    ),
  },
}

/** Maps of who works with whom: their moments, who filled in, and what each told of another; with the consent of both. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [name, rule] of Object.entries(rules)) await protect(db, name, rule)
}
