import type { Kysely } from 'kysely'
import { condition, protect } from '../policy.ts'

const { monitors, leads, joins, participant, memberOnly, purpose, person, actorIs } = condition
const mine = `${joins()} and ${participant('id')}`
const leading = `${leads()} and ${memberOnly}`

/** A colleague who takes part in a trajectory finds her own place in it: that row, and nothing else of the trajectory. */
export async function up(db: Kysely<never>): Promise<void> {
  await protect(db, 'learner', {
    select: `(${leads()} or ${monitors()} or ${mine} or ${person()} or ${actorIs('member_id')})`,
    insert: leading,
    update: `(${leading} or ${mine} or ${person()})`,
    delete: `(${leading} or ${person()} and ${purpose('deletion')})`,
  })
}
