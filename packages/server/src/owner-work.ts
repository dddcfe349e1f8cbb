import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { asMaintenance } from './db/maintenance.ts'
import type { Db } from './schema.ts'

/** The owner's connection, for as long as the work takes: only the owner may see or remove what nobody else may. */
export type WithOwner = <Result>(work: (owner: Db) => Promise<Result>) => Promise<Result>

/** Every workspace, by its name. */
export async function allWorkspaces(owner: Db): Promise<WorkspaceId[]> {
  const rows = await asMaintenance(owner, (trx) =>
    trx.selectFrom('workspace').select('workspace_id').orderBy('name').orderBy('workspace_id').execute(),
  )
  return rows.map((row) => row.workspace_id)
}
