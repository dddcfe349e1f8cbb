import type { MomentForm } from '@weerklank/core/learning/moment-form'
import type { StopReason } from '@weerklank/core/learning/trajectory'
import type { ComponentPlan } from '@weerklank/core/learning/trajectory.components'
import type { Voice } from '@weerklank/core/relation/relation'
import type {
  GoalId,
  LearnerId,
  LearningAnswerId,
  MemberId,
  MentionId,
  MomentId,
  PersonId,
  TrajectoryEventId,
  TrajectoryId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { AddressForm, RespondLanguage } from '@weerklank/core/shared/language'
import type { Instant } from '@weerklank/core/shared/time'
import type { ColumnType, Generated } from 'kysely'

/** A value that is kept as JSON: written as text, read as what it is. */
type Json<Value> = ColumnType<Value, string, string>
/** A day without a time, as `2026-11-22`. */
type Day = string

/** What a file told of a whole trajectory and of nobody in it. */
export type Imported = {
  /** Of the format. */
  version: number
  /** Of the whole file. */
  sha256: string
  functions: Readonly<Record<string, number>> | null
}

/** Whether others may read it: set while consent for research is in force, taken away by the database (ADR 0030). */
type Shared = { shared: 'research' | null; in_use: Generated<boolean> }

export type TrajectoryTable = {
  workspace_id: WorkspaceId
  id: TrajectoryId
  title: string
  purpose: string
  template_key: string
  copied_from: TrajectoryId | null
  status: 'draft' | 'running' | 'ended'
  starts_on: Day
  components: Json<readonly ComponentPlan[]>
  lead_ids: MemberId[]
  /** Leads, and the researchers who were asked in. */
  member_ids: MemberId[]
  /** Numbers given out to learners. */
  learners: Generated<number>
  created_by: MemberId
  created_at: Instant
  changed_at: Instant
  ended_at: Instant | null
  /** Of one that came from a file: what it told of all together, and by which signs it is known again. */
  imported: ColumnType<Imported | null, string | null | undefined, string>
  version: number
}

export type TrajectoryEventTable = {
  workspace_id: WorkspaceId
  id: TrajectoryEventId
  trajectory_id: TrajectoryId
  kind: 'lecture' | 'masterclass' | 'evaluation' | 'other'
  title: string
  about: string
  at: Instant
  minutes: number
  place: string
  video_url: string
  /** Study hours that count for a certificate. */
  hours: number
  is_open: boolean
  position: number
}

export type TrajectoryMomentTable = {
  workspace_id: WorkspaceId
  id: MomentId
  trajectory_id: TrajectoryId
  key: string
  kind: 'start' | 'goals' | 'review' | 'buddy' | 'closing' | 'exit'
  title: string
  opens_on: Day
  closes_on: Day
  form: Json<MomentForm>
  position: number
}

export type LearnerTable = Shared & {
  workspace_id: WorkspaceId
  id: LearnerId
  trajectory_id: TrajectoryId
  /** From 1 on: all that the monitor and the report call somebody by. */
  number: number
  person_id: PersonId
  member_id: MemberId | null
  function: string
  organisation: string
  voice: Voice
  address: AddressForm
  language: RespondLanguage
  status: 'invited' | 'active' | 'stopped' | 'completed'
  joined_at: Instant
  seen_at: Instant | null
  /** When a letter last reminded her. */
  reminded_at: ColumnType<Instant | null, Instant | null | undefined, Instant | null>
  stopped_on: Day | null
  stop_reason: StopReason | null
  exit_talk: 'none' | 'offered' | 'held' | 'declined'
  changed_at: Instant
  version: number
}

export type LearnerNameTable = {
  workspace_id: WorkspaceId
  learner_id: LearnerId
  trajectory_id: TrajectoryId
  name: string
  /** Empty: no mail. */
  email: string
}

export type LearnerLinkTable = {
  workspace_id: WorkspaceId
  token_hash: string
  trajectory_id: TrajectoryId
  learner_id: LearnerId
  created_at: Instant
  expires_at: Instant
  revoked_at: Instant | null
}

export type MomentReceiptTable = {
  workspace_id: WorkspaceId
  moment_id: MomentId
  learner_id: LearnerId
  trajectory_id: TrajectoryId
  way: 'phone' | 'paper' | 'mail' | 'talk' | 'import'
  at: Instant
  entered_by: MemberId | null
  /** There was no consent: what was on the paper is not kept. */
  discarded: boolean
}

export type EventAttendanceTable = {
  workspace_id: WorkspaceId
  event_id: TrajectoryEventId
  learner_id: LearnerId
  trajectory_id: TrajectoryId
  attended: boolean
  hours: number
  at: Instant
  entered_by: MemberId
}

/** What every row of a learner's own words holds. */
type Own = Shared & {
  workspace_id: WorkspaceId
  trajectory_id: TrajectoryId
  learner_id: LearnerId
  person_id: PersonId
}

export type LearningGoalTable = Own & {
  id: GoalId
  moment_id: MomentId | null
  text: string
  situation: string
  why: string
  first_step: string
  notice: string
  status: 'current' | 'replaced'
  replaces: GoalId | null
  reason: string
  scale: ColumnType<unknown, string | null, string | null>
  weight: Generated<number>
  created_at: Instant
  changed_at: Instant
  version: number
}

export type LearningAnswerTable = Own & {
  id: LearningAnswerId
  moment_id: MomentId
  item_key: string
  goal_id: GoalId | null
  choice: string | null
  body: string
  at: Instant
}

export type LearningMentionTable = Own & {
  id: MentionId
  moment_id: MomentId
  kind: 'barrier' | 'resource'
  level: 'person' | 'team' | 'organisation'
  stance: 'expected' | 'met'
  code: string | null
  body: string
  at: Instant
}
