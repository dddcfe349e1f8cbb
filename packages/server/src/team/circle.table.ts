import type {
  CircleId,
  CircleSideId,
  MemberId,
  ParticipantId,
  RelationId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Day, Instant } from '@weerklank/core/shared/time'

export type CircleTable = {
  workspace_id: WorkspaceId
  id: CircleId
  /** The collaboration that it is: people, contacts, meetings and agreements are kept there. */
  relation_id: RelationId
  kind: 'team' | 'network'
  question: string
  starts_on: Day
  /** A network ends by itself on this day. */
  ends_on: Day | null
  midcourse_on: Day | null
  ended_at: Instant | null
  end_reason: 'done' | 'by-itself' | 'family-left' | null
  created_by: MemberId
  created_at: Instant
  changed_at: Instant
  version: number
}

export type CircleSideTable = {
  workspace_id: WorkspaceId
  id: CircleSideId
  circle_id: CircleId
  relation_id: RelationId
  name: string
  is_family: boolean
  position: number
}

export type CirclePersonTable = {
  workspace_id: WorkspaceId
  circle_id: CircleId
  relation_id: RelationId
  participant_id: ParticipantId
  /** The sides she speaks from; she counts once, however many. */
  side_ids: CircleSideId[]
  joined_at: Instant
  seen_at: Instant | null
  left_at: Instant | null
}

export type CircleLinkTable = {
  workspace_id: WorkspaceId
  token_hash: string
  circle_id: CircleId
  relation_id: RelationId
  participant_id: ParticipantId
  created_at: Instant
  expires_at: Instant
  revoked_at: Instant | null
}
