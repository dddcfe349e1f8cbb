import type {
  CircleId,
  FamilyWordId,
  ParticipantId,
  RelationId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Day, Instant } from '@weerklank/core/shared/time'

export type FamilyWordTable = {
  workspace_id: WorkspaceId
  id: FamilyWordId
  circle_id: CircleId
  relation_id: RelationId
  kind: 'ask' | 'tell'
  text: string
  /** Who wrote it down. */
  participant_id: ParticipantId
  /** Who says it to the family. */
  said_by: ParticipantId
  planned_on: Day | null
  /** Null: the family does not see it yet. */
  said_at: Instant | null
  answer: string
  created_at: Instant
  changed_at: Instant
  version: number
}
