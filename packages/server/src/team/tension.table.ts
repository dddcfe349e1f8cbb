import type {
  CircleId,
  MeetingId,
  ParticipantId,
  RelationId,
  TensionId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Day, Instant } from '@weerklank/core/shared/time'
import type { Lean, TensionPair, TensionRoom } from '@weerklank/core/team/tension'

type OfCircle = { workspace_id: WorkspaceId; circle_id: CircleId; relation_id: RelationId }

export type TensionTable = OfCircle & {
  id: TensionId
  /** Who put it in; null where that was not kept, or is no longer. Shown to nobody but herself. */
  participant_id: ParticipantId | null
  pair: TensionPair
  left_pole: string
  right_pole: string
  left_good: string
  right_good: string
  situation: string
  asks: string
  room: TensionRoom | null
  meeting_id: MeetingId | null
  look_on: Day | null
  /** "Not for now". */
  resting_since: Day | null
  created_at: Instant
  changed_at: Instant
  version: number
}

/** That somebody saw a tension on a day, and where she saw us lean; told without a name. */
export type TensionLookTable = OfCircle & {
  tension_id: TensionId
  participant_id: ParticipantId
  looked_on: Day
  lean: Lean | null
}
