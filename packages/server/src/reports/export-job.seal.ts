import { createHash } from 'node:crypto'
import type { RelationId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { type Context, setContext } from '../db/context.ts'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'

/** Collaborations whose inside is in reach at once. */
const relationsAtOnce = 50

/**
 * Which answers of some collaborations a member can see, as one short text: another one when an answer was deleted, or is kept
 * from her now. Answers given after `until` do not count. The context is left as it was found.
 */
export async function sealOf(
  trx: Trx,
  context: Context,
  of: { relations: readonly RelationId[]; until: Instant },
): Promise<string> {
  const hash = createHash('sha256')
  const relations = [...of.relations].sort()
  for (let at = 0; at < relations.length; at += relationsAtOnce) {
    const batch = relations.slice(at, at + relationsAtOnce)
    await setContext(trx, { ...context, relations: batch })
    const row = await trx
      .selectFrom('response')
      .select(
        sql<string>`coalesce(md5(string_agg(id::text || coalesce(readers::text, ''), ',' order by id)), '')`.as(
          'seen',
        ),
      )
      .where('relation_id', '=', anyOf(batch))
      .where('answered_at', '<=', of.until)
      .executeTakeFirst()
    hash.update(`${row?.seen ?? ''}\n`)
  }
  await setContext(trx, context)
  return hash.digest('hex')
}
