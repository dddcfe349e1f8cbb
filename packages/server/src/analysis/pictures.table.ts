import type { CellMark, MatrixKind } from '@weerklank/core/analysis/matrix'
import type { CodingRoundId } from '@weerklank/core/analysis/pictures.contract'
import type { SynergyExpectation, SynergyModel, SynergyPlacing } from '@weerklank/core/analysis/synergy'
import type {
  AnalysisId,
  CodeId,
  DocumentId,
  MemberId,
  PassageId,
  WorkspaceId,
} from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import type { ColumnType, Generated } from 'kysely'

export type AnalysisMarkTable = {
  workspace_id: WorkspaceId
  analysis_id: AnalysisId
  code_id: CodeId
  kind: MatrixKind
  column_key: string
  mark: CellMark
  by_id: MemberId
  at: Instant
}

/** How each coded at the moment at which a round was opened. */
export type Coded = {
  coder_id: MemberId
  passage_id: PassageId
  start_at: number
  end_at: number
  code_id: CodeId
  weight: number | null
}

export type AnalysisRoundTable = {
  workspace_id: WorkspaceId
  id: CodingRoundId
  analysis_id: AnalysisId
  title: string
  document_ids: DocumentId[]
  coder_ids: MemberId[]
  ready_ids: Generated<MemberId[]>
  started_by: MemberId
  started_at: Instant
  opened_at: Instant | null
  opened_by: MemberId | null
  /** How each coded at that moment; null while it is blind, and of rounds from before that was kept. */
  coded: ColumnType<readonly Coded[] | null, string | null | undefined, string | null>
}

export type AnalysisDecisionTable = {
  workspace_id: WorkspaceId
  round_id: CodingRoundId
  passage_id: PassageId
  start_at: number
  end_at: number
  analysis_id: AnalysisId
  code_ids: CodeId[]
  reason: string
  by_id: MemberId
  at: Instant
}

/** A version of the organisation's own model; none is changed. */
export type SynergyModelTable = {
  workspace_id: WorkspaceId
  version: number
  body: ColumnType<SynergyModel, string, never>
  by_id: MemberId
  at: Instant
}

export type AnalysisMapTable = {
  workspace_id: WorkspaceId
  analysis_id: AnalysisId
  /** 0: the model that ships with the product. */
  model_version: number
  placings: ColumnType<readonly SynergyPlacing[], string, string>
  expectations: ColumnType<readonly SynergyExpectation[], string, string>
  version: number
  by_id: MemberId
  at: Instant
}
