import { learnerStatuses, mayWithTrajectory } from '@weerklank/core/learning/trajectory'
import { componentsOf } from '@weerklank/core/learning/trajectory.components'
import type { TrajectoryDetails, TrajectorySummary } from '@weerklank/core/learning/trajectory.contract'
import { windowOf } from '@weerklank/core/learning/trajectory.plan'
import { AppError } from '@weerklank/core/shared/errors'
import type { MemberId, TrajectoryId } from '@weerklank/core/shared/ids'
import { type Day, type Instant, localDay } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import { setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import * as repository from './trajectory.repository.ts'

type Of = { session: MemberSession; trajectory: TrajectoryId; now: Instant }

/** The page of one trajectory for a colleague who leads it or reads its monitor: no name of a learner is in it. */
export async function showTrajectory(trx: Trx, of: Of): Promise<TrajectoryDetails> {
  const { session, trajectory } = of
  const row = await repository.findTrajectory(trx, trajectory)
  if (row === undefined) throw new AppError('not-found')
  const today = localDay(of.now, session.workspace.timeZone)
  const [events, moments] = [
    await repository.eventsOf(trx, [trajectory]),
    await repository.momentsOf(trx, [trajectory]),
  ]
  const answered = await repository.answeredMoments(trx, trajectory)
  const counts = await repository.countLearners(trx, [trajectory])
  const members = await repository.membersHere(trx)
  const named = (ids: readonly MemberId[]) =>
    members.flatMap(({ id, name }) => (ids.includes(id) ? [{ id, name }] : []))
  return {
    ...presentPlan(row, events),
    moments: moments.map((moment) => presentMoment(moment, { today, answered })),
    components: componentsOf(
      row.components,
      [...events, ...moments].map(({ id }) => id),
    ).map((part) => ({
      ...part,
      planned: [...part.planned],
    })),
    ...{ status: row.status, endedAt: row.ended_at, template: row.template_key, copiedFrom: row.copied_from },
    ...{ version: row.version, today },
    leads: named(row.lead_ids),
    readers: named(row.member_ids.filter((id) => !row.lead_ids.includes(id))),
    learners: countsOf(counts),
    may: rightsOf(row, session.member.id),
  }
}

function presentPlan(row: repository.TrajectoryRow, events: readonly repository.EventRow[]) {
  return {
    ...{ id: row.id, title: row.title, purpose: row.purpose, startsOn: row.starts_on },
    events: events.map((event) => ({
      ...{ id: event.id, kind: event.kind, title: event.title, about: event.about, at: event.at },
      ...{ minutes: event.minutes, place: event.place, videoUrl: event.video_url },
      ...{ hours: event.hours, isOpen: event.is_open },
    })),
  }
}

function presentMoment(
  { id, key, kind, title, opens_on, closes_on, form }: repository.MomentRow,
  { today, answered }: { today: Day; answered: ReadonlySet<string> },
) {
  const window = { opensOn: opens_on, closesOn: closes_on }
  return {
    ...{ id, key, kind, title, form: [...form], ...window },
    ...{ window: windowOf(window, today), isAnswered: answered.has(id) },
  }
}

function countsOf(rows: readonly { status: string; count: number }[]): TrajectoryDetails['learners'] {
  const of = (status: string) => Number(rows.find((row) => row.status === status)?.count ?? 0)
  const entries = learnerStatuses.map((status) => [status, of(status)] as const)
  return Object.fromEntries(entries) as TrajectoryDetails['learners']
}

function rightsOf(row: repository.TrajectoryRow, member: MemberId): TrajectoryDetails['may'] {
  const lead = row.lead_ids.includes(member)
  const may = (act: Parameters<typeof mayWithTrajectory>[1]) =>
    lead && mayWithTrajectory(row.status, act).allowed
  return {
    ...{ lead, compose: may('compose'), people: may('people') },
    ...{ start: may('start'), end: may('end'), reopen: may('reopen') },
  }
}

/** The trajectories of a colleague, each with what comes next. The context is as it was afterwards. */
export async function listTrajectories(
  trx: Trx,
  { session, now }: Omit<Of, 'trajectory'>,
): Promise<TrajectorySummary[]> {
  const rows = await repository.trajectoriesOf(trx, session.member.id)
  const ids = rows.map(({ id }) => id)
  await setContext(trx, { ...session.context, monitors: ids })
  const [events, moments, counts] = [
    await repository.eventsOf(trx, ids),
    await repository.momentsOf(trx, ids),
    await repository.countLearners(trx, ids),
  ]
  await setContext(trx, session.context)
  const { timeZone } = session.workspace
  const today = localDay(now, timeZone)
  return rows.map((row) => {
    const coming = [
      ...events.map(({ trajectory_id, title, at }) => ({ trajectory_id, title, on: localDay(at, timeZone) })),
      ...moments
        .filter(({ key }) => key !== 'exit')
        .map(({ trajectory_id, key, title, opens_on }) => ({
          trajectory_id,
          title: `${key} ${title}`,
          on: opens_on,
        })),
    ].filter(({ trajectory_id, on }) => trajectory_id === row.id && on >= today)
    const [next] = coming.toSorted((a, b) => (a.on < b.on ? -1 : 1))
    const taking = counts.filter(
      ({ trajectory_id, status }) =>
        trajectory_id === row.id && (status === 'invited' || status === 'active'),
    )
    return {
      ...{ id: row.id, title: row.title, status: row.status, startsOn: row.starts_on },
      learners: taking.reduce((sum, { count }) => sum + Number(count), 0),
      next: row.status === 'ended' || next === undefined ? null : { title: next.title, on: next.on },
      leads: row.lead_ids.includes(session.member.id),
    }
  })
}
