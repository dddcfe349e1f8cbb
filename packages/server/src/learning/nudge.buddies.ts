import type { LearnerId, TrajectoryId } from '@weerklank/core/shared/ids'
import { anyOf } from '../db/dialect.ts'
import type { Trx } from '../schema.ts'

/** Who has a buddy in a trajectory at this moment: in a pair that was formed, with somebody else who takes part. */
export async function withBuddy(trx: Trx, trajectory: TrajectoryId): Promise<ReadonlySet<LearnerId>> {
  const pairs = await trx
    .selectFrom('buddy_pair')
    .select('learner_ids')
    .where('trajectory_id', '=', trajectory)
    .where('formed_on', 'is not', null)
    .where('ended_on', 'is', null)
    .execute()
  const active = await activeAmong(
    trx,
    pairs.flatMap(({ learner_ids }) => learner_ids),
  )
  return new Set(
    pairs
      .map(({ learner_ids: members }) => members.filter((member) => active.has(member)))
      .filter((members) => members.length > 1)
      .flat(),
  )
}

async function activeAmong(trx: Trx, learners: readonly LearnerId[]): Promise<ReadonlySet<LearnerId>> {
  const rows = await trx
    .selectFrom('learner')
    .select('id')
    .where('id', '=', anyOf(learners))
    .where('status', 'in', ['invited', 'active'])
    .execute()
  return new Set(rows.map(({ id }) => id))
}
