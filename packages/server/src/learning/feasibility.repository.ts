import type { LearnerId, MeasureId, TrajectoryId } from '@weerklank/core/shared/ids'
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Trx } from '../schema.ts'
import type { MeasureTable, WorkFactTable } from './nudge.table.ts'

export type MeasureRow = Selectable<MeasureTable>
export type WorkFactRow = Selectable<WorkFactTable>

export function measuresOf(trx: Trx, trajectory: TrajectoryId): Promise<MeasureRow[]> {
  return trx
    .selectFrom('measure')
    .selectAll()
    .where('trajectory_id', '=', trajectory)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
}

/** A repeat of the same measure changes nothing. */
export async function insertMeasure(trx: Trx, row: Insertable<MeasureTable>): Promise<void> {
  await trx
    .insertInto('measure')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .execute()
}

/** False when somebody else changed it meanwhile. */
export async function updateMeasure(
  trx: Trx,
  of: { id: MeasureId; version: number },
  change: Updateable<MeasureTable>,
): Promise<boolean> {
  const changed = await trx
    .updateTable('measure')
    .set({ ...change, version: of.version + 1 })
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

/** What people of a trajectory said of their work, as far as it is in reach. */
export function workFactsOf(trx: Trx, trajectory: TrajectoryId): Promise<WorkFactRow[]> {
  return trx.selectFrom('work_fact').selectAll().where('trajectory_id', '=', trajectory).execute()
}

/** The newest answer stands. */
export async function keepWorkFact(trx: Trx, row: Insertable<WorkFactTable>): Promise<void> {
  const { meetings, stage, parents, at, entered_by } = row
  await trx
    .insertInto('work_fact')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'learner_id'])
        .doUpdateSet({ meetings, stage, parents, at, entered_by }),
    )
    .execute()
}

/** Somebody of the trajectory that is led, with the name that the lead knows. */
export async function namesIn(trx: Trx, trajectory: TrajectoryId): Promise<ReadonlyMap<LearnerId, string>> {
  const rows = await trx
    .selectFrom('learner_name')
    .select(['learner_id', 'name'])
    .where('trajectory_id', '=', trajectory)
    .execute()
  return new Map(rows.map((row) => [row.learner_id, row.name]))
}
