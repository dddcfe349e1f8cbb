import type { MemberId, RelationId, SupervisionId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'

/** A collaboration that somebody who takes part shares with one supervisor, for a question and a time. */
export type SupervisionShareTable = {
  workspace_id: WorkspaceId
  id: SupervisionId
  relation_id: RelationId
  sharer_id: MemberId
  supervisor_id: MemberId
  question: string
  shared_at: Instant
  ends_at: Instant
  /** When it was withdrawn or given back; null while nobody did. */
  ended_at: Instant | null
  ended_by: MemberId | null
}
