import type {
  CircleCheckId,
  CircleId,
  CircleSideId,
  MeetingId,
  MemberId,
  ParticipantId,
  RelationId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Day, Instant } from '@weerklank/core/shared/time'
import type { CircleMarks } from '@weerklank/core/team/circle-check'
import type { JSONColumnType } from 'kysely'

export type CircleCheckTable = {
  workspace_id: WorkspaceId
  id: CircleCheckId
  circle_id: CircleId
  relation_id: RelationId
  instrument_id: string
  instrument_version: number
  asks_from: Instant
  closes_at: Instant
  /** Nothing is asked without the day on which it is talked about. */
  talk_on: Day
  meeting_id: MeetingId | null
  min_share: number
  asked_ids: ParticipantId[]
  opened_at: Instant | null
  opened_by: 'all-in' | 'window' | null
  /** With how many answers it opened; null also where it opened before that was kept. */
  opened_with: number | null
  /** How many of the asked were still there when it opened, or had answered; null as `opened_with`. */
  opened_asked: number | null
  created_by: MemberId
  created_at: Instant
  version: number
}

export type CircleAnswerTable = {
  workspace_id: WorkspaceId
  check_id: CircleCheckId
  participant_id: ParticipantId
  circle_id: CircleId
  relation_id: RelationId
  side_id: CircleSideId
  marks: JSONColumnType<CircleMarks, string, string>
  words: string
  answered_at: Instant
  /** Nobody but whose it is reads it while this holds. */
  sealed: boolean
}
