import type {
  RuptureKind,
  RuptureMarker,
  RuptureOutcome,
  RuptureStep,
} from '@weerklank/core/feedback/rupture'
import type {
  AgreementId,
  MemberId,
  ParticipantId,
  RelationId,
  RuptureId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Day, Instant } from '@weerklank/core/shared/time'

/** Until `shared_at` no policy shows it to anybody but its author. */
export type RuptureTable = {
  workspace_id: WorkspaceId
  id: RuptureId
  relation_id: RelationId
  participant_id: ParticipantId
  author_id: MemberId
  kind: RuptureKind
  markers: RuptureMarker[]
  salience: number | null
  body: string
  noticed_at: Instant
  changed_at: Instant
  shared_at: Instant | null
  agreement_id: AgreementId | null
  review_on: Day | null
  outcome: RuptureOutcome | null
  closed_at: Instant | null
  version: number
}

export type RuptureStepTable = {
  workspace_id: WorkspaceId
  rupture_id: RuptureId
  step: RuptureStep
  relation_id: RelationId
  participant_id: ParticipantId
  author_id: MemberId
  shared_at: Instant | null
  state: 'done' | 'skipped'
  body: string
  at: Instant
  done_by: MemberId
}
