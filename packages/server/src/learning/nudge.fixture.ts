/** A trajectory that runs, with people in it: what the tests between meetings begin with. */
import { trajectoryEndpoints } from '@weerklank/core/learning/trajectory.contract'
import type { BuddyPairId, BuddyRoundId, LearnerId, PersonId, TrajectoryId } from '@weerklank/core/shared/ids'
import { type Day, localDay } from '@weerklank/core/shared/time'
import { openSession } from '../access/access.ts'
import { inContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import type { TestApp } from '../test-app.ts'
import type { Person } from '../test-member.ts'
import { newLearnerLink } from './own/own.links.ts'
import { joinPeople } from './trajectory.joining.ts'

export type RunningTrajectory = {
  noor: Person
  trajectory: TrajectoryId
  /** In the order of their numbers. */
  learners: readonly { id: LearnerId; name: string }[]
}

/** Who has an address gets mail. */
export const threePeople = [
  { name: 'Anna', email: 'anna@post.example' },
  { name: 'Bram', email: 'bram@post.example' },
  { name: 'Chris', email: '' },
]

type Someone = { name: string; email: string; person?: PersonId }

export async function runningTrajectory(
  app: TestApp,
  of: { noor?: Person; startsOn?: Day; people?: readonly Someone[] } = {},
): Promise<RunningTrajectory> {
  const noor = of.noor ?? (await app.professional({ name: 'Noor' }))
  const { startsOn = localDay(app.clock.now(), 'Europe/Amsterdam'), people = threePeople } = of
  const trajectory = app.world.newId<TrajectoryId>()
  const as = app.as(noor)
  await as.call(trajectoryEndpoints.composeTrajectory, {
    body: { id: trajectory, title: 'Samen leren', startsOn, from: { template: 'equal-partners' } },
  })
  const ids = await join(app, { noor, trajectory, people })
  await as.call(trajectoryEndpoints.setTrajectoryStatus, {
    params: { trajectory },
    body: { to: 'start' },
  })
  return {
    noor,
    trajectory,
    learners: people.map(({ name }, index) => ({ name, id: ids[index] as LearnerId })),
  }
}

/** Everybody has been at her own pages: she takes part. */
async function join(
  app: TestApp,
  { noor, trajectory, people }: { noor: Person; trajectory: TrajectoryId; people: readonly Someone[] },
): Promise<LearnerId[]> {
  return app.db.transaction().execute(async (trx) => {
    const at = { workspace: app.workspace, member: noor.member, now: app.clock.now() }
    const session = await openSession(trx, at, { trajectory, as: 'lead' })
    const joining = people.map(({ name, email, person }) => ({
      ...{
        person: person ?? app.world.newId<PersonId>(),
        member: null,
        name,
        email,
        isKnown: person !== undefined,
      },
      ...{
        organisation: `Van ${name}`,
        function: '',
        voice: 'professional' as const,
        address: 'je' as const,
      },
      ...{ language: 'nl' as const, bornOn: null },
    }))
    const ids = await joinPeople(trx, { session, deps: app, trajectory }, joining)
    await trx
      .updateTable('learner')
      .set({ status: 'active', seen_at: app.clock.now() })
      .where('trajectory_id', '=', trajectory)
      .execute()
    return ids
  })
}

/** As the program, where a trajectory is led. */
export function asLead<Result>(
  app: TestApp,
  trajectory: TrajectoryId,
  work: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  const context = { workspace: app.workspace, actor: 'system' as const, relations: [], leads: [trajectory] }
  return inContext(app.db, context, work)
}

/** The path of one learner's own pages. */
export async function ownPath(app: TestApp, of: RunningTrajectory, id: LearnerId): Promise<string> {
  const learner = { workspace_id: app.workspace, id, trajectory_id: of.trajectory }
  const made = await asLead(app, of.trajectory, (trx) =>
    newLearnerLink(trx, { world: app.world, publicUrl: '' }, { learner }),
  )
  return made.path
}

/** Makes some of them buddies. */
export async function makeBuddies(
  app: TestApp,
  of: RunningTrajectory,
  members: readonly LearnerId[],
): Promise<void> {
  const [round, now] = [app.world.newId<BuddyRoundId>(), app.clock.now()]
  const base = { workspace_id: app.workspace, trajectory_id: of.trajectory }
  await asLead(app, of.trajectory, async (trx) => {
    await trx
      .insertInto('buddy_round')
      .values({
        ...{ ...base, id: round, number: 1, rules: '{}', seed: 1, talk_days: '[]', outcome: '{}' },
        ...{ made_by: null, made_at: now, formed_at: now, version: 1 },
      })
      .execute()
    await trx
      .insertInto('buddy_pair')
      .values({
        ...{ ...base, id: app.world.newId<BuddyPairId>(), round_id: round, learner_ids: [...members] },
        ...{ points: 1, pinned: false, overruled: [], reason: '', talks: '[]', talked: null },
        ...{ formed_on: localDay(now, 'Europe/Amsterdam'), ended_on: null, end_reason: null },
        ...{ follows: null, version: 1 },
      })
      .execute()
  })
}
