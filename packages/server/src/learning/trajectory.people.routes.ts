import { learnerEndpoints } from '@weerklank/core/learning/learner.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { LearnerId } from '@weerklank/core/shared/ids'
import { localDay } from '@weerklank/core/shared/time'
import { type MemberApi, serveAsLead } from '../access/access.ts'
import { anyOf } from '../db/dialect.ts'
import type { LearningDeps } from './learning.deps.ts'
import { recordInTrajectory } from './learning.record.ts'
import { newLearnerLink } from './own/own.links.ts'
import { revokeLinks } from './own/own.repository.ts'
import { serveAttendance } from './trajectory.attendance.ts'
import * as learners from './trajectory.learners.ts'
import { mailLearners } from './trajectory.links.ts'
import { openTrajectory } from './trajectory.open.ts'
import { addColleague, addPasted, learnerIn, standingOf } from './trajectory.people.ts'
import { readRegister } from './trajectory.register.ts'

/** Who takes part, for those who lead: the register with names, and nothing of what anybody wrote. */
export function serveTrajectoryPeople(to: MemberApi, deps: LearningDeps): void {
  const { world } = deps
  serveAsLead(to, learnerEndpoints.listLearners, async (session, { params }, trx) => {
    const { trajectory } = params
    const { timeZone } = session.workspace
    const { register, ...list } = await readRegister(trx, { trajectory, timeZone, now: world.now() })
    const persons = register.rows.map((row) => row.person_id)
    await recordInTrajectory(trx, world, { session, trajectory, action: 'trajectory.register-read', persons })
    return list
  })
  serveAdding(to, deps)
  serveStanding(to, deps)
  serveLetters(to, deps)
  serveAttendance(to, deps)
}

function serveAdding(to: MemberApi, deps: LearningDeps): void {
  const { world } = deps
  serveAsLead(to, learnerEndpoints.addLearners, async (session, { params, body }, trx) => {
    const { trajectory } = params
    await openTrajectory(trx, trajectory, 'people')
    const outcome = await addPasted(trx, { session, deps, trajectory }, body)
    const action = outcome.added > 0 ? 'trajectory.people-added' : 'trajectory.register-read'
    await recordInTrajectory(trx, world, { session, trajectory, action })
    return outcome
  })
  serveAsLead(to, learnerEndpoints.addColleague, async (session, { params, body }, trx) => {
    const { trajectory } = params
    await openTrajectory(trx, trajectory, 'people')
    await addColleague(trx, { session, deps, trajectory }, body)
    await recordInTrajectory(trx, world, { session, trajectory, action: 'trajectory.people-added' })
    return { done: true as const }
  })
}

function serveStanding(to: MemberApi, { world }: LearningDeps): void {
  serveAsLead(to, learnerEndpoints.editLearner, async (session, { params, body }, trx) => {
    const { trajectory } = params
    const row = await learnerIn(trx, params)
    const { version, name, email, ...change } = body
    const at = { id: row.id, version, now: world.now() }
    if (!(await learners.updateLearner(trx, at, change))) throw new AppError('conflict')
    await learners.renameLearner(trx, row.id, { name, email })
    const person = row.person_id
    await recordInTrajectory(trx, world, { session, trajectory, action: 'trajectory.person-changed', person })
    return { done: true as const }
  })
  serveAsLead(to, learnerEndpoints.setLearnerStatus, async (session, { params, body }, trx) => {
    const { trajectory } = params
    await openTrajectory(trx, trajectory, 'register')
    const row = await learnerIn(trx, params)
    const now = world.now()
    const standing = standingOf(row, body.change, localDay(now, session.workspace.timeZone))
    const at = { id: row.id, version: body.version, now }
    if (!(await learners.updateLearner(trx, at, standing))) throw new AppError('conflict')
    const person = row.person_id
    await recordInTrajectory(trx, world, { session, trajectory, action: 'trajectory.status-set', person })
    return { done: true as const }
  })
}

function serveLetters(to: MemberApi, deps: LearningDeps): void {
  const { world } = deps
  serveAsLead(to, learnerEndpoints.linkLearner, async (session, { params }, trx) => {
    const { trajectory } = params
    await openTrajectory(trx, trajectory, 'people')
    const row = await learnerIn(trx, params)
    await revokeLinks(trx, row.id, world.now())
    const { url, until } = await newLearnerLink(trx, deps, { learner: row })
    const person = row.person_id
    await recordInTrajectory(trx, world, { session, trajectory, action: 'trajectory.linked', person })
    return { url, until }
  })
  serveAsLead(to, learnerEndpoints.inviteLearners, async (session, { params, body }, trx) => {
    const { trajectory } = params
    await openTrajectory(trx, trajectory, 'people')
    const wanted = new Set<LearnerId>(body.learners)
    const all = await learners.learnersOf(trx, trajectory)
    const rows = all.filter(
      ({ id, status }) => wanted.has(id) && (status === 'invited' || status === 'active'),
    )
    const sent = await mailLearners(trx, { session, deps }, { kind: 'invitation', rows })
    await recordInTrajectory(trx, world, { session, trajectory, action: 'trajectory.mailed' })
    return sent
  })
  serveAsLead(to, learnerEndpoints.remindLearners, async (session, { params }, trx) => {
    const { trajectory } = params
    await openTrajectory(trx, trajectory, 'people')
    const { timeZone } = session.workspace
    const now = world.now()
    const { register, learners: lines } = await readRegister(trx, { trajectory, timeZone, now })
    const may = new Set(lines.filter(({ mayRemind }) => mayRemind).map(({ id }) => id))
    const rows = register.rows.filter(({ id }) => may.has(id))
    const sent = await mailLearners(trx, { session, deps }, { kind: 'reminder', rows })
    const mailed = rows.filter(({ email }) => email !== '').map(({ id }) => id)
    await trx.updateTable('learner').set({ reminded_at: now }).where('id', '=', anyOf(mailed)).execute()
    await recordInTrajectory(trx, world, { session, trajectory, action: 'trajectory.reminded' })
    return sent
  })
}
