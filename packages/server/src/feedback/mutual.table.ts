import type { Answers } from '@weerklank/core/feedback/instrument'
import type { MutualOpening, MutualSide } from '@weerklank/core/feedback/mutual'
import type {
  ContactId,
  InvitationId,
  MemberId,
  MutualPictureId,
  ParticipantId,
  RelationId,
  ResponseId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { JSONColumnType } from 'kysely'

export type MutualPictureTable = {
  workspace_id: WorkspaceId
  id: MutualPictureId
  relation_id: RelationId
  /** The client's side. */
  participant_id: ParticipantId
  professional_id: ParticipantId
  contact_id: ContactId | null
  invitation_id: InvitationId
  /** The answer of the client, which may not be there yet. */
  response_id: ResponseId
  mirror_id: string
  mirror_version: number
  asked_at: Instant
  ends_at: Instant
  client_at: Instant | null
  professional_at: Instant | null
  declined_at: Instant | null
  opened_at: Instant | null
  opened_by: MutualOpening | null
  created_by: MemberId
}

export type MutualSideTable = {
  workspace_id: WorkspaceId
  picture_id: MutualPictureId
  side: MutualSide
  relation_id: RelationId
  participant_id: ParticipantId
  other_id: ParticipantId
  /** Of the professional; the client's stand in `response`. */
  answers: JSONColumnType<Answers | null, string | null, string | null>
  open_text: string
  guess: JSONColumnType<Answers | null, string | null, string | null>
  answered_at: Instant | null
  after_reading: boolean
  sealed: boolean
}
