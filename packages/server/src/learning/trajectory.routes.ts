import { mayAnalyse } from '@weerklank/core/access/access'
import { trajectoryEndpoints } from '@weerklank/core/learning/trajectory.contract'
import { templateDays } from '@weerklank/core/learning/trajectory.template'
import { AppError } from '@weerklank/core/shared/errors'
import type { MemberId } from '@weerklank/core/shared/ids'
import { localDay } from '@weerklank/core/shared/time'
import { type MemberApi, serveAsLead, serveMonitor, serveOverTrajectories } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import type { Trx } from '../schema.ts'
import type { LearningDeps } from './learning.deps.ts'
import { recordInTrajectory } from './learning.record.ts'
import { composeTrajectory } from './trajectory.compose.ts'
import { openTrajectory } from './trajectory.open.ts'
import { enforceDates, replacePlan } from './trajectory.plan.ts'
import * as repository from './trajectory.repository.ts'
import { listTrajectories, showTrajectory } from './trajectory.show.ts'

/** Trajectories as their leads compose them: what stands when, who leads, beginning and end. */
export function serveTrajectories(to: MemberApi, deps: LearningDeps): void {
  const { world } = deps
  serveOverTrajectories(to, trajectoryEndpoints.listTrajectories, async (session, _input, trx) => {
    const now = world.now()
    await recordOwn(trx, world, { session, action: 'trajectory.listed' })
    return {
      trajectories: await listTrajectories(trx, { session, now }),
      today: localDay(now, session.workspace.timeZone),
    }
  })
  serveOverTrajectories(to, trajectoryEndpoints.listTrajectoryTemplates, async () => ({
    templates: [...deps.templates.values()].map((template) => ({
      ...{ key: template.key, name: template.name, about: template.about },
      ...{ events: template.events.length, days: templateDays(template) },
      moments: template.moments.flatMap(({ key }) => (key === 'exit' ? [] : [key])),
    })),
  }))
  serveOverTrajectories(to, trajectoryEndpoints.composeTrajectory, async (session, { body }, trx) => {
    const isNew = await composeTrajectory(trx, { session, deps }, body)
    const action = isNew ? 'trajectory.composed' : 'trajectory.read'
    await recordInTrajectory(trx, world, { session, trajectory: body.id, action })
    return showTrajectory(trx, { session, trajectory: body.id, now: world.now() })
  })
  serveMonitor(to, trajectoryEndpoints.getTrajectory, async (session, { params }, trx) => {
    const { trajectory } = params
    await recordInTrajectory(trx, world, { session, trajectory, action: 'trajectory.read' })
    return showTrajectory(trx, { session, trajectory, now: world.now() })
  })
  serveChanges(to, deps)
}

function serveChanges(to: MemberApi, { world }: LearningDeps): void {
  serveAsLead(to, trajectoryEndpoints.editTrajectory, async (session, { params, body }, trx) => {
    const { trajectory } = params
    const row = await openTrajectory(trx, trajectory, 'compose')
    const { version, title, purpose, startsOn, components, ...rest } = body
    if (row.version !== version) throw new AppError('conflict')
    const plan = { purpose, startsOn, components, ...rest }
    enforceDates(plan, session.workspace.timeZone)
    await replacePlan(trx, { workspace: session.workspace.id, trajectory }, plan)
    const now = world.now()
    await repository.updateTrajectory(
      trx,
      { id: trajectory, version, now },
      { title, purpose, starts_on: startsOn, components: JSON.stringify(components) },
    )
    await recordInTrajectory(trx, world, { session, trajectory, action: 'trajectory.edited' })
    return showTrajectory(trx, { session, trajectory, now })
  })
  serveAsLead(to, trajectoryEndpoints.setTrajectoryColleagues, async (session, { params, body }, trx) => {
    const { trajectory } = params
    const row = await openTrajectory(trx, trajectory, 'register')
    if (row.version !== body.version) throw new AppError('conflict')
    const leads = [...new Set(body.leads)]
    const members = [...new Set([...leads, ...body.readers])]
    await enforceColleagues(trx, members, row.member_ids)
    await repository.updateTrajectory(
      trx,
      { id: trajectory, version: row.version, now: world.now() },
      { lead_ids: leads, member_ids: members },
    )
    await recordInTrajectory(trx, world, { session, trajectory, action: 'trajectory.colleagues-set' })
    return { done: true as const }
  })
  serveAsLead(to, trajectoryEndpoints.setTrajectoryStatus, async (session, { params, body }, trx) => {
    const { trajectory } = params
    const row = await openTrajectory(trx, trajectory, body.to)
    const now = world.now()
    const isEnd = body.to === 'end'
    await repository.updateTrajectory(
      trx,
      { id: trajectory, version: row.version, now },
      { status: isEnd ? 'ended' : 'running', ended_at: isEnd ? now : null },
    )
    const action = (
      { start: 'trajectory.started', end: 'trajectory.ended', reopen: 'trajectory.reopened' } as const
    )[body.to]
    await recordInTrajectory(trx, world, { session, trajectory, action })
    return showTrajectory(trx, { session, trajectory, now })
  })
}

/** Refuses colleagues who may not lead or read a trajectory, unless they did already. */
async function enforceColleagues(
  trx: Trx,
  wanted: readonly MemberId[],
  had: readonly MemberId[],
): Promise<void> {
  const here = await repository.membersHere(trx)
  const able = here.filter(({ roles, ended_at }) => ended_at === null && mayAnalyse(roles).allowed)
  const known = new Set([...able.map(({ id }) => id), ...had])
  if (!wanted.every((id) => known.has(id)))
    throw new AppError('invalid-input', { fields: { leads: 'unknown' } })
}
