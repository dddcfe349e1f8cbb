import type { ExportJob } from '@weerklank/core/feedback/export-job.contract'
import type { ExportJobRow } from './export-job.repository.ts'

/** The fields of a file on its way that may leave, to who asked for it. */
export function presentExportJob(row: ExportJobRow): ExportJob {
  return {
    id: row.id,
    kind: row.kind,
    relation: row.relation_id,
    format: row.wish.format,
    state: stateOf(row),
    progress: { done: row.done, of: row.total },
    askedAt: row.asked_at,
    until: row.expires_at,
  }
}

function stateOf(row: ExportJobRow): ExportJob['state'] {
  if (row.made_at !== null) return 'ready'
  if (row.failed_at !== null) return 'failed'
  return row.begun_at === null ? 'waiting' : 'making'
}
