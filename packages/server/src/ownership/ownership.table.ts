import type { RetentionKind } from '@weerklank/core/ownership/retention'
import type {
  MemberId,
  RelationId,
  RuptureId,
  TakeawayId,
  WorkingNoteId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { NoteMoment } from '@weerklank/core/shared/note-moment'
import type { Instant } from '@weerklank/core/shared/time'

/** A memory aid of one colleague: no policy shows it to anybody else. */
export type WorkingNoteTable = {
  workspace_id: WorkspaceId
  id: WorkingNoteId
  author_id: MemberId
  relation_id: RelationId | null
  /** What it is for; null for a memory aid. */
  moment: NoteMoment | null
  rupture_id: RuptureId | null
  body: string
  created_at: Instant
  changed_at: Instant
  version: number
}

export type RetentionRuleTable = { workspace_id: WorkspaceId; kind: RetentionKind; days: number }

/** What one look removed of a kind, and what it saw coming. The rows of one look share an id. */
export type RetentionRunTable = {
  workspace_id: WorkspaceId
  id: string
  kind: RetentionKind
  at: Instant
  removed: number
  soon: number
}

export type TakeawayTable = {
  workspace_id: WorkspaceId
  id: TakeawayId
  reason: string
  asked_by: MemberId
  asked_at: Instant
  decided_by: MemberId | null
  decided_at: Instant | null
  agreed: boolean | null
  made_at: Instant | null
  failed_at: Instant | null
  rows: number | null
  sha256: string | null
  fetched_at: Instant | null
  /** When the file was taken off the disk. */
  removed_at: Instant | null
}
