import type { ReportPart } from '@weerklank/core/learning/report'
import type { ReportNumber } from '@weerklank/core/learning/report.numbers'
import type { QuotePiece } from '@weerklank/core/learning/report.quote'
import type {
  GoalId,
  LearnerId,
  LearningAnswerId,
  MemberId,
  MentionId,
  PersonId,
  TrajectoryEventId,
  TrajectoryExportId,
  TrajectoryId,
  TrajectoryQuoteId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Tally } from '@weerklank/core/shared/small-groups.types'
import type { Instant } from '@weerklank/core/shared/time'
import type { ColumnType, Generated } from 'kysely'

/** A value that is kept as JSON: written as text, read as what it is. */
type Json<Value> = ColumnType<Value, string, string>

export type TrajectoryReportTable = {
  workspace_id: WorkspaceId
  trajectory_id: TrajectoryId
  title: string
  parts: Json<readonly ReportPart[]>
  changed_by: MemberId
  changed_at: Instant
  version: number
}

export type TrajectoryExportTable = {
  workspace_id: WorkspaceId
  id: TrajectoryExportId
  trajectory_id: TrajectoryId
  title: string
  format: 'docx' | 'pdf' | 'csv' | 'xlsx' | 'sav'
  made_by: MemberId
  made_at: Instant
  published_at: Instant | null
  numbers: Json<readonly ReportNumber[]>
}

export type TrajectoryExportPersonTable = {
  workspace_id: WorkspaceId
  export_id: TrajectoryExportId
  person_id: PersonId
  trajectory_id: TrajectoryId
  /** Words of hers stand in it as a quote. */
  is_quoted: boolean
  withdrawn_at: Instant | null
}

export type TrajectoryQuoteTable = {
  workspace_id: WorkspaceId
  id: TrajectoryQuoteId
  trajectory_id: TrajectoryId
  learner_id: LearnerId
  person_id: PersonId
  /** Where she said it: one of the three. */
  answer_id: LearningAnswerId | null
  goal_id: GoalId | null
  mention_id: MentionId | null
  pieces: ColumnType<readonly QuotePiece[] | null, string, string | null>
  asked_by: MemberId
  asked_at: Instant
  decision: 'yes' | 'changed' | 'no' | null
  own_words: string | null
  decided_at: Instant | null
  withdrawn_at: Instant | null
  research: Generated<'research'>
  /** Set by her yes: it rests on her consent to be quoted. */
  purpose: 'quotes-publish' | null
  in_use: Generated<boolean>
}

export type LectureSurveyTable = {
  workspace_id: WorkspaceId
  event_id: TrajectoryEventId
  trajectory_id: TrajectoryId
  token: string | null
  token_hash: string | null
  answered: Generated<number>
  /** Only how many answers of an earlier survey were used. */
  used_elsewhere: Generated<boolean>
  opened_by: MemberId | null
  opened_at: Instant
  closes_at: Instant
  closed_at: Instant | null
}

export type LectureAnswerTable = {
  workspace_id: WorkspaceId
  event_id: TrajectoryEventId
  item_key: string
  trajectory_id: TrajectoryId
  tally: Json<Tally>
  texts: string[]
}

export type LectureSlipTable = {
  workspace_id: WorkspaceId
  event_id: TrajectoryEventId
  slip_hash: string
}
