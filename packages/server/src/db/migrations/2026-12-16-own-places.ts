import { type Kysely, sql } from 'kysely'
import { appRole, condition, protect } from '../policy.ts'

const { monitors, leads, joins, participant, memberOnly, purpose, person, actorIs } = condition
const mine = (column: string) => `${joins()} and ${participant(column)}`
const leading = `${leads()} and ${memberOnly}`
const own = mine('learner_id')
const shared = 'shared is not null and in_use'
const herself = (what: string) => `${person()} and ${purpose(what)}`

/**
 * A colleague who takes part in a trajectory finds her own place in it: that row, and nothing else of the trajectory. What a
 * learner wrote is changed by nobody who cannot read it: whoever opens her choices settles them where her own data are in reach.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await protect(db, 'learner', {
    select: `(${leads()} or ${monitors()} or ${mine('id')} or ${person()} or ${actorIs('member_id')})`,
    insert: leading,
    update: `(${leading} or ${mine('id')} or ${person()})`,
    delete: `(${leading} or ${herself('deletion')})`,
  })
  for (const table of ['learning_goal', 'learning_answer', 'learning_mention']) {
    await protect(db, table, {
      select: `(${own} or ${monitors()} and ${memberOnly} and ${shared} or ${herself('access')} or ${herself('deletion')})`,
      insert: `(${own} or ${leading} and ${shared})`,
      update: `(${own} or ${herself('access')})`,
      delete: `(${own} or ${herself('deletion')})`,
    })
  }
  // What was handed in stays as it was: only whether others may read it changes.
  for (const table of ['learning_answer', 'learning_mention']) {
    await sql.raw(`revoke update on ${table} from ${appRole}`).execute(db)
    await sql.raw(`grant update (shared, in_use) on ${table} to ${appRole}`).execute(db)
  }
}
