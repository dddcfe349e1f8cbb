import { retentionKinds } from '@weerklank/core/ownership/retention'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import { asMaintenance } from '../db/maintenance.ts'
import type { World } from '../deps.ts'
import type { Log } from '../http/log.ts'
import { enqueue, type JobHandler } from '../jobs/jobs.ts'
import { allWorkspaces, type WithOwner } from '../owner-work.ts'
import type { Db, Trx } from '../schema.ts'
import { type Look, lookAhead, removeDue } from './retention.look.ts'

/** The daily removal of what is due, and a look ahead that somebody asked for. */
export const retentionJobKind = 'retention'

/** Sees to it that the daily work is planned; asked at each start, planned once. */
export function planRetention(db: Db, world: World): Promise<void> {
  return enqueue(db, world, { kind: retentionJobKind, key: 'daily', payload: {}, runAt: world.now() })
}

/** Asks for a look ahead, soon; whoever asks twice gets one. */
export function askForLook(trx: Trx, world: World, workspace: WorkspaceId): Promise<void> {
  const job = { kind: retentionJobKind, key: keyOf(workspace), payload: { workspace } }
  return enqueue(trx, world, { ...job, runAt: world.now() })
}

/** Whether a look that was asked for is still to be done. */
export async function isLookAsked(trx: Trx, workspace: WorkspaceId): Promise<boolean> {
  const key = `${retentionJobKind} ${keyOf(workspace)}`
  return (
    (await trx.selectFrom('job').select('id').where('dedupe_key', '=', key).executeTakeFirst()) !== undefined
  )
}

const keyOf = (workspace: WorkspaceId) => `look ${workspace}`

type Deps = { world: World; log: Log; withOwner: WithOwner; dataDir: string | null }

/** Does the daily work for every workspace and comes back the next day; or looks ahead for one, once. */
export function retentionJob(deps: Deps): JobHandler {
  return async ({ payload }) => {
    const asked = payload.workspace as WorkspaceId | undefined
    if (asked !== undefined) {
      await deps.withOwner((owner) => runRetention(owner, deps, { workspace: asked, isDry: true }))
      return null
    }
    await deps.withOwner((owner) => runEverywhere(owner, deps))
    return addDays(deps.world.now(), 1)
  }
}

/** What fails in one workspace keeps no other from being done; it is tried again the next day. */
async function runEverywhere(owner: Db, deps: Deps): Promise<void> {
  for (const workspace of await allWorkspaces(owner)) {
    try {
      await runRetention(owner, deps, { workspace, isDry: false })
    } catch (error) {
      deps.log.error({ err: error, workspace }, 'What was due could not be removed; trying again tomorrow')
    }
  }
}

/**
 * Removes what is due in one workspace (unless `isDry`), counts what will go within thirty days, and keeps both. Carried out
 * again it removes nothing more; two processes at once remove each record once.
 */
export async function runRetention(
  owner: Db,
  deps: Pick<Deps, 'world' | 'log' | 'dataDir'>,
  of: { workspace: WorkspaceId; isDry: boolean },
): Promise<Look> {
  const { workspace, isDry } = of
  const run = { id: deps.world.newId<string>(), at: deps.world.now(), workspace }
  const removed = isDry ? null : await removeDue(owner, deps, run)
  return asMaintenance(owner, async (trx) => {
    const soon = await lookAhead(trx, run)
    const rows = retentionKinds.map((kind) => ({
      ...{ workspace_id: workspace, id: run.id, kind, at: run.at },
      ...{ removed: removed?.[kind] ?? 0, soon: soon[kind] },
    }))
    // Looks at which nothing went say nothing any more once there is a newer one.
    await trx
      .deleteFrom('retention_run')
      .where('workspace_id', '=', workspace)
      .where('removed', '=', 0)
      .where('at', '<=', run.at)
      .execute()
    await trx.insertInto('retention_run').values(rows).execute()
    return { removed, soon }
  })
}
