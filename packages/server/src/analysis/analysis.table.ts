import type { CorpusSources, SourceKind, Speaking, VoiceKey } from '@weerklank/core/analysis/analysis'
import type { DeedId } from '@weerklank/core/analysis/deed.contract'
import type { MeetingRole } from '@weerklank/core/dialogue/dialogue'
import type { Voice } from '@weerklank/core/relation/relation'
import type {
  AnalysisId,
  CodeId,
  CodingId,
  DocumentId,
  MemberId,
  MemoId,
  PassageId,
  PersonId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { ColumnType, Generated } from 'kysely'

export type AnalysisTable = {
  workspace_id: WorkspaceId
  id: AnalysisId
  title: string
  question: string
  member_ids: MemberId[]
  sources: ColumnType<CorpusSources, string, string>
  /** What is coded in these now is sealed: a blind round goes on. */
  sealed_documents: Generated<DocumentId[]>
  speakers: Generated<number>
  deeds: Generated<number>
  created_by: MemberId
  created_at: Instant
  changed_at: Instant
  version: number
}

export type AnalysisDocumentTable = {
  workspace_id: WorkspaceId
  id: DocumentId
  analysis_id: AnalysisId
  title: string
  source: SourceKind
  /** `meeting:<id>:dialogue` and the like; empty when an analyst brought it. */
  source_ref: string
  at: Instant
  position: number
  size: number
  voices: ColumnType<readonly Speaking[], string, string>
  brought_by: MemberId | null
}

/** Words of a known person exist only with her consent, and are used only while it is in force (foreign key). */
export type AnalysisPassageTable = {
  workspace_id: WorkspaceId
  id: PassageId
  analysis_id: AnalysisId
  document_id: DocumentId
  ordinal: number
  source_ref: string
  person_id: PersonId | null
  purpose: ColumnType<'analysis', never, never>
  in_use: Generated<boolean>
  voice: Voice | null
  role: MeetingRole | null
  voice_key: VoiceKey
  speaker: string
  body: string
  folded: string
}

export type AnalysisCodeTable = {
  workspace_id: WorkspaceId
  id: CodeId
  analysis_id: AnalysisId
  parent_id: CodeId | null
  name: string
  definition: string
  include: string
  exclude: string
  example: string
  colour: string
  position: number
}

export type AnalysisCodingTable = {
  workspace_id: WorkspaceId
  id: CodingId
  analysis_id: AnalysisId
  document_id: DocumentId
  passage_id: PassageId
  start_at: number
  end_at: number
  code_id: CodeId
  coder_id: MemberId
  at: Instant
  sealed: Generated<boolean>
  weight: number | null
}

export type AnalysisMemoTable = {
  workspace_id: WorkspaceId
  id: MemoId
  analysis_id: AnalysisId
  document_id: DocumentId | null
  code_id: CodeId | null
  coding_id: CodingId | null
  passage_id: PassageId | null
  author_id: MemberId
  title: string
  body: string
  at: Instant
  sealed: Generated<boolean>
  /** Its author's alone. */
  is_private: Generated<boolean>
}

export type AnalysisDeedTable = {
  workspace_id: WorkspaceId
  id: DeedId
  analysis_id: AnalysisId
  member_id: MemberId
  seq: number
  at: Instant
  kind: string
  about: string
  state: 'done' | 'undone' | 'dropped'
  undone_at: Instant | null
  sealed: Generated<boolean>
}

export type AnalysisDeedPartTable = {
  workspace_id: WorkspaceId
  deed_id: DeedId
  part: number
  analysis_id: AnalysisId
  member_id: MemberId
  row_kind: 'code' | 'coding' | 'memo'
  row_id: string
  document_id: DocumentId | null
  passage_id: PassageId | null
  before: ColumnType<unknown, string | null, never>
  after: ColumnType<unknown, string | null, never>
  sealed: Generated<boolean>
}
