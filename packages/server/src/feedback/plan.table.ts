import type { Rhythm } from '@weerklank/core/feedback/check-plan'
import type {
  FormId,
  FormInvitationId,
  InvitationId,
  MemberId,
  ParticipantId,
  RelationId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Day, Instant } from '@weerklank/core/shared/time'
import type { Generated } from 'kysely'

export type CheckPlanTable = {
  workspace_id: WorkspaceId
  participant_id: ParticipantId
  relation_id: RelationId
  rhythm: Rhythm
  every_weeks: number
  /** What is asked; null is the contact check. */
  form_id: Generated<FormId | null>
  /** For the rhythm `days` alone. */
  every_days: Generated<number | null>
  /** `yyyy-mm-dd` in the workspace's zone, both included. */
  begins_on: Generated<Day | null>
  ends_on: Generated<Day | null>
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
  /** Which of both it is. */
  asked_id: InvitationId | FormInvitationId
  invitation_id: InvitationId | null
  form_invitation_id: Generated<FormInvitationId | null>
  /** 0 is the question, 1 and 2 are reminders. */
  number: number
  relation_id: RelationId
  participant_id: ParticipantId
  by_mail: boolean
  at: Instant
}
