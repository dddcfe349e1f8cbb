import type { PracticeAdditionKind, PracticeBody } from '@weerklank/core/library/practice'
import type { RelationContext, RelationKind, Situation } from '@weerklank/core/relation/relation'
import type { MemberId, PracticeAdditionId, PracticeStoryId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { JSONColumnType } from 'kysely'

/** What a colleague did, how, and what it brought; without `shared_at` it is hers alone. */
export type PracticeStoryTable = {
  workspace_id: WorkspaceId
  id: PracticeStoryId
  author_id: MemberId
  kind: RelationKind
  context: RelationContext | null
  situation: Situation | null
  body: JSONColumnType<PracticeBody>
  version: number
  created_at: Instant
  changed_at: Instant
  shared_at: Instant | null
  hidden_at: Instant | null
  hidden_by: MemberId | null
}

/** A colleague who knows this from her own work: counted only. */
export type PracticeRecognitionTable = {
  workspace_id: WorkspaceId
  story_id: PracticeStoryId
  member_id: MemberId
}

/** What a colleague does besides, or how it went with her. */
export type PracticeAdditionTable = {
  workspace_id: WorkspaceId
  id: PracticeAdditionId
  story_id: PracticeStoryId
  author_id: MemberId
  kind: PracticeAdditionKind
  body: string
  created_at: Instant
  /** Null: out of sight, because a colleague knew somebody again. */
  shown_at: Instant | null
  hidden_by: MemberId | null
}
