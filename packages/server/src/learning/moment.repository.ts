import type { GoalId, LearnerId, MomentId, TrajectoryId } from '@weerklank/core/shared/ids'
import type { Insertable, Selectable, Updateable } from 'kysely'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'
import type {
  LearningAnswerTable,
  LearningGoalTable,
  LearningMentionTable,
  MomentReceiptTable,
  TrajectoryMomentTable,
} from './learning.table.ts'

export type MomentRow = Selectable<TrajectoryMomentTable>
export type ReceiptRow = Selectable<MomentReceiptTable>
export type GoalRow = Selectable<LearningGoalTable>
export type AnswerRow = Selectable<LearningAnswerTable>
export type MentionRow = Selectable<LearningMentionTable>

export async function momentsOf(trx: Trx, trajectory: TrajectoryId): Promise<MomentRow[]> {
  return trx
    .selectFrom('trajectory_moment')
    .selectAll()
    .where('trajectory_id', '=', trajectory)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** What came in of one learner, as far as it is in reach. */
export async function receiptsOf(trx: Trx, learner: LearnerId): Promise<ReceiptRow[]> {
  return trx.selectFrom('moment_receipt').selectAll().where('learner_id', '=', learner).execute()
}

export async function insertReceipt(trx: Trx, row: Insertable<MomentReceiptTable>): Promise<void> {
  await trx.insertInto('moment_receipt').values(row).execute()
}

export async function updateReceipt(
  trx: Trx,
  of: { moment: MomentId; learner: LearnerId },
  change: Updateable<MomentReceiptTable>,
): Promise<void> {
  await trx
    .updateTable('moment_receipt')
    .set(change)
    .where('moment_id', '=', of.moment)
    .where('learner_id', '=', of.learner)
    .execute()
}

/** Every goal that a learner wrote, in the order in which she did. */
export async function goalsOf(trx: Trx, learner: LearnerId): Promise<GoalRow[]> {
  return trx
    .selectFrom('learning_goal')
    .selectAll()
    .where('learner_id', '=', learner)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export async function answersOf(trx: Trx, learner: LearnerId): Promise<AnswerRow[]> {
  return trx
    .selectFrom('learning_answer')
    .selectAll()
    .where('learner_id', '=', learner)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export async function mentionsOf(trx: Trx, learner: LearnerId): Promise<MentionRow[]> {
  return trx
    .selectFrom('learning_mention')
    .selectAll()
    .where('learner_id', '=', learner)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export async function insertGoal(trx: Trx, row: Insertable<LearningGoalTable>): Promise<void> {
  await trx.insertInto('learning_goal').values(row).execute()
}

export async function updateGoals(
  trx: Trx,
  ids: readonly GoalId[],
  change: Updateable<LearningGoalTable>,
): Promise<void> {
  await trx
    .updateTable('learning_goal')
    .set(({ eb, ref }) => ({ ...change, version: eb(ref('version'), '+', 1) }))
    .where('id', '=', anyOf(ids))
    .execute()
}

export async function insertAnswers(trx: Trx, rows: Insertable<LearningAnswerTable>[]): Promise<void> {
  if (rows.length > 0) await trx.insertInto('learning_answer').values(rows).execute()
}

export async function insertMentions(trx: Trx, rows: Insertable<LearningMentionTable>[]): Promise<void> {
  if (rows.length > 0) await trx.insertInto('learning_mention').values(rows).execute()
}

/** Removes what was handed in at a moment: answers, mentions, and goals that came with it. */
export async function removeHandedIn(trx: Trx, of: { moment: MomentId; learner: LearnerId }): Promise<void> {
  for (const table of ['learning_answer', 'learning_mention', 'learning_goal'] as const) {
    await trx
      .deleteFrom(table)
      .where('moment_id', '=', of.moment)
      .where('learner_id', '=', of.learner)
      .execute()
  }
}

/** Whether something that a learner handed in has this identifier. */
export async function isHandedIn(trx: Trx, of: { id: string; learner: LearnerId }): Promise<boolean> {
  for (const table of ['learning_answer', 'learning_mention', 'learning_goal'] as const) {
    const row = await trx
      .selectFrom(table)
      .select('id')
      .where('id', '=', of.id as never)
      .where('learner_id', '=', of.learner)
      .executeTakeFirst()
    if (row !== undefined) return true
  }
  return false
}
