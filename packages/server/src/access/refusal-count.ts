import { addMilliseconds, type Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import type { Db } from '../schema.ts'
import type { RefusalCountTable } from './sign-in.table.ts'

const hourMs = 60 * 60_000

/** How many lines an account gets within an hour; the next one says that there was more, and those after it nothing. */
export const refusalsAtMost = { 'sign-in': 10, content: 20 } as const

/** What to write of a refusal: itself, that there is more, or nothing any more. */
export type ToWrite = 'it' | 'more' | 'nothing'

/** Counts a refusal of an account, whatever process it comes to, and says what to write of it. */
export async function countRefused(
  of: { db: Db; now: () => Instant },
  user: string,
  kind: RefusalCountTable['kind'],
): Promise<ToWrite> {
  const now = of.now()
  const isInHour = sql`refusal_count.since > ${addMilliseconds(now, -hourMs)}`
  const { count } = await of.db
    .insertInto('auth.refusal_count')
    .values({ user_id: user, kind, count: 1, since: now })
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'kind']).doUpdateSet({
        count: sql`case when ${isInHour} then refusal_count.count + 1 else 1 end`,
        since: sql`case when ${isInHour} then refusal_count.since else ${now} end`,
      }),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  if (count <= refusalsAtMost[kind]) return 'it'
  return count === refusalsAtMost[kind] + 1 ? 'more' : 'nothing'
}
