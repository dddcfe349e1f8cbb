import type { MemberId, PersonId, PersonRequestId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'

/** What a person asks of those who keep her data, and what they answered. */
export type PersonRequestTable = {
  workspace_id: WorkspaceId
  id: PersonRequestId
  /** Whose data it is about. */
  person_id: PersonId
  relation_id: RelationId
  /** Herself, or a parent with authority. */
  asked_by: PersonId
  kind: 'correction' | 'deletion'
  body: string
  at: Instant
  outcome: 'done' | 'partly' | 'refused' | null
  answer: string
  handled_at: Instant | null
  handled_by: MemberId | null
}

/** The last number that the register of research gave out. */
export type ResearchCodeTable = { workspace_id: WorkspaceId; last: number }
