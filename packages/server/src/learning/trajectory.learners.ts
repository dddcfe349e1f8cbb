import type { LearnerId, TrajectoryEventId, TrajectoryId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Trx } from '../schema.ts'
import type {
  EventAttendanceTable,
  LearnerNameTable,
  LearnerTable,
  MomentReceiptTable,
} from './learning.table.ts'

/** One who takes part with her name, as a lead reaches her. */
export type LearnerRow = Selectable<LearnerTable> & Pick<Selectable<LearnerNameTable>, 'name' | 'email'>
export type ReceiptRow = Selectable<MomentReceiptTable>
export type AttendanceRow = Selectable<EventAttendanceTable>
/** When a link was last made for somebody, and until when one opens her pages. */
export type LinkState = { madeAt: Instant; until: Instant | null }

function selectLearners(trx: Trx) {
  return trx
    .selectFrom('learner')
    .innerJoin('learner_name', (join) =>
      join
        .onRef('learner_name.workspace_id', '=', 'learner.workspace_id')
        .onRef('learner_name.learner_id', '=', 'learner.id'),
    )
    .selectAll('learner')
    .select(['learner_name.name', 'learner_name.email'])
}

export async function learnersOf(trx: Trx, trajectory: TrajectoryId): Promise<LearnerRow[]> {
  return selectLearners(trx).where('learner.trajectory_id', '=', trajectory).orderBy('number').execute()
}

export async function findLearnerIn(
  trx: Trx,
  { trajectory, learner }: { trajectory: TrajectoryId; learner: LearnerId },
): Promise<LearnerRow | undefined> {
  return selectLearners(trx)
    .where('learner.id', '=', learner)
    .where('learner.trajectory_id', '=', trajectory)
    .executeTakeFirst()
}

export async function receiptsOf(trx: Trx, trajectory: TrajectoryId): Promise<ReceiptRow[]> {
  return trx
    .selectFrom('moment_receipt')
    .selectAll()
    .where('trajectory_id', '=', trajectory)
    .orderBy('at')
    .execute()
}

export async function attendanceOf(trx: Trx, trajectory: TrajectoryId): Promise<AttendanceRow[]> {
  return trx.selectFrom('event_attendance').selectAll().where('trajectory_id', '=', trajectory).execute()
}

export async function linksOf(
  trx: Trx,
  trajectory: TrajectoryId,
  now: Instant,
): Promise<ReadonlyMap<LearnerId, LinkState>> {
  const rows = await trx
    .selectFrom('learner_link')
    .select(['learner_id', 'created_at', 'expires_at', 'revoked_at'])
    .where('trajectory_id', '=', trajectory)
    .orderBy('created_at')
    .execute()
  const states = new Map<LearnerId, LinkState>()
  for (const { learner_id, created_at, expires_at, revoked_at } of rows) {
    const opens = revoked_at === null && expires_at > now
    const before = states.get(learner_id)?.until ?? null
    states.set(learner_id, { madeAt: created_at, until: opens ? expires_at : before })
  }
  return states
}

/** Stores a change of one learner; false when somebody changed her line since that version. */
export async function updateLearner(
  trx: Trx,
  at: { id: LearnerId; version: number; now: Instant },
  to: Updateable<LearnerTable>,
): Promise<boolean> {
  const done = await trx
    .updateTable('learner')
    .set({ ...to, version: at.version + 1, changed_at: at.now })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function renameLearner(
  trx: Trx,
  learner: LearnerId,
  to: { name: string; email: string },
): Promise<void> {
  await trx.updateTable('learner_name').set(to).where('learner_id', '=', learner).execute()
}

/** Writes who was there; the newest word counts. */
export async function keepAttendance(
  trx: Trx,
  rows: readonly Insertable<EventAttendanceTable>[],
): Promise<void> {
  if (rows.length === 0) return
  await trx
    .insertInto('event_attendance')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'event_id', 'learner_id']).doUpdateSet(({ ref }) => ({
        attended: ref('excluded.attended'),
        hours: ref('excluded.hours'),
        at: ref('excluded.at'),
        entered_by: ref('excluded.entered_by'),
      })),
    )
    .execute()
}

/** Takes back what was written of people at an event: nobody knows then. */
export async function forgetAttendance(
  trx: Trx,
  event: TrajectoryEventId,
  learners: readonly LearnerId[],
): Promise<void> {
  if (learners.length === 0) return
  await trx
    .deleteFrom('event_attendance')
    .where('event_id', '=', event)
    .where('learner_id', 'in', [...learners])
    .execute()
}
