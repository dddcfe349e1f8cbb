import type { RuptureStep } from '@weerklank/core/feedback/rupture'
import type { RelationId, RuptureId } from '@weerklank/core/shared/ids'
import type { Day, Instant } from '@weerklank/core/shared/time'
import type { Insertable, Selectable, Updateable } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import type { RuptureStepTable, RuptureTable } from './rupture.table.ts'

export type StepRow = Selectable<RuptureStepTable>
export type RuptureRow = Selectable<RuptureTable>
export type RuptureWithSteps = RuptureRow & { steps: StepRow[] }

/** The ruptures that may be seen in some relations, with the steps that were taken; newest first. */
export async function rupturesOf(trx: Trx, relations: readonly RelationId[]): Promise<RuptureWithSteps[]> {
  if (relations.length === 0) return []
  const [rows, steps] = await Promise.all([
    trx
      .selectFrom('rupture')
      .selectAll()
      .where('relation_id', '=', anyOf(relations))
      .orderBy('noticed_at', 'desc')
      .orderBy('id')
      .execute(),
    trx
      .selectFrom('rupture_step')
      .selectAll()
      .where('relation_id', '=', anyOf(relations))
      .orderBy('at')
      .orderBy('step')
      .execute(),
  ])
  return rows.map((row) => ({ ...row, steps: steps.filter((step) => step.rupture_id === row.id) }))
}

/** One rupture for the rest of the transaction, with its steps; another writer waits. */
export async function lockRupture(
  trx: Trx,
  of: { relation: RelationId; rupture: RuptureId },
): Promise<RuptureWithSteps | undefined> {
  const row = await trx
    .selectFrom('rupture')
    .selectAll()
    .where('relation_id', '=', of.relation)
    .where('id', '=', of.rupture)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return undefined
  const steps = await trx
    .selectFrom('rupture_step')
    .selectAll()
    .where('rupture_id', '=', of.rupture)
    .orderBy('at')
    .orderBy('step')
    .execute()
  return { ...row, steps }
}

/** False when the id is taken, by whomever. */
export async function insertRupture(trx: Trx, row: Insertable<RuptureTable>): Promise<boolean> {
  const result = await trx
    .insertInto('rupture')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function changeRupture(
  trx: Trx,
  id: RuptureId,
  change: Updateable<RuptureTable>,
): Promise<void> {
  await trx.updateTable('rupture').set(change).where('id', '=', id).execute()
}

/** Makes a rupture and its steps part of the file. */
export async function setShared(trx: Trx, id: RuptureId, at: Instant): Promise<void> {
  await trx.updateTable('rupture').set({ shared_at: at, changed_at: at }).where('id', '=', id).execute()
  await trx.updateTable('rupture_step').set({ shared_at: at }).where('rupture_id', '=', id).execute()
}

/** Keeps how a step was taken; what stood there before is replaced. */
export async function putStep(trx: Trx, row: Insertable<RuptureStepTable>): Promise<void> {
  const { state, body, at, done_by } = row
  await trx
    .insertInto('rupture_step')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'rupture_id', 'step']).doUpdateSet({ state, body, at, done_by }),
    )
    .execute()
}

export async function takeStepBack(trx: Trx, rupture: RuptureId, step: RuptureStep): Promise<void> {
  await trx.deleteFrom('rupture_step').where('rupture_id', '=', rupture).where('step', '=', step).execute()
}

/** Removes a rupture with its steps. */
export async function deleteRupture(trx: Trx, id: RuptureId): Promise<void> {
  await trx.deleteFrom('rupture_step').where('rupture_id', '=', id).execute()
  await trx.deleteFrom('rupture').where('id', '=', id).execute()
}

/** Open ruptures in some relations whose day to look back is this one or earlier; the earliest first. */
export async function reviewsUntil(
  trx: Trx,
  relations: readonly RelationId[],
  day: Day,
): Promise<Pick<RuptureRow, 'id' | 'relation_id' | 'participant_id' | 'review_on'>[]> {
  if (relations.length === 0) return []
  return trx
    .selectFrom('rupture')
    .select(['id', 'relation_id', 'participant_id', 'review_on'])
    .where('relation_id', '=', anyOf(relations))
    .where('closed_at', 'is', null)
    .where('review_on', '<=', day)
    .orderBy('review_on')
    .orderBy('id')
    .execute()
}
