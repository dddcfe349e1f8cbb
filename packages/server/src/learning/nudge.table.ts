import type {
  measuredPeople,
  measureRhythms,
  meetings,
  parentContacts,
  stages,
} from '@weerklank/core/learning/feasibility'
import type { NudgeKind } from '@weerklank/core/learning/nudge'
import type {
  LearnerId,
  MeasureId,
  MemberId,
  MomentId,
  NudgeId,
  PersonId,
  TrajectoryEventId,
  TrajectoryId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Day, Instant } from '@weerklank/core/shared/time'

export type NudgeTable = {
  workspace_id: WorkspaceId
  id: NudgeId
  trajectory_id: TrajectoryId
  kind: NudgeKind
  card_key: string
  /** The lead's own words; empty: those of the card. */
  title: string
  body: string
  url: string
  /** What its day is counted from; neither: the first day of the trajectory. */
  event_id: TrajectoryEventId | null
  moment_id: MomentId | null
  offset_days: number
  fixed_on: Day | null
  is_on: boolean
  changed_by: MemberId
  changed_at: Instant
  version: number
}

export type NudgeSentTable = {
  workspace_id: WorkspaceId
  nudge_id: NudgeId
  learner_id: LearnerId
  trajectory_id: TrajectoryId
  person_id: PersonId
  at: Instant
  /** False: the card only stands on her page. */
  by_mail: boolean
}

export type NudgeChoiceTable = {
  workspace_id: WorkspaceId
  person_id: PersonId
  off_since: Instant | null
  changed_at: Instant
}

export type MeasureTable = {
  workspace_id: WorkspaceId
  id: MeasureId
  trajectory_id: TrajectoryId
  name: string
  rhythm: (typeof measureRhythms)[number]
  people: (typeof measuredPeople)[number]
  status: 'looked-at' | 'planned' | 'dropped'
  reason: string
  made_by: MemberId
  made_at: Instant
  decided_at: Instant | null
  version: number
}

export type WorkFactTable = {
  workspace_id: WorkspaceId
  learner_id: LearnerId
  trajectory_id: TrajectoryId
  meetings: (typeof meetings)[number]
  stage: (typeof stages)[number] | null
  parents: (typeof parentContacts)[number] | null
  at: Instant
  entered_by: MemberId | null
}
