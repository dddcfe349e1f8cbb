import type { CircleId, FamilyWordId } from '@weerklank/core/shared/ids'
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Trx } from '../schema.ts'
import type { FamilyWordTable } from './family-word.table.ts'

export type FamilyWordRow = Selectable<FamilyWordTable>

/** What the family is asked or told, as far as it is in reach: first what was not said yet. */
export async function familyWordsOf(trx: Trx, circle: CircleId): Promise<FamilyWordRow[]> {
  return trx
    .selectFrom('family_word')
    .selectAll()
    .where('circle_id', '=', circle)
    .orderBy('said_at', (order) => order.desc().nullsFirst())
    .orderBy('planned_on', (order) => order.asc().nullsLast())
    .orderBy('id')
    .execute()
}

export async function findFamilyWord(
  trx: Trx,
  circle: CircleId,
  id: FamilyWordId,
): Promise<FamilyWordRow | undefined> {
  return trx
    .selectFrom('family_word')
    .selectAll()
    .where('circle_id', '=', circle)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Gives whether it is new. */
export async function insertFamilyWord(trx: Trx, row: Insertable<FamilyWordTable>): Promise<boolean> {
  const made = await trx
    .insertInto('family_word')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function updateFamilyWord(
  trx: Trx,
  row: Pick<FamilyWordRow, 'id' | 'version'>,
  change: Updateable<FamilyWordTable>,
): Promise<boolean> {
  const done = await trx
    .updateTable('family_word')
    .set({ ...change, version: row.version + 1 })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Only what was not said yet. */
export async function removeFamilyWord(trx: Trx, id: FamilyWordId): Promise<boolean> {
  const gone = await trx
    .deleteFrom('family_word')
    .where('id', '=', id)
    .where('said_at', 'is', null)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}
