import type { TrajectoryPlan } from '@weerklank/core/learning/trajectory.contract'
import { shiftPlan } from '@weerklank/core/learning/trajectory.plan'
import { planFromTemplate } from '@weerklank/core/learning/trajectory.template'
import { AppError } from '@weerklank/core/shared/errors'
import type { TrajectoryId } from '@weerklank/core/shared/ids'
import type { Day } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import type { LearningDeps } from './learning.deps.ts'
import { type Joining, joinPeople } from './trajectory.joining.ts'
import { enforceDates, insertPlan } from './trajectory.plan.ts'
import * as repository from './trajectory.repository.ts'

type Composed = {
  id: TrajectoryId
  title: string
  startsOn: Day
  from: { template: string } | { trajectory: TrajectoryId; people: boolean }
}
type Of = { session: MemberSession; deps: LearningDeps }
type Begun = {
  plan: Omit<TrajectoryPlan, 'title'>
  template: string
  copiedFrom: TrajectoryId | null
  people: readonly Joining[]
}

/**
 * Composes a trajectory that the sender leads; the same once more, as after an answer that got lost, changes nothing. False
 * then. Afterwards the trajectory is in reach as that of a lead.
 */
export async function composeTrajectory(trx: Trx, of: Of, composed: Composed): Promise<boolean> {
  const { session, deps } = of
  const { id, title, startsOn, from } = composed
  const begun =
    'template' in from
      ? fromTemplate(of, { startsOn, key: from.template })
      : await fromEarlier(trx, of, { startsOn, ...from })
  enforceDates(begun.plan, session.workspace.timeZone)
  const { plan } = begun
  const now = deps.world.now()
  const isNew = await repository.insertTrajectory(trx, {
    ...{ workspace_id: session.workspace.id, id, title, purpose: plan.purpose, starts_on: startsOn },
    ...{ template_key: begun.template, copied_from: begun.copiedFrom, status: 'draft', ended_at: null },
    components: JSON.stringify(plan.components),
    ...{ lead_ids: [session.member.id], member_ids: [session.member.id], created_by: session.member.id },
    ...{ created_at: now, changed_at: now, version: 1 },
  })
  await reachAsLead(trx, session, id)
  if (!isNew) {
    const row = await repository.findTrajectory(trx, id)
    if (row?.created_by !== session.member.id) throw new AppError('conflict')
    return false
  }
  await insertPlan(trx, { workspace: session.workspace.id, trajectory: id }, plan)
  await joinPeople(trx, { session, deps, trajectory: id }, begun.people)
  return true
}

/** Lays a trajectory that the member leads open to the transaction, register and names. */
export async function reachAsLead(
  trx: Trx,
  session: MemberSession,
  trajectory: TrajectoryId,
): Promise<Context> {
  const context = { ...session.context, leads: [trajectory] }
  await setContext(trx, context)
  return context
}

function fromTemplate({ session, deps }: Of, { startsOn, key }: { startsOn: Day; key: string }): Begun {
  const template = deps.templates.get(key)
  if (template === undefined) throw new AppError('invalid-input', { fields: { from: 'unknown' } })
  const { timeZone } = session.workspace
  const { newId } = deps.world
  const { language } = session.member
  const plan = planFromTemplate(template, { startsOn, timeZone, language, newId })
  return { plan, template: key, copiedFrom: null, people: [] }
}

/** Last year's: everything as long after the first day as then. Who stopped then is not asked along. */
async function fromEarlier(
  trx: Trx,
  { session, deps }: Of,
  { startsOn, trajectory, people }: { startsOn: Day; trajectory: TrajectoryId; people: boolean },
): Promise<Begun> {
  const row = await repository.findTrajectory(trx, trajectory)
  if (row === undefined || !row.lead_ids.includes(session.member.id)) {
    throw new AppError('invalid-input', { fields: { from: 'unknown' } })
  }
  await reachAsLead(trx, session, trajectory)
  const before = {
    ...{ purpose: row.purpose, startsOn: row.starts_on },
    events: (await repository.eventsOf(trx, [trajectory])).map((event) => ({
      ...{ id: event.id, kind: event.kind, title: event.title, about: event.about, at: event.at },
      ...{ minutes: event.minutes, place: event.place, hours: event.hours, isOpen: event.is_open },
      // A room on the net is seldom the same a year later.
      videoUrl: '',
    })),
    moments: (await repository.momentsOf(trx, [trajectory])).map(({ id, key, kind, title, ...moment }) => ({
      ...{ id, key, kind, title, form: [...moment.form] },
      ...{ opensOn: moment.opens_on, closesOn: moment.closes_on },
    })),
    components: row.components.map((part) => ({ ...part, planned: [...part.planned] })),
  }
  const { timeZone } = session.workspace
  const plan = shiftPlan(before, { startsOn, timeZone, newId: deps.world.newId })
  const along = people ? await peopleOf(trx, trajectory) : []
  await setContext(trx, session.context)
  return { plan, template: row.template_key, copiedFrom: trajectory, people: along }
}

async function peopleOf(trx: Trx, trajectory: TrajectoryId): Promise<Joining[]> {
  const rows = await trx
    .selectFrom('learner')
    .innerJoin('learner_name', 'learner_name.learner_id', 'learner.id')
    .select(['person_id', 'member_id', 'function', 'organisation', 'voice', 'address', 'language'])
    .select(['learner_name.name', 'learner_name.email'])
    .where('learner.trajectory_id', '=', trajectory)
    .where('status', '!=', 'stopped')
    .orderBy('number')
    .execute()
  return rows.map(({ person_id: person, member_id: member, ...row }) => ({
    ...row,
    ...{ person, member, bornOn: null, isKnown: true },
  }))
}
