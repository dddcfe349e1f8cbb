import { learnerEndpoints } from '@weerklank/core/learning/learner.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { type MemberApi, serveAsLead } from '../access/access.ts'
import type { Trx } from '../schema.ts'
import type { LearningDeps } from './learning.deps.ts'
import { recordInTrajectory } from './learning.record.ts'
import { certificateOf } from './trajectory.certificate.ts'
import * as learners from './trajectory.learners.ts'
import { openTrajectory } from './trajectory.open.ts'
import { learnerIn } from './trajectory.people.ts'
import { eventsOf, findTrajectory } from './trajectory.repository.ts'

/** Who was where and for how long, and what shows it. */
export function serveAttendance(to: MemberApi, { world }: LearningDeps): void {
  serveAsLead(to, learnerEndpoints.setAttendance, async (session, { params, body }, trx) => {
    const { trajectory, event } = params
    await openTrajectory(trx, trajectory, 'register')
    await enforceKnown(trx, { ...params, rows: body.rows })
    const common = { workspace_id: session.workspace.id, trajectory_id: trajectory, event_id: event }
    const by = { at: world.now(), entered_by: session.member.id }
    const said = body.rows.flatMap(({ learner, attended, hours }) =>
      attended === null
        ? []
        : [{ ...common, ...by, learner_id: learner, attended, hours: attended ? hours : 0 }],
    )
    await learners.keepAttendance(trx, said)
    const open = body.rows.flatMap(({ learner, attended }) => (attended === null ? [learner] : []))
    await learners.forgetAttendance(trx, event, open)
    await recordInTrajectory(trx, world, { session, trajectory, action: 'trajectory.attendance-set' })
    return { done: true as const }
  })
  serveAsLead(to, learnerEndpoints.getCertificate, async (session, { params }, trx) => {
    const { trajectory } = params
    const learner = await learnerIn(trx, params)
    const found = await findTrajectory(trx, trajectory)
    if (found === undefined) throw new AppError('not-found')
    const { workspace } = session
    const file = await certificateOf(trx, { learner, trajectory: found, workspace, made: world.now() })
    if (file === null) throw new AppError('conflict')
    await recordInTrajectory(trx, world, {
      ...{ session, trajectory, action: 'trajectory.certificate-made', person: learner.person_id },
    })
    return file
  })
}

type Rows = Parameters<typeof sameOnce>[0]
type Named = { trajectory: Parameters<typeof learners.learnersOf>[1]; event: string; rows: Rows }

/** Refuses an event or people of another trajectory, and somebody who is named twice. */
async function enforceKnown(trx: Trx, { trajectory, event, rows }: Named): Promise<void> {
  const events = await eventsOf(trx, [trajectory])
  if (!events.some(({ id }) => id === event)) throw new AppError('not-found')
  const here = new Set<string>((await learners.learnersOf(trx, trajectory)).map(({ id }) => id))
  if (!sameOnce(rows) || !rows.every(({ learner }) => here.has(learner))) {
    throw new AppError('invalid-input', { fields: { rows: 'unknown' } })
  }
}

const sameOnce = (rows: readonly { learner: string }[]) =>
  new Set(rows.map(({ learner }) => learner)).size === rows.length
