import type { MemberId, TrajectoryEventId, TrajectoryId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Trx } from '../schema.ts'
import type { TrajectoryEventTable, TrajectoryMomentTable, TrajectoryTable } from './learning.table.ts'

export type TrajectoryRow = Selectable<TrajectoryTable>
export type EventRow = Selectable<TrajectoryEventTable>
export type MomentRow = Selectable<TrajectoryMomentTable>

export async function findTrajectory(trx: Trx, id: TrajectoryId): Promise<TrajectoryRow | undefined> {
  return trx.selectFrom('trajectory').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The same, held until the transaction ends. */
export async function lockTrajectory(trx: Trx, id: TrajectoryId): Promise<TrajectoryRow | undefined> {
  return trx.selectFrom('trajectory').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Those that a member leads or whose monitor she reads, the newest first. */
export async function trajectoriesOf(trx: Trx, member: MemberId): Promise<TrajectoryRow[]> {
  return trx
    .selectFrom('trajectory')
    .selectAll()
    .where(sql<boolean>`${member}::uuid = any (member_ids)`)
    .orderBy('starts_on', 'desc')
    .orderBy('id')
    .execute()
}

export async function eventsOf(trx: Trx, trajectories: readonly TrajectoryId[]): Promise<EventRow[]> {
  if (trajectories.length === 0) return []
  return trx
    .selectFrom('trajectory_event')
    .selectAll()
    .where('trajectory_id', 'in', [...trajectories])
    .orderBy('at')
    .orderBy('position')
    .execute()
}

export async function momentsOf(trx: Trx, trajectories: readonly TrajectoryId[]): Promise<MomentRow[]> {
  if (trajectories.length === 0) return []
  return trx
    .selectFrom('trajectory_moment')
    .selectAll()
    .where('trajectory_id', 'in', [...trajectories])
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** False when there is one with that identifier already. */
export async function insertTrajectory(trx: Trx, row: Insertable<TrajectoryTable>): Promise<boolean> {
  const done = await trx
    .insertInto('trajectory')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function insertEvents(
  trx: Trx,
  rows: readonly Insertable<TrajectoryEventTable>[],
): Promise<void> {
  if (rows.length > 0)
    await trx
      .insertInto('trajectory_event')
      .values([...rows])
      .execute()
}

export async function insertMoments(
  trx: Trx,
  rows: readonly Insertable<TrajectoryMomentTable>[],
): Promise<void> {
  if (rows.length > 0)
    await trx
      .insertInto('trajectory_moment')
      .values([...rows])
      .execute()
}

/** Stores a change; false when somebody changed it since the version that the change started from. */
export async function updateTrajectory(
  trx: Trx,
  at: { id: TrajectoryId; version: number; now: Instant },
  to: Updateable<TrajectoryTable>,
): Promise<boolean> {
  const done = await trx
    .updateTable('trajectory')
    .set({ ...to, version: at.version + 1, changed_at: at.now })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** How many learners there are by how they stand, per trajectory. */
export async function countLearners(trx: Trx, trajectories: readonly TrajectoryId[]) {
  if (trajectories.length === 0) return []
  return trx
    .selectFrom('learner')
    .select(['trajectory_id', 'status', trx.fn.countAll<number>().as('count')])
    .where('trajectory_id', 'in', [...trajectories])
    .groupBy(['trajectory_id', 'status'])
    .execute()
}

/** Moments at which something came in: their questions stand, and they stay. */
export async function answeredMoments(trx: Trx, trajectory: TrajectoryId): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('moment_receipt')
    .select('moment_id')
    .distinct()
    .where('trajectory_id', '=', trajectory)
    .execute()
  return new Set(rows.map((row) => row.moment_id))
}

/** Events of which it is written down who was there: they stay. */
export async function attendedEvents(
  trx: Trx,
  trajectory: TrajectoryId,
): Promise<ReadonlySet<TrajectoryEventId>> {
  const rows = await trx
    .selectFrom('event_attendance')
    .select('event_id')
    .distinct()
    .where('trajectory_id', '=', trajectory)
    .execute()
  return new Set(rows.map((row) => row.event_id))
}

export async function membersHere(trx: Trx) {
  return trx.selectFrom('member').select(['id', 'name', 'roles', 'ended_at']).orderBy('name').execute()
}
