import type { LearnerId, LearningExerciseId, LearningStrategyId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Insertable, Selectable } from 'kysely'
import type { Trx } from '../schema.ts'
import type { LearningExerciseTable, LearningStrategyTable } from './portfolio.table.ts'

export type ExerciseRow = Selectable<LearningExerciseTable>
export type StrategyRow = Selectable<LearningStrategyTable>

/** The log of a learner, the newest day first. */
export function exercisesOf(trx: Trx, learner: LearnerId): Promise<ExerciseRow[]> {
  return trx
    .selectFrom('learning_exercise')
    .selectAll()
    .where('learner_id', '=', learner)
    .orderBy('day', 'desc')
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
}

/** False when this line is there already: a form that was sent twice. */
export async function insertExercise(trx: Trx, row: Insertable<LearningExerciseTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('learning_exercise')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function removeExercise(
  trx: Trx,
  of: { learner: LearnerId; id: LearningExerciseId },
): Promise<void> {
  await trx
    .deleteFrom('learning_exercise')
    .where('learner_id', '=', of.learner)
    .where('id', '=', of.id)
    .execute()
}

/** Strategies of a learner, also those she let go of, the newest first. */
export function strategiesOf(trx: Trx, learner: LearnerId): Promise<StrategyRow[]> {
  return trx
    .selectFrom('learning_strategy')
    .selectAll()
    .where('learner_id', '=', learner)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
}

export async function insertStrategy(trx: Trx, row: Insertable<LearningStrategyTable>): Promise<void> {
  await trx
    .insertInto('learning_strategy')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .execute()
}

export async function dropStrategy(
  trx: Trx,
  of: { learner: LearnerId; id: LearningStrategyId; at: Instant },
): Promise<void> {
  await trx
    .updateTable('learning_strategy')
    .set({ dropped_at: of.at })
    .where('learner_id', '=', of.learner)
    .where('id', '=', of.id)
    .where('dropped_at', 'is', null)
    .execute()
}
