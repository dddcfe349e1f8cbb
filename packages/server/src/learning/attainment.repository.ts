import { type AttainmentScale, attainmentScale } from '@weerklank/core/learning/attainment'
import type { GoalId, LearnerId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Insertable, Selectable } from 'kysely'
import type { Trx } from '../schema.ts'
import type { LearningGoalTable } from './learning.table.ts'
import type { LearningAttainmentTable } from './portfolio.table.ts'

export type AttainmentRow = Selectable<LearningAttainmentTable>

/** A goal with its scale and what was said about it, the oldest first. */
export type ScaledGoal = {
  goal: Selectable<LearningGoalTable>
  scale: AttainmentScale | null
  said: AttainmentRow[]
}

/** All goals of a learner, also those that were replaced, in the order in which she wrote them. */
export async function scaledGoalsOf(trx: Trx, learner: LearnerId): Promise<ScaledGoal[]> {
  const goals = await trx
    .selectFrom('learning_goal')
    .selectAll()
    .where('learner_id', '=', learner)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const said = await trx
    .selectFrom('learning_attainment')
    .selectAll()
    .where('learner_id', '=', learner)
    .orderBy('day')
    .orderBy('at')
    .orderBy('id')
    .execute()
  return goals.map((goal) => ({
    goal,
    scale: goal.scale === null ? null : attainmentScale.parse(goal.scale),
    said: said.filter((row) => row.goal_id === goal.id),
  }))
}

/** False when somebody changed the goal since it was read. */
export async function writeScale(
  trx: Trx,
  of: {
    goal: Pick<Selectable<LearningGoalTable>, 'id' | 'version'>
    scale: AttainmentScale
    weight: number
    at: Instant
  },
): Promise<boolean> {
  const { goal, scale, weight, at } = of
  const { numUpdatedRows } = await trx
    .updateTable('learning_goal')
    .set({ scale: JSON.stringify(scale), weight, changed_at: at, version: goal.version + 1 })
    .where('id', '=', goal.id as GoalId)
    .where('version', '=', goal.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function insertAttainment(trx: Trx, row: Insertable<LearningAttainmentTable>): Promise<void> {
  await trx
    .insertInto('learning_attainment')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .execute()
}
