import type { Experience } from '@weerklank/core/library/library.contract'
import type { MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import type { Trx } from '../schema.ts'

/** Of what people wrote about one item, so much is shown. */
const wordsAtMost = 50

/** How often an item helped, what was said about it, and what she said herself. Nothing says who the others are. */
export async function experienceOf(trx: Trx, key: string): Promise<Experience> {
  const { rows } = await sql<{ helped: number; did_not: number }>`
    select count(*) filter (where helped)::int as helped, count(*) filter (where not helped)::int as did_not
    from library_experience where item_key = ${key}`.execute(trx)
  const words = await trx
    .selectFrom('library_experience')
    .select(['helped', 'words'])
    .where('item_key', '=', key)
    .where('words', '<>', '')
    // By the words themselves: identifiers would tell what came first.
    .orderBy('words')
    .limit(wordsAtMost)
    .execute()
  // Own uses are all that can be seen of library_use (see its policy).
  const mine = await trx
    .selectFrom('library_use')
    .innerJoin('library_experience', 'library_experience.id', 'library_use.id')
    .select(['library_use.id', 'helped', 'words', 'used_at as usedAt'])
    .where('library_use.item_key', '=', key)
    .orderBy('library_use.used_at')
    .execute()
  const [counts] = rows
  return { helped: counts?.helped ?? 0, didNot: counts?.did_not ?? 0, words, mine }
}

type Use = {
  workspace: WorkspaceId
  by: MemberId
  key: string
  id: string
  helped: boolean
  words: string
  at: Instant
}

/** Counts a use; false when this one is counted already. */
export async function addUse(trx: Trx, of: Use): Promise<boolean> {
  const { workspace: workspace_id, id, key: item_key, helped, words } = of
  const added = await trx
    .insertInto('library_use')
    .values({ workspace_id, id, item_key, member_id: of.by, used_at: of.at })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) return false
  await trx.insertInto('library_experience').values({ workspace_id, id, item_key, helped, words }).execute()
  return true
}

/** Takes back a use of her own, with what was said; false where she has none by that id. */
export async function removeUse(trx: Trx, of: { key: string; id: string }): Promise<boolean> {
  const gone = await trx
    .deleteFrom('library_use')
    .where('id', '=', of.id)
    .where('item_key', '=', of.key)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}
