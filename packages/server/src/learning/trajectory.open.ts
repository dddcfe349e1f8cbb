import { mayWithTrajectory, type TrajectoryAct } from '@weerklank/core/learning/trajectory'
import { AppError } from '@weerklank/core/shared/errors'
import type { TrajectoryId } from '@weerklank/core/shared/ids'
import type { Trx } from '../schema.ts'
import * as repository from './trajectory.repository.ts'

/** The trajectory, held for something that a lead may do with it as it stands. */
export async function openTrajectory(
  trx: Trx,
  id: TrajectoryId,
  act: TrajectoryAct,
): Promise<repository.TrajectoryRow> {
  const row = await repository.lockTrajectory(trx, id)
  if (row === undefined) throw new AppError('not-found')
  const decision = mayWithTrajectory(row.status, act)
  if (!decision.allowed) throw new AppError('conflict')
  return row
}
