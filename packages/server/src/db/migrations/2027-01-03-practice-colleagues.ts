import { type Kysely, sql } from 'kysely'
import { condition, protect } from '../policy.ts'

const { signedIn, memberOnly, role, actorIs } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const inside = both(signedIn, memberOnly, `not ${role('guest')}`)
// The same roles as `mayTakePartInPractice` (core/library/practice.ts).
const worksWithPeople = either(role('professional'), role('facilitator'), role('trainer'), role('coach'))
const colleague = both(inside, worksWithPeople)
const mine = actorIs('author_id')
// Whoever hides something has to see the row that she leaves behind; the pages show it to nobody but its author.
const iHid = actorIs('hidden_by')
const withRow = (...rules: string[]) => both(inside, either(mine, both(worksWithPeople, either(...rules))))

const kinds = [
  ...['working-notes', 'meeting-notes', 'recordings', 'care-data', 'research', 'audit-log', 'personal-links'],
  ...['sent-mail', 'round-tickets', 'rounds', 'takeaway-files', 'practice-stories'],
]
const check = `check (kind in (${kinds.map((name) => `'${name}'`).join(', ')}))`

/**
 * Stories of practice are for who works with people: who only keeps the house (administrator, privacy officer) or does research
 * reads none of them. What somebody wrote stays hers whatever her role becomes. And stories go when their term is over.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await protect(db, 'practice_story', {
    select: withRow('shared_at is not null', iHid),
    insert: both(colleague, mine),
    update: withRow('shared_at is not null', iHid),
    delete: both(inside, mine),
  })
  await protect(db, 'practice_recognition', {
    select: inside,
    insert: both(colleague, actorIs('member_id')),
    delete: both(inside, actorIs('member_id')),
  })
  await protect(db, 'practice_addition', {
    select: withRow('shown_at is not null', iHid),
    insert: both(colleague, mine),
    update: both(colleague, either('shown_at is not null', iHid)),
    delete: both(inside, mine),
  })
  for (const table of ['retention_rule', 'retention_run']) {
    const name = `${table}_kind_check`
    const change = `alter table ${table} drop constraint ${name}, add constraint ${name} ${check}`
    await sql.raw(change).execute(db)
  }
}
