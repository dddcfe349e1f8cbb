import { type RetentionKind, retentionDays } from '@weerklank/core/ownership/retention'
import type { WorkspaceId } from '@weerklank/core/shared/ids'
import type { Selectable } from 'kysely'
import type { Trx } from '../schema.ts'
import type { RetentionRunTable } from './ownership.table.ts'

export type RunRow = Selectable<RetentionRunTable>

/** Which kinds the workspace keeps longer or shorter than proposed. Named for the owner, who sees all workspaces. */
export async function chosenTerms(
  trx: Trx,
  workspace?: WorkspaceId,
): Promise<ReadonlyMap<RetentionKind, number>> {
  const rows = await trx
    .selectFrom('retention_rule')
    .select(['kind', 'days'])
    .$if(workspace !== undefined, (query) => query.where('workspace_id', '=', workspace as WorkspaceId))
    .execute()
  return new Map(rows.map(({ kind, days }) => [kind, days]))
}

/** How long each kind is kept, in days. */
export async function daysIn(trx: Trx, workspace?: WorkspaceId): Promise<Record<RetentionKind, number>> {
  return retentionDays(await chosenTerms(trx, workspace))
}

export async function chooseTerm(
  trx: Trx,
  of: { workspace: WorkspaceId; kind: RetentionKind; days: number | null },
): Promise<void> {
  if (of.days === null) {
    await trx.deleteFrom('retention_rule').where('kind', '=', of.kind).execute()
    return
  }
  await trx
    .insertInto('retention_rule')
    .values({ workspace_id: of.workspace, kind: of.kind, days: of.days })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'kind']).doUpdateSet(({ ref }) => ({ days: ref('excluded.days') })),
    )
    .execute()
}

/** The rows of the last look, one per kind. */
export async function lastLook(trx: Trx): Promise<RunRow[]> {
  const last = trx
    .selectFrom('retention_run')
    .select('id')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
  return trx.selectFrom('retention_run').selectAll().where('id', '=', last).execute()
}

/** What went, newest first. */
export function receipts(trx: Trx, most: number): Promise<RunRow[]> {
  return trx
    .selectFrom('retention_run')
    .selectAll()
    .where('removed', '>', 0)
    .orderBy('at', 'desc')
    .orderBy('kind')
    .limit(most)
    .execute()
}
