import type { Kysely } from 'kysely'
import { condition, protect } from '../policy.ts'

const { relation, memberOnly, purpose, role, actorIs } = condition
const both = (...rules: string[]) => rules.join(' and ')
const either = (...rules: string[]) => `(${rules.join(' or ')})`

const keeping = both(relation(), memberOnly, `not ${role('guest')}`)

/**
 * A check that asks the wrong thing, or of the wrong people, can be taken away by whoever may make one, with all that was answered.
 * Not once it is open: then it is of everybody who answered.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await protect(db, 'circle_check', {
    select: relation(),
    insert: both(keeping, actorIs('created_by')),
    update: either(keeping, both(relation(), purpose('reveal'))),
    delete: both(keeping, 'opened_at is null'),
  })
}
