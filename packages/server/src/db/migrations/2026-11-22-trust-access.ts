import { type Kysely, sql } from 'kysely'
import { condition, protect, type TableRules } from '../policy.ts'

const { relation, takesPart, ownIfRespondent, memberOnly, signedIn, actorIs, purpose, person, role } =
  condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const team = both(relation(), memberOnly)
const system = purpose('system')
const administrator = both(role('administrator'), signedIn)
const colleague = both(signedIn, `not ${role('guest')}`)
/** Who works with people in collaborations of her own: no guest, and nobody who only administers, looks back or studies. */
const practitioner = both(
  signedIn,
  either(...['professional', 'facilitator', 'trainer', 'coach'].map((name) => role(name))),
)
/** Her own answer, by her own link: nobody answers for someone else, whatever she may read. */
const byHerself = both(relation(), ownIfRespondent, `not ${memberOnly}`)

const memberRoles = [
  'professional',
  'facilitator',
  'trainer',
  'researcher',
  'coach',
  'administrator',
  'privacy-officer',
  'guest',
]
/** A member who changes her own row keeps to the roles that she has: nobody makes herself administrator. */
const noMoreRoles = both(...memberRoles.map((name) => either(`not '${name}' = any (roles)`, role(name))))
const isGuest = `roles = array['guest']`

const rules: Readonly<Record<string, TableRules>> = {
  member: {
    select: either(colleague, actorIs('id'), system),
    insert: either(administrator, both(practitioner, isGuest)),
    update: either(administrator, both(practitioner, isGuest), both(signedIn, actorIs('id'), noMoreRoles)),
  },
  relation: {
    select: either(takesPart, relation('id'), both(purpose('emergency'), practitioner)),
    insert: both(practitioner, actorIs('created_by'), takesPart),
    update: relation('id'),
  },
  participant: {
    select: either(relation(), both(signedIn, actorIs('member_id')), person()),
    // Who owns the collaboration says who takes part; a guest can only leave.
    insert: both(team, `not ${role('guest')}`),
    update: both(team, either(`not ${role('guest')}`, actorIs('member_id'))),
  },
  person: {
    select: person('id'),
    insert: either(practitioner, administrator),
    update: person('id'),
  },
  response: {
    select: both(relation(), ownIfRespondent),
    insert: byHerself,
    delete: both(team, purpose('deletion')),
  },
  agreement_echo: {
    select: both(relation(), ownIfRespondent),
    insert: byHerself,
    delete: both(team, purpose('deletion')),
  },
  emergency_access: {
    select: either(relation(), both(signedIn, actorIs('member_id'))),
    insert: both(practitioner, actorIs('member_id')),
    // She ends her own.
    update: both(signedIn, actorIs('member_id')),
  },
}

/** Less in reach than before, where the matrix of who may do what showed more than someone needs; and where one is. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
  // Someone with places in several workspaces is in the one she chose last.
  await sql.raw('alter table auth.membership add column chosen_at timestamptz').execute(db)
  await sql
    .raw('create index emergency_access_member on emergency_access (workspace_id, member_id, ends_at)')
    .execute(db)
}
