import { type LectureSurvey, surveyEndpoints } from '@weerklank/core/learning/survey.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { TrajectoryId } from '@weerklank/core/shared/ids'
import { addDays, dayBounds, localDay } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveAsLead } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { newToken } from '../http/link-token.ts'
import type { Trx } from '../schema.ts'
import { recordInTrajectory } from './learning.record.ts'
import { closeSurvey, findSurvey, insertSurvey, openLectures } from './survey.repository.ts'
import { asRounds } from './survey.ts'

type Deps = { world: World; publicUrl: string }

/** The anonymous survey after a lecture, for who leads the trajectory: to open, to show in the room and to close. */
export function serveSurveys(to: MemberApi, deps: Deps): void {
  const { world } = deps
  serveAsLead(to, surveyEndpoints.listLectureSurveys, async (_, { params }, trx) => ({
    lectures: await listed(trx, deps, params.trajectory),
  }))
  serveAsLead(to, surveyEndpoints.openLectureSurvey, async (session, { params, body }, trx) => {
    const { trajectory, event } = params
    const lecture = (await openLectures(trx, trajectory)).find(({ id }) => id === event)
    if (lecture === undefined) throw new AppError('not-found')
    const now = world.now()
    const { id: workspace, timeZone } = session.workspace
    const { token, hash } = newToken(workspace)
    const closesAt = dayBounds(localDay(addDays(now, body.days), timeZone), timeZone).to
    const isNew = await insertSurvey(trx, {
      ...{ workspace_id: workspace, event_id: event, trajectory_id: trajectory, token, token_hash: hash },
      ...{ opened_by: session.member.id, opened_at: now, closes_at: closesAt, closed_at: null },
    })
    // A second link would let people answer twice, and one that is closed stays so: its counts may have been told.
    if (!isNew) throw new AppError('conflict')
    await recordInTrajectory(trx, world, { session, trajectory, action: 'trajectory.survey-opened' })
    const one = (await listed(trx, deps, trajectory)).find((each) => each.event === event)
    if (one === undefined) throw new AppError('not-found')
    return one
  })
  serveAsLead(to, surveyEndpoints.closeLectureSurvey, async (session, { params }, trx) => {
    const survey = await findSurvey(trx, params.event)
    if (survey === undefined || survey.trajectory_id !== params.trajectory) throw new AppError('not-found')
    await closeOne(trx, session, { event: params.event, world })
    await recordInTrajectory(trx, world, {
      session,
      trajectory: params.trajectory,
      action: 'trajectory.survey-closed',
    })
    return { done: true } as const
  })
}

type Closing = { event: Parameters<typeof closeSurvey>[1]; world: World }

async function closeOne(trx: Trx, session: MemberSession, { event, world }: Closing): Promise<void> {
  await setContext(trx, { ...session.context, rounds: asRounds([event]) })
  await closeSurvey(trx, event, world.now())
  await setContext(trx, session.context)
}

/** Nothing of what was answered, also not how many did. */
async function listed(
  trx: Trx,
  { world, publicUrl }: Deps,
  trajectory: TrajectoryId,
): Promise<LectureSurvey[]> {
  const now = world.now()
  return (await openLectures(trx, trajectory)).map(({ id: event, title, at, survey }) => {
    const isOpen = survey !== undefined && survey.closed_at === null && survey.closes_at > now
    const state = survey === undefined ? 'none' : isOpen ? 'open' : 'closed'
    return {
      ...{ event, title, at, state },
      url: isOpen ? `${publicUrl}/lezing/${survey.token ?? ''}` : null,
      closesAt: survey?.closes_at ?? null,
    }
  })
}
