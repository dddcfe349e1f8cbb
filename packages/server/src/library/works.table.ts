import type { WorksGroup } from '@weerklank/core/library/works.groups'
import type { RelationContext, RelationKind, Situation } from '@weerklank/core/relation/relation'
import type { MemberId, PersonId, RelationId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { Generated, JSONColumnType } from 'kysely'

export type WorksTraceTable = {
  workspace_id: WorkspaceId
  person_id: PersonId
  /** The agreement, repair or meeting. */
  subject_id: string
  instrument_id: string
  relation_id: RelationId
  /** `agreement`, `repair`, `format:<key>`. */
  deed: string
  kind: RelationKind
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
  deed: string
  groups: JSONColumnType<WorksGroup[]>
  told_at: Instant
}
