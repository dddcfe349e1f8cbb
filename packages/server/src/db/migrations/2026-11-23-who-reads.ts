import { type Kysely, sql } from 'kysely'
import { appRole, condition, protect, type TableRules } from '../policy.ts'

const { relation, participant, ownIfRespondent, memberOnly, purpose, readsIt } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const statements = [
  // Which colleagues may read it; null is every one who takes part, as is said above the questions. Empty is nobody.
  'alter table response add column readers uuid[]',
  'alter table agreement_echo add column readers uuid[]',
  'alter table signal add column readers uuid[]',
  // That she answered stays known to whom may not read it: nobody is told of a silence that was none.
  'alter table invitation add column kept_apart_at timestamptz',
]

const own = both(relation(), ownIfRespondent)
const onRequest = both(relation(), memberOnly, purpose('deletion'))
const byHerself = both(relation(), participant())
const opening = both(relation(), purpose('reveal'))
/** Whose answer it is says who reads it, on her own page; not of half a picture that is still shut. */
const choosing = both(relation(), participant(), `not ${memberOnly}`, purpose('readers'))
// What 2026-11-23-mutual-picture keeps shut, and what she keeps to some: both hold.
const open = either(both('not sealed', readsIt), purpose('deletion'))
const shown = both(relation(), either(participant(), both(memberOnly, open), purpose('reveal')))
const answer: TableRules = {
  select: shown,
  insert: byHerself,
  update: either(opening, both(choosing, 'not sealed')),
  delete: onRequest,
}
const signalShown = either(`not ${memberOnly}`, readsIt, purpose('deletion'))

const rules: Readonly<Record<string, TableRules>> = {
  response: answer,
  agreement_echo: answer,
  signal: {
    select: both(own, signalShown),
    insert: own,
    update: either(both(relation(), memberOnly, readsIt), choosing),
    delete: onRequest,
  },
}

/** Whoever answered chooses who may read it (peers.md A29); the program itself does not read what is not for all. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const [table, rule] of Object.entries(rules)) await protect(db, table, rule)
  for (const table of ['response', 'agreement_echo']) {
    await sql.raw(`revoke update on ${table} from ${appRole}`).execute(db)
    await sql.raw(`grant update (sealed, readers) on ${table} to ${appRole}`).execute(db)
  }
}
