import { momentEndpoints } from '@weerklank/core/learning/moment.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { type MemberApi, type MemberSession, serveSelf } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { recordInTrajectory } from './learning.record.ts'
import { learnerContext } from './own/own.door.ts'
import { newLearnerLink } from './own/own.links.ts'

/** The way of a colleague to the pages that every learner has: parents, youths and professionals have the same. */
export function serveMyPlaces(to: MemberApi, deps: { world: World; publicUrl: string }): void {
  serveSelf(to, momentEndpoints.listMyPlaces, async (session, _input, trx) => {
    const places = await placesOf(trx, session)
    const joins = places.map((row) => row.trajectory_id)
    await setContext(trx, { ...session.context, joins })
    const rows = await trx
      .selectFrom('trajectory')
      .select(['id', 'title'])
      .where('status', '!=', 'draft')
      .orderBy('starts_on', 'desc')
      .orderBy('id')
      .execute()
    await setContext(trx, session.context)
    const own = new Set<string>(joins)
    return { trajectories: rows.filter(({ id }) => own.has(id)) }
  })
  serveSelf(to, momentEndpoints.openMyPages, async (session, { params }, trx) => {
    const places = await placesOf(trx, session)
    const learner = places.find((row) => row.trajectory_id === params.trajectory)
    if (learner === undefined) throw new AppError('not-found')
    const workspace = session.workspace.id
    const { id, trajectory_id: trajectory } = learner
    await setContext(trx, learnerContext({ workspace, learner: id, trajectory }))
    const { url } = await newLearnerLink(trx, deps, { learner })
    await setContext(trx, session.context)
    const deed = { session, trajectory, action: 'trajectory.page-linked' as const }
    await recordInTrajectory(trx, deps.world, { ...deed, person: learner.person_id })
    return { url }
  })
}

/** Where she takes part as a learner. */
async function placesOf(trx: Trx, { member }: MemberSession) {
  return trx
    .selectFrom('learner')
    .select(['workspace_id', 'id', 'trajectory_id', 'person_id'])
    .where('member_id', '=', member.id)
    .execute()
}
