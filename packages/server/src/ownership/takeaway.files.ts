import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TakeawayId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { record } from '../audit/audit.ts'
import { asMaintenance } from '../db/maintenance.ts'
import type { World } from '../deps.ts'
import type { Db } from '../schema.ts'

/** The folder of a workspace for files to take along, in the data folder of the installation. */
export function folderOf(dataDir: string, workspace: WorkspaceId): string {
  return join(dataDir, 'takeaways', workspace)
}

/** Where the file of one takeaway lies. Its name is its identifier: it says nothing. */
export function fileOf(dataDir: string, of: { workspace: WorkspaceId; id: TakeawayId }): string {
  return join(folderOf(dataDir, of.workspace), `${of.id}.zip`)
}

/** Takes files off the disk that were made at this moment or before. Several processes may try; each file goes once. */
export async function removeFiles(
  owner: Db,
  deps: { world: World; dataDir: string | null },
  of: { id: string; workspace: WorkspaceId; before: Instant },
): Promise<number> {
  const { dataDir, world } = deps
  // Only who has the folder can say that a file is gone from it.
  if (dataDir === null) return 0
  return asMaintenance(owner, async (trx) => {
    const due = await trx
      .selectFrom('takeaway')
      .select('id')
      .where('workspace_id', '=', of.workspace)
      .where('made_at', '<=', of.before)
      .where('removed_at', 'is', null)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const { id } of due) {
      rmSync(fileOf(dataDir, { workspace: of.workspace, id }), { force: true })
      const gone = trx.updateTable('takeaway').set({ removed_at: world.now() })
      await gone.where('workspace_id', '=', of.workspace).where('id', '=', id).execute()
    }
    if (due.length > 0) {
      const subject = { kind: 'retention-takeaway-files', id: of.id }
      const { workspace } = of
      await record(trx, world, {
        ...{ workspace, actor: 'system', action: 'retention.removed', subject, relation: null },
      })
    }
    return due.length
  })
}
