import type { WorkspaceId } from '@weerklank/core/shared/ids'
import { asMaintenance } from '../access/accounts.ts'
import type { Db } from '../schema.ts'
import { CommandError } from './on-database.ts'

export type NamedWorkspace = { id: WorkspaceId; name: string }

/** The workspace with this name or number; one of two with the same name is meant by its number only. */
export async function workspaceNamed(owner: Db, wanted: string): Promise<NamedWorkspace> {
  const all = await asMaintenance(owner, (trx) =>
    trx.selectFrom('workspace').select(['workspace_id as id', 'name']).orderBy('name').execute(),
  )
  const found = all.filter((one) => one.id === wanted.toLowerCase() || one.name === wanted)
  const [first] = found
  if (first !== undefined && found.length === 1) return first
  const list = (found.length > 1 ? found : all).map((one) => `  ${one.name}  ${one.id}`).join('\n')
  throw new CommandError(
    found.length > 1
      ? `There are ${found.length} organisations with the name "${wanted}". Say which one by its number:\n${list}`
      : `There is no organisation "${wanted}".${list === '' ? '' : ` There is:\n${list}`}`,
  )
}

/** The workspace that is named; without a name the only one there is. */
export async function onlyWorkspace(owner: Db, wanted: string | undefined): Promise<NamedWorkspace> {
  if (wanted !== undefined) return workspaceNamed(owner, wanted)
  const all = await asMaintenance(owner, (trx) =>
    trx.selectFrom('workspace').select(['workspace_id as id', 'name']).orderBy('name').execute(),
  )
  const [only] = all
  if (only !== undefined && all.length === 1) return only
  const list = all.map((one) => `  ${one.name}  ${one.id}`).join('\n')
  throw new CommandError(
    all.length === 0
      ? 'There is no organisation yet.'
      : `There are ${all.length} organisations. Say which one with --workspace:\n${list}`,
  )
}
