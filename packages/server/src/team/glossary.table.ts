import type {
  CircleId,
  ContributionId,
  GlossaryWordId,
  MeaningId,
  MeetingId,
  ParticipantId,
  RelationId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Day, Instant } from '@weerklank/core/shared/time'

type OfCircle = { workspace_id: WorkspaceId; circle_id: CircleId; relation_id: RelationId }

export type GlossaryWordTable = OfCircle & {
  id: GlossaryWordId
  word: string
  /** Who put it in; null: it came from cards at the table. */
  participant_id: ParticipantId | null
  /** The cards it came from: each is carried once. */
  card_ids: ContributionId[]
  differs: boolean
  created_at: Instant
}

export type GlossaryMeaningTable = OfCircle & {
  id: MeaningId
  word_id: GlossaryWordId
  /** Null: handed to the table; then no moment is kept either. */
  participant_id: ParticipantId | null
  body: string
  changed_at: Instant | null
}

export type GlossaryAgreedTable = OfCircle & {
  word_id: GlossaryWordId
  /** Counted from 1; the newest is what is agreed now. */
  seq: number
  body: string
  agreed_on: Day
  meeting_id: MeetingId | null
}
