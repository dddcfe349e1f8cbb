import { exportKeptDays } from '@weerklank/core/feedback/export-job.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { ExportJobId, WorkspaceId } from '@weerklank/core/shared/ids'
import { addDays, type Instant } from '@weerklank/core/shared/time'
import { openSession } from '../access/access.ts'
import type { JobHandler } from '../jobs/jobs.ts'
import { exportFile, removeExport, writeExport } from './export-job.files.ts'
import { enforceMayTake, type Making, prepare } from './export-job.make.ts'
import {
  asProgram,
  changeExportJob,
  deleteExportJob,
  type ExportJobRow,
  findExportJob,
} from './export-job.repository.ts'

/** A file that somebody waits for; the same work comes back to take it away. */
export const exportJobKind = 'export'

type Deps = Making & { dataDir: string }

/** So often it is tried; then it lies there as failed until it is taken away or its time is over. */
const triesAtMost = 3

/** Stopped by who asked for it, or taken away from her. */
class ExportStopped extends Error {
  override readonly name = 'ExportStopped'
}

/**
 * Makes a file in the name of who asked for it, tells how far it is, and comes back after seven days to take it away. When she
 * may not have it any more, or stops it, nothing is left of it.
 */
export function exportJob(deps: Deps): JobHandler {
  return async ({ payload, attempts }) => {
    const of = { workspace: payload.workspace as WorkspaceId, id: payload.export as ExportJobId }
    const row = await asProgram(deps.db, of.workspace, (trx) => findExportJob(trx, of.id))
    const path = exportFile(deps.dataDir, of)
    if (row === undefined) {
      removeExport(path)
      return null
    }
    const until = row.expires_at ?? addDays(row.asked_at, exportKeptDays)
    if (Date.parse(until) <= Date.parse(deps.world.now())) return takeAway(deps, row)
    if (row.made_at !== null) return until
    try {
      return await make(deps, row)
    } catch (error) {
      if (error instanceof ExportStopped || error instanceof AppError) return takeAway(deps, row)
      const failed = { failed_at: deps.world.now() }
      await asProgram(deps.db, of.workspace, (trx) => changeExportJob(trx, of.id, failed))
      if (attempts >= triesAtMost) return until
      throw error
    }
  }
}

async function takeAway(deps: Deps, row: ExportJobRow): Promise<null> {
  await asProgram(deps.db, row.workspace_id, (trx) => deleteExportJob(trx, row.id))
  removeExport(exportFile(deps.dataDir, { workspace: row.workspace_id, id: row.id }))
  return null
}

async function make(deps: Deps, row: ExportJobRow): Promise<Instant> {
  const { world } = deps
  const asked = { begun_at: world.now(), failed_at: null, done: 0 }
  await asProgram(deps.db, row.workspace_id, (trx) => changeExportJob(trx, row.id, asked))
  const until = world.now()
  const made = await prepare(deps, row, until)
  const relations = [...made.relations]
  await step(deps, row, { total: made.total, relations })
  const path = exportFile(deps.dataDir, { workspace: row.workspace_id, id: row.id })
  await writeExport(
    path,
    made.chunks((done) => step(deps, row, { done })),
  )
  const expires = addDays(until, exportKeptDays)
  try {
    await step(deps, row, { seal: made.seal, made_at: until, expires_at: expires, done: made.total })
  } catch (error) {
    removeExport(path)
    throw error
  }
  return expires
}

/** Tells how far it is, as who asked: whoever left or lost her role under way gets nothing more. */
async function step(
  deps: Deps,
  row: ExportJobRow,
  change: Parameters<typeof changeExportJob>[2],
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const who = { workspace: row.workspace_id, member: row.asked_by, now: deps.world.now() }
    enforceMayTake(await openSession(trx, who, 'overview'))
    if (!(await changeExportJob(trx, row.id, change))) throw new ExportStopped()
  })
}
