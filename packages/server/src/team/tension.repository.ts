import type { CircleId, ParticipantId, TensionId } from '@weerklank/core/shared/ids'
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Trx } from '../schema.ts'
import type { TensionLookTable, TensionTable } from './tension.table.ts'

export type TensionRow = Selectable<TensionTable>
export type LookRow = Selectable<TensionLookTable>

/** The tensions of a circle: those in sight first, each in the order in which they came. */
export function tensionsOf(trx: Trx, circle: CircleId): Promise<TensionRow[]> {
  return trx
    .selectFrom('tension')
    .selectAll()
    .where('circle_id', '=', circle)
    .orderBy('resting_since', (order) => order.asc().nullsFirst())
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export function findTension(trx: Trx, circle: CircleId, id: TensionId): Promise<TensionRow | undefined> {
  return trx
    .selectFrom('tension')
    .selectAll()
    .where('circle_id', '=', circle)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Gives whether it is new. */
export async function insertTension(trx: Trx, row: Insertable<TensionTable>): Promise<boolean> {
  const made = await trx
    .insertInto('tension')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** Gives whether it still was the version that was changed. */
export async function updateTension(
  trx: Trx,
  which: { id: TensionId; version: number },
  change: Updateable<TensionTable>,
): Promise<boolean> {
  const done = await trx
    .updateTable('tension')
    .set({ ...change, version: which.version + 1 })
    .where('id', '=', which.id)
    .where('version', '=', which.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** The looks that are in reach: one's own, or everybody's where they are counted. */
export function looksOf(trx: Trx, circle: CircleId): Promise<LookRow[]> {
  return trx
    .selectFrom('tension_look')
    .selectAll()
    .where('circle_id', '=', circle)
    .orderBy('looked_on')
    .execute()
}

/** One look for each day: what she says later that day replaces it. */
export async function keepLook(trx: Trx, row: Insertable<TensionLookTable>): Promise<void> {
  await trx
    .insertInto('tension_look')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'tension_id', 'participant_id', 'looked_on'])
        .doUpdateSet(({ ref }) => ({ lean: ref('excluded.lean') })),
    )
    .execute()
}

export async function deleteLooks(
  trx: Trx,
  of: { tension: TensionId; participant: ParticipantId },
): Promise<void> {
  await trx
    .deleteFrom('tension_look')
    .where('tension_id', '=', of.tension)
    .where('participant_id', '=', of.participant)
    .execute()
}
