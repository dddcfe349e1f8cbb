import type { TrajectoryPlan } from '@weerklank/core/learning/trajectory.contract'
import { orderOf, planProblems } from '@weerklank/core/learning/trajectory.plan'
import { AppError } from '@weerklank/core/shared/errors'
import type { TrajectoryId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Trx } from '../schema.ts'
import * as repository from './trajectory.repository.ts'

type Whose = { workspace: WorkspaceId; trajectory: TrajectoryId }

/** Refuses dates that cannot be, each named at its event or moment. */
export function enforceDates(plan: Omit<TrajectoryPlan, 'title'>, timeZone: string): void {
  const problems = planProblems(plan, timeZone)
  const all = [...plan.events, ...plan.moments].map(({ id }) => id as string)
  if (new Set(all).size < all.length) throw new AppError('invalid-input', { fields: { events: 'twice' } })
  if (problems.length === 0) return
  throw new AppError('invalid-input', {
    fields: Object.fromEntries(problems.map(({ id, code }) => [`plan.${id}`, code])),
  })
}

/** Stores the events and moments of a plan that has none yet. */
export async function insertPlan(trx: Trx, of: Whose, plan: Omit<TrajectoryPlan, 'title'>): Promise<void> {
  await repository.insertEvents(trx, eventRows(of, plan))
  await repository.insertMoments(trx, momentRows(of, plan))
}

/**
 * Brings events and moments to what a plan says. What somebody answered keeps its questions and stays, and so does an event
 * of which it is written down who was there.
 */
export async function replacePlan(trx: Trx, of: Whose, plan: Omit<TrajectoryPlan, 'title'>): Promise<void> {
  await replaceEvents(trx, of, plan)
  await replaceMoments(trx, of, plan)
}

async function replaceEvents(trx: Trx, of: Whose, plan: Omit<TrajectoryPlan, 'title'>): Promise<void> {
  const before = await repository.eventsOf(trx, [of.trajectory])
  const attended = await repository.attendedEvents(trx, of.trajectory)
  const gone = before.filter((row) => !plan.events.some(({ id }) => id === row.id))
  if (gone.some(({ id }) => attended.has(id))) throw kept('events')
  const rows = eventRows(of, plan)
  for (const { id } of gone) await trx.deleteFrom('trajectory_event').where('id', '=', id).execute()
  for (const row of rows.filter(({ id }) => before.some((one) => one.id === id))) {
    const { workspace_id: _, id, trajectory_id: __, ...change } = row
    await trx.updateTable('trajectory_event').set(change).where('id', '=', id).execute()
  }
  await repository.insertEvents(
    trx,
    rows.filter(({ id }) => !before.some((one) => one.id === id)),
  )
}

async function replaceMoments(trx: Trx, of: Whose, plan: Omit<TrajectoryPlan, 'title'>): Promise<void> {
  const before = await repository.momentsOf(trx, [of.trajectory])
  const answered = await repository.answeredMoments(trx, of.trajectory)
  const gone = before.filter((row) => !plan.moments.some(({ id }) => id === row.id))
  if (gone.some(({ id }) => answered.has(id))) throw kept('moments')
  for (const { id } of gone) await trx.deleteFrom('trajectory_moment').where('id', '=', id).execute()
  const rows = momentRows(of, plan)
  const changed = rows.filter(({ id }) => before.some((one) => one.id === id))
  // A key is there once: two that change places pass each other beside the row.
  for (const [at, { id, key }] of changed.entries()) {
    if (before.some((one) => one.id === id && one.key === key)) continue
    await trx
      .updateTable('trajectory_moment')
      .set({ key: `T${80 + at}` })
      .where('id', '=', id)
      .execute()
  }
  for (const { workspace_id: _, id, trajectory_id: __, form, kind, ...change } of changed) {
    const to = answered.has(id) ? change : { ...change, form, kind }
    await trx.updateTable('trajectory_moment').set(to).where('id', '=', id).execute()
  }
  await repository.insertMoments(
    trx,
    rows.filter(({ id }) => !before.some((one) => one.id === id)),
  )
}

const kept = (what: 'events' | 'moments') => new AppError('invalid-input', { fields: { [what]: 'in-use' } })

function eventRows({ workspace, trajectory }: Whose, { events }: Pick<TrajectoryPlan, 'events'>) {
  return events
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ videoUrl, isOpen, ...event }, position) => ({
      ...{ workspace_id: workspace, trajectory_id: trajectory, ...event, position },
      ...{ video_url: videoUrl, is_open: isOpen },
    }))
}

function momentRows({ workspace, trajectory }: Whose, { moments }: Pick<TrajectoryPlan, 'moments'>) {
  return moments
    .toSorted((a, b) => orderOf(a.key) - orderOf(b.key))
    .map(({ opensOn, closesOn, form, ...moment }, position) => ({
      ...{ workspace_id: workspace, trajectory_id: trajectory, ...moment, position },
      ...{ opens_on: opensOn, closes_on: closesOn, form: JSON.stringify(form) },
    }))
}
