import type { Instrument } from '@weerklank/core/feedback/instrument'
import type { MeetingId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import { addDays, addMilliseconds } from '@weerklank/core/shared/time'
import { inContext } from '../db/context.ts'
import { asMaintenance } from '../db/maintenance.ts'
import type { World } from '../deps.ts'
import type { Log } from '../http/log.ts'
import { enqueue, type JobHandler } from '../jobs/jobs.ts'
import { allWorkspaces, type WithOwner } from '../owner-work.ts'
import type { Db } from '../schema.ts'
import { tellWorks } from './works.tell.ts'
import { traceBatch } from './works.traces.ts'

/** Reckoning what works for us, each night in the background. */
export const worksJobKind = 'works'

/** So many collaborations are in reach of one transaction: each row is looked up among them. */
const batchSize = 20

/** A start is busy enough with those who wait for it. */
const afterStartMs = 10 * 60_000

/** Sees to it that the daily work is planned; asked at each start, planned once. */
export function planWorks(db: Db, world: World): Promise<void> {
  const runAt = addMilliseconds(world.now(), afterStartMs)
  return enqueue(db, world, { kind: worksJobKind, key: 'daily', payload: {}, runAt })
}

type Content = { instruments: ReadonlyMap<string, Instrument> }
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
  const { relations, meetings } = await withOwner((owner) => whatThereIs(owner, workspace))
  let traces = 0
  for (let from = 0; from < relations.length; from += batchSize) {
    const some = relations.slice(from, from + batchSize)
    const held = some.flatMap((relation) => meetings.get(relation) ?? [])
    traces += await inContext(db, { workspace, actor: 'system', relations: some }, (trx) =>
      traceBatch(trx, content, { workspace, relations: some, meetings: held }),
    )
  }
  const start = { workspace, actor: 'system', relations: [] } as const
  const told = await inContext(db, start, (trx) => tellWorks(trx, { workspace, now: world.now() }))
  return { traces, told }
}

/** The owner knows which collaborations and meetings there are; what stands in them is read by the program, under its rules. */
async function whatThereIs(owner: Db, workspace: WorkspaceId) {
  return asMaintenance(owner, async (trx) => {
    const relations = await trx
      .selectFrom('relation')
      .select('id')
      .where('workspace_id', '=', workspace)
      .orderBy('id')
      .execute()
    const held = await trx
      .selectFrom('meeting')
      .select(['id', 'relation_id'])
      .where('workspace_id', '=', workspace)
      .where('status', '=', 'ended')
      .where('relation_id', 'is not', null)
      .execute()
    const meetings = new Map<RelationId, MeetingId[]>()
    for (const { id, relation_id: relation } of held) {
      if (relation !== null) meetings.set(relation, [...(meetings.get(relation) ?? []), id])
    }
    return { relations: relations.map(({ id }) => id), meetings }
  })
}
