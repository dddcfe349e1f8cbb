import type { ExportJobId, MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Selectable, Updateable } from 'kysely'
import { inContext } from '../db/context.ts'
import type { Db, Trx } from '../schema.ts'
import type { ExportJobTable } from './export-job.table.ts'

export type ExportJobRow = Selectable<ExportJobTable>

/** The files of a member that are there or on their way, newest first. */
export function listExportJobs(trx: Trx, member: MemberId): Promise<ExportJobRow[]> {
  return trx
    .selectFrom('export_job')
    .selectAll()
    .where('asked_by', '=', member)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .execute()
}

/** One file, when it is hers or the program asks. */
export function findExportJob(trx: Trx, id: ExportJobId): Promise<ExportJobRow | undefined> {
  return trx.selectFrom('export_job').selectAll().where('id', '=', id).executeTakeFirst()
}

/** False when it is not there any more: it was stopped. */
export async function changeExportJob(
  trx: Trx,
  id: ExportJobId,
  change: Updateable<ExportJobTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('export_job')
    .set(change)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteExportJob(trx: Trx, id: ExportJobId): Promise<void> {
  await trx.deleteFrom('export_job').where('id', '=', id).execute()
}

/** Work of the program itself on one file: it sees that it is there, and no content. */
export function asProgram<Result>(
  db: Db,
  workspace: WorkspaceId,
  work: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  return inContext(db, { workspace, actor: 'system', relations: [] }, work)
}
