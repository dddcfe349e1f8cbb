import type {
  CircleId,
  MeetingId,
  MemberId,
  NetworkWaveId,
  ParticipantId,
  PersonId,
  RelationId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Day, Instant } from '@weerklank/core/shared/time'
import type { Often, Useful } from '@weerklank/core/team/network'
import type { Generated } from 'kysely'

export type NetworkWaveTable = {
  workspace_id: WorkspaceId
  relation_id: RelationId
  circle_id: CircleId
  id: NetworkWaveId
  title: string
  opened_on: Day
  /** The last day on which somebody can fill in. */
  closes_on: Day
  /** When everybody was in; null also where only the day passed. */
  closed_at: Instant | null
  /** The day on which it is talked about; null where it was begun before that was asked. */
  talk_on: Day | null
  meeting_id: MeetingId | null
  created_by: MemberId
  created_at: Instant
}

/** A row only while her consent stands. */
export type NetworkAnswerTable = {
  workspace_id: WorkspaceId
  relation_id: RelationId
  circle_id: CircleId
  wave_id: NetworkWaveId
  participant_id: ParticipantId
  person_id: PersonId
  purpose: Generated<'network-map'>
  in_use: Generated<boolean>
  answered_at: Instant
}

/** A row only while the consent of both stands. */
export type NetworkTieTable = {
  workspace_id: WorkspaceId
  relation_id: RelationId
  circle_id: CircleId
  wave_id: NetworkWaveId
  from_participant: ParticipantId
  from_person: PersonId
  to_participant: ParticipantId
  to_person: PersonId
  often: Often
  useful: Useful | null
  purpose: Generated<'network-map'>
  from_in_use: Generated<boolean>
  to_in_use: Generated<boolean>
}
