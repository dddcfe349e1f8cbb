import type { RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'

export type AuditEventTable = {
  workspace_id: WorkspaceId
  id: string
  at: Instant
  /** A member's id, `participant:<id>`, `link` or `system`. */
  actor: string
  /** What was done, from the closed list in audit.ts; never any content. */
  action: string
  subject: string
  subject_id: string
  relation_id: RelationId | null
}
