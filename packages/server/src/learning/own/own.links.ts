import { learnerLinkDays } from '@weerklank/core/learning/trajectory'
import type { LearnerId, TrajectoryId, WorkspaceId } from '@weerklank/core/shared/ids'
import { addDays, type Instant } from '@weerklank/core/shared/time'
import type { World } from '../../deps.ts'
import { newToken } from '../../http/link-token.ts'
import type { Trx } from '../../schema.ts'
import { insertLink } from './own.repository.ts'

export type LinkedLearner = { workspace_id: WorkspaceId; id: LearnerId; trajectory_id: TrajectoryId }

/** Makes a link to a learner's own pages and gives it, once: only its hash is stored. */
export async function newLearnerLink(
  trx: Trx,
  deps: { world: World; publicUrl: string },
  { learner }: { learner: LinkedLearner },
): Promise<{ url: string; path: string; until: Instant }> {
  const now = deps.world.now()
  const { token, hash } = newToken(learner.workspace_id)
  const until = addDays(await lastDay(trx, learner, now), learnerLinkDays)
  const { workspace_id, trajectory_id, id: learner_id } = learner
  await insertLink(trx, {
    ...{ workspace_id, token_hash: hash, trajectory_id, learner_id },
    ...{ created_at: now, expires_at: until, revoked_at: null },
  })
  return { url: `${deps.publicUrl}/l/${token}`, path: `/l/${token}`, until }
}

/** When the last that was planned is over, or today when that is later. */
async function lastDay(trx: Trx, { trajectory_id }: LinkedLearner, now: Instant): Promise<Instant> {
  const row = await trx
    .selectFrom('trajectory_moment')
    .select(({ fn }) => fn.max('closes_on').as('day'))
    .where('trajectory_id', '=', trajectory_id)
    .executeTakeFirst()
  const day = row?.day ?? null
  const at = day === null ? now : `${day}T12:00:00.000Z`
  return at > now ? at : now
}
