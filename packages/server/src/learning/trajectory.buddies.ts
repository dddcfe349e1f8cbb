import type { LearnerId, TrajectoryId } from '@weerklank/core/shared/ids'
import type { Day } from '@weerklank/core/shared/time'
import type { Trx } from '../schema.ts'

/** Since when somebody has a buddy, and whether one of them said that they met: nothing of what was said. */
type BuddyContact = { readonly since: Day; readonly met: boolean }

/** The buddies that people have now, from the register of pairs. */
export async function buddyContacts(
  trx: Trx,
  trajectory: TrajectoryId,
): Promise<ReadonlyMap<LearnerId, BuddyContact>> {
  const pairs = await trx
    .selectFrom('buddy_pair')
    .select(['id', 'learner_ids', 'formed_on', 'talked'])
    .where('trajectory_id', '=', trajectory)
    .where('formed_on', 'is not', null)
    .where('ended_on', 'is', null)
    .execute()
  const met = await trx
    .selectFrom('buddy_meeting')
    .select('pair_id')
    .distinct()
    .where('trajectory_id', '=', trajectory)
    .execute()
  const talking = new Set(met.map((row) => row.pair_id))
  return new Map(
    pairs.flatMap(({ id, learner_ids, formed_on: since, talked }) =>
      since === null
        ? []
        : learner_ids.map(
            (learner) => [learner, { since, met: talked === true || talking.has(id) }] as const,
          ),
    ),
  )
}
