import { mkdirSync } from 'node:fs'
import type { TakeawayId, WorkspaceId } from '@weerklank/core/shared/ids'
import { record } from '../audit/audit.ts'
import { asMaintenance } from '../db/maintenance.ts'
import type { World } from '../deps.ts'
import type { JobHandler } from '../jobs/jobs.ts'
import type { WithOwner } from '../owner-work.ts'
import type { Db, Trx } from '../schema.ts'
import { fileOf, folderOf } from './takeaway.files.ts'
import { writeTakeaway } from './takeaway.write.ts'

/** The making of a file that was asked for and agreed to. */
export const takeawayJobKind = 'takeaway'

type Deps = { world: World; withOwner: WithOwner; dataDir: string; product: string }
type Of = { workspace: WorkspaceId; id: TakeawayId }

/** Makes the file in the data folder, once; when it fails that is shown, and it is tried again. */
export function takeawayJob(deps: Deps): JobHandler {
  return async ({ payload }) => {
    const of = { workspace: payload.workspace as WorkspaceId, id: payload.takeaway as TakeawayId }
    await deps.withOwner(async (owner) => {
      if (!(await isWanted(owner, of))) return
      try {
        await make(owner, deps, of)
      } catch (error) {
        await asMaintenance(owner, (trx) => rowOf(trx, of).set({ failed_at: deps.world.now() }).execute())
        throw error
      }
    })
    return null
  }
}

async function isWanted(owner: Db, of: Of): Promise<boolean> {
  const row = await asMaintenance(owner, (trx) =>
    trx
      .selectFrom('takeaway')
      .select('id')
      .where('workspace_id', '=', of.workspace)
      .where('id', '=', of.id)
      .where('agreed', '=', true)
      .where('made_at', 'is', null)
      .executeTakeFirst(),
  )
  return row !== undefined
}

async function make(owner: Db, deps: Deps, of: Of): Promise<void> {
  mkdirSync(folderOf(deps.dataDir, of.workspace), { recursive: true, mode: 0o700 })
  const wish = { workspace: of.workspace, overwrite: true, made: deps.world.now(), product: deps.product }
  const { rows, sha256 } = await writeTakeaway(owner, { ...wish, path: fileOf(deps.dataDir, of) })
  await asMaintenance(owner, async (trx) => {
    await rowOf(trx, of).set({ made_at: deps.world.now(), failed_at: null, rows, sha256 }).execute()
    await record(trx, deps.world, {
      ...{ workspace: of.workspace, actor: 'system', action: 'takeaway.made', relation: null },
      subject: { kind: 'takeaway', id: of.id },
    })
  })
}

const rowOf = (trx: Trx, of: Of) =>
  trx.updateTable('takeaway').where('workspace_id', '=', of.workspace).where('id', '=', of.id)
