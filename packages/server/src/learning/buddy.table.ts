import type { GoalTheme, HalfDay, MeetWay, PairEnd } from '@weerklank/core/learning/buddy'
import type { PairingRules, SoftRule } from '@weerklank/core/learning/pairing.rules'
import type {
  BuddyPairId,
  BuddyRoundId,
  BuddyTieId,
  LearnerId,
  MemberId,
  TrajectoryId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { RespondLanguage } from '@weerklank/core/shared/language'
import type { Day, Instant } from '@weerklank/core/shared/time'
import type { ColumnType } from 'kysely'

/** A value that is kept as JSON: written as text, read as what it is. */
type Json<Value> = ColumnType<Value, string, string>

/** How a proposal came about (core: Proposal). */
export type RoundOutcome = { crossing: number; isSplit: boolean; isProven: boolean }

export type BuddyRoundTable = {
  workspace_id: WorkspaceId
  trajectory_id: TrajectoryId
  id: BuddyRoundId
  number: number
  rules: Json<PairingRules>
  seed: number
  talk_days: Json<readonly Day[]>
  outcome: Json<RoundOutcome>
  made_by: MemberId | null
  made_at: Instant
  formed_at: Instant | null
  version: number
}

export type BuddyPairTable = {
  workspace_id: WorkspaceId
  trajectory_id: TrajectoryId
  id: BuddyPairId
  round_id: BuddyRoundId
  learner_ids: LearnerId[]
  points: number
  pinned: boolean
  overruled: SoftRule[]
  reason: string
  talks: Json<readonly Instant[]>
  talked: boolean | null
  formed_on: Day | null
  ended_on: Day | null
  end_reason: PairEnd | null
  follows: BuddyPairId | null
  version: number
}

export type BuddyMeetingTable = {
  workspace_id: WorkspaceId
  trajectory_id: TrajectoryId
  pair_id: BuddyPairId
  learner_id: LearnerId
  met_on: Day
  at: Instant
}

export type BuddyWishTable = {
  workspace_id: WorkspaceId
  trajectory_id: TrajectoryId
  learner_id: LearnerId
  wants: boolean
  languages: RespondLanguage[]
  half_days: HalfDay[]
  ways: MeetWay[]
  region: string
  themes: GoalTheme[]
  changed_at: Instant
}

export type BuddyTieTable = {
  workspace_id: WorkspaceId
  trajectory_id: TrajectoryId
  id: BuddyTieId
  kind: 'avoid' | 'manager' | 'conflict'
  learner_id: LearnerId
  other_id: LearnerId
  asked_by: LearnerId | null
  in_confidence: boolean
  at: Instant
}
