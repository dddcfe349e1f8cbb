import type { Rhythm } from '@weerklank/core/feedback/check-plan'
import type {
  InvitationId,
  MemberId,
  ParticipantId,
  RelationId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'

export type CheckPlanTable = {
  workspace_id: WorkspaceId
  participant_id: ParticipantId
  relation_id: RelationId
  rhythm: Rhythm
  every_weeks: number
  weekends: boolean
  /** Empty without an address that she gave for this. */
  email: string
  email_agreed_at: Instant | null
  since: Instant
  set_by: MemberId
  paused_until: Instant | null
  stopped_at: Instant | null
}

export type CheckNoticeTable = {
  workspace_id: WorkspaceId
  invitation_id: InvitationId
  /** 0 is the question, 1 and 2 are reminders. */
  number: number
  relation_id: RelationId
  participant_id: ParticipantId
  by_mail: boolean
  at: Instant
}
