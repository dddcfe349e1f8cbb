import type { ExportPurpose } from '@weerklank/core/access/purpose-lock'
import type { CheckExportFormat } from '@weerklank/core/feedback/check-export'
import type { ReportRequest } from '@weerklank/core/feedback/export-job.contract'
import type { ExportJobId, MemberId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Generated, JSONColumnType } from 'kysely'

/** What was asked for. */
export type ExportWish =
  | ({ kind: 'report' } & Omit<ReportRequest, 'id' | 'purpose'>)
  | { kind: 'checks'; format: CheckExportFormat }

export type ExportJobTable = {
  workspace_id: WorkspaceId
  id: ExportJobId
  asked_by: MemberId
  asked_at: Instant
  kind: ExportWish['kind']
  /** Null for the checks of all her collaborations. */
  relation_id: RelationId | null
  purpose: ExportPurpose
  wish: JSONColumnType<ExportWish>
  done: Generated<number>
  total: Generated<number>
  begun_at: Instant | null
  failed_at: Instant | null
  made_at: Instant | null
  /** Seven days after it was made. */
  expires_at: Instant | null
  /** Whose answers are in it. */
  relations: Generated<RelationId[]>
  /** What could be seen of them when it was made (see export-job.seal.ts). */
  seal: Generated<string>
}
