import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { addDays, addMilliseconds } from '@weerklank/core/shared/time'
import { inContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Log } from '../http/log.ts'
import { enqueue, type JobHandler } from '../jobs/jobs.ts'
import { allWorkspaces, type WithOwner } from '../owner-work.ts'
import type { Db } from '../schema.ts'
import { type Batch, type Content, reachOf } from './works.batch.ts'
import { learningReach, traceLearning } from './works.learning.ts'
import { tellWorks } from './works.tell.ts'
import { type There, whatThereIs } from './works.there.ts'
import { traceBatch } from './works.traces.ts'

/** Reckoning what works for us, each night in the background. */
export const worksJobKind = 'works'

/** So many collaborations are in reach of one transaction: each row is looked up among them. */
const batchSize = 20

/** While the program reckons with one batch, the database reads the next. */
const lanes = 2

/** A start is busy enough with those who wait for it. */
const afterStartMs = 10 * 60_000

/** Sees to it that the daily work is planned; asked at each start, planned once. */
export function planWorks(db: Db, world: World): Promise<void> {
  const runAt = addMilliseconds(world.now(), afterStartMs)
  return enqueue(db, world, { kind: worksJobKind, key: 'daily', payload: {}, runAt })
}

type Deps = { db: Db; world: World; log: Log; content: Content }

/** Does it for every workspace and comes back the next day. What fails in one keeps no other from being done. */
export function worksJob(deps: Deps & { withOwner: WithOwner }): JobHandler {
  return async () => {
    for (const workspace of await deps.withOwner(allWorkspaces)) {
      try {
        await reckonWorks(deps, workspace)
      } catch (error) {
        deps.log.error({ err: error, workspace }, 'What works could not be reckoned; trying again tomorrow')
      }
    }
    return addDays(deps.world.now(), 1)
  }
}

/** Reckons one workspace anew; doing it again changes nothing. */
export async function reckonWorks(
  { db, world, content, withOwner }: Omit<Deps, 'log'> & { withOwner: WithOwner },
  workspace: WorkspaceId,
): Promise<{ traces: number; told: number }> {
  const there = await withOwner((owner) => whatThereIs(owner, workspace))
  const works = [
    ...batchesOf(workspace, there.relations).map(
      (batch) => () => inContext(db, reachOf(batch), (trx) => traceBatch(trx, content, batch)),
    ),
    ...there.trajectories.map(
      (batch) => () => inContext(db, learningReach(batch), (trx) => traceLearning(trx, batch)),
    ),
  ].values()
  let traces = 0
  const lane = async () => {
    for (const work of works) {
      const found = await work()
      traces += found
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  const start = { workspace, actor: 'system', relations: [] } as const
  const told = await inContext(db, start, (trx) => tellWorks(trx, { workspace, now: world.now() }))
  return { traces, told }
}

function batchesOf(workspace: WorkspaceId, there: readonly There[]): Batch[] {
  return Array.from({ length: Math.ceil(there.length / batchSize) }, (_, at) => {
    const some = there.slice(at * batchSize, (at + 1) * batchSize)
    return {
      ...{ workspace, relations: some.map(({ id }) => id) },
      meetings: some.flatMap(({ meetings }) => meetings),
      persons: [...new Set(some.flatMap(({ persons }) => persons))],
      teams: some.flatMap(({ id, isTeam }) => (isTeam ? [id] : [])),
      rounds: some.flatMap(({ rounds }) => rounds),
    }
  })
}
