import type { WorksSource } from '@weerklank/core/library/works'
import type { WorksGroup } from '@weerklank/core/library/works.groups'
import type { RelationContext, RelationKind, Situation } from '@weerklank/core/relation/relation'
import type { MemberId, PersonId, RelationId, TrajectoryId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Generated, JSONColumnType } from 'kysely'

export type WorksTraceTable = {
  workspace_id: WorkspaceId
  id: Generated<string>
  source: WorksSource
  /** Null: a team as a whole, of which nobody knows who answered. */
  person_id: PersonId | null
  /** The agreement, repair, meeting, exercise or goal. */
  subject_id: string
  instrument_id: string
  relation_id: RelationId | null
  trajectory_id: TrajectoryId | null
  /** `agreement`, `repair`, `goal`, `format:<key>`, `exercise:<key>`. */
  deed: string
  kind: RelationKind | null
  context: RelationContext | null
  situation: Situation | null
  colleague_ids: MemberId[]
  done_at: Instant
  before_count: number
  after_count: number
  nap: number
  tau_u: number
  told_at: Instant | null
  /** Exists only with consent, and is used only while that is in force (foreign key to consent_grant). */
  shared: Generated<'research'>
  in_use: Generated<boolean>
}

export type WorksToldTable = {
  workspace_id: WorkspaceId
  source: WorksSource
  deed: string
  groups: JSONColumnType<WorksGroup[]>
  told_at: Instant
}
