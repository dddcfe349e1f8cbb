import type { FeedbackReaders } from '@weerklank/core/learning/peer-feedback'
import type { EvidenceKind } from '@weerklank/core/learning/portfolio'
import type {
  GoalId,
  LearnerId,
  LearningAttainmentId,
  LearningExerciseId,
  LearningStrategyId,
  PersonId,
  PortfolioPieceId,
  PortfolioShareId,
  TrajectoryId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { ColumnType, Generated } from 'kysely'

/** A value that is kept as JSON: written as text, read as what it is. */
type Json<Value> = ColumnType<Value, string, string>
/** A day without a time, as `2026-11-22`. */
type Day = string

type Hers = {
  workspace_id: WorkspaceId
  trajectory_id: TrajectoryId
  learner_id: LearnerId
  person_id: PersonId
}

/** Whether others may read it: set while consent for research is in force, taken away by the database (ADR 0030). */
type Shared = { shared: 'research' | null; in_use: Generated<boolean> }

export type LearningAttainmentTable = Hers &
  Shared & {
    id: LearningAttainmentId
    goal_id: GoalId
    level: number
    said: string
    day: Day
    at: Instant
  }

export type LearningExerciseTable = Hers &
  Shared & {
    id: LearningExerciseId
    exercise_key: string
    name: string
    day: Day
    kind: string
    context: string | null
    situation: string | null
    happened: string
    insight: string
    repeat: string | null
    at: Instant
  }

export type LearningStrategyTable = Hers & {
  id: LearningStrategyId
  trigger: string
  plan: string
  fallback: string
  at: Instant
  dropped_at: Instant | null
}

export type PortfolioPieceTable = Hers & {
  id: PortfolioPieceId
  kind: EvidenceKind
  source_id: string | null
  day: Day
  title: string
  body: string
  at: Instant
  changed_at: Instant
  /** The hashes of the links that show it now. */
  opened_to: Generated<string[]>
}

export type PortfolioShareTable = Hers & {
  id: PortfolioShareId
  token_hash: string
  to_name: string
  from_name: string
  questions: Json<string[]>
  readers: FeedbackReaders
  reader_ids: LearnerId[]
  is_both: boolean
  made_at: Instant
  expires_at: Instant
  revoked_at: Instant | null
  seen_at: Instant | null
  answered_at: Instant | null
}

export type PeerFeedbackTable = Hers & {
  share_id: PortfolioShareId
  side: 'asker' | 'giver'
  token_hash: string
  from_name: string
  readers: FeedbackReaders
  reader_ids: LearnerId[]
  answers: Json<{ question: string; answer: string }[]>
  is_open: boolean
  at: Instant
}
