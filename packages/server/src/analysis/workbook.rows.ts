/** Codes, codings and memos as rows, and as the rules see them. */
import type { Code, Coding, Memo, MemoOn } from '@weerklank/core/analysis/coding'
import type { RowChange } from '@weerklank/core/analysis/patch'
import type { AnalysisId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Selectable } from 'kysely'
import type { AnalysisCodeTable, AnalysisCodingTable, AnalysisMemoTable } from './analysis.table.ts'

export type CodeRow = Selectable<AnalysisCodeTable>
export type CodingRow = Selectable<AnalysisCodingTable>
export type MemoRow = Selectable<AnalysisMemoTable>

export function asCode(row: CodeRow): Code {
  const { id, name, definition, include, exclude, example, colour, position } = row
  return { id, parent: row.parent_id, name, definition, include, exclude, example, colour, position }
}

export function asCoding(row: CodingRow): Coding {
  return {
    ...{ id: row.id, passage: row.passage_id, document: row.document_id, code: row.code_id },
    ...{ start: row.start_at, end: row.end_at, coder: row.coder_id, at: row.at },
    ...{ sealed: row.sealed, weight: row.weight },
  }
}

export function asMemo(row: MemoRow): Memo {
  const { id, title, body, at, sealed, is_private } = row
  return { id, on: onOf(row), author: row.author_id, title, body, at, sealed, shared: !is_private }
}

function onOf(row: MemoRow): MemoOn {
  if (row.document_id !== null) return { kind: 'document', document: row.document_id }
  if (row.code_id !== null) return { kind: 'code', code: row.code_id }
  if (row.coding_id !== null && row.passage_id !== null) {
    return { kind: 'coding', coding: row.coding_id, passage: row.passage_id }
  }
  return { kind: 'analysis' }
}

export type In = { workspace: WorkspaceId; analysis: AnalysisId }

export function codeRowOf(code: Code, { workspace, analysis }: In): CodeRow {
  const { parent, ...rest } = code
  return { ...rest, workspace_id: workspace, analysis_id: analysis, parent_id: parent }
}

export function codingRowOf(coding: Coding, { workspace, analysis }: In): CodingRow {
  return {
    ...{ workspace_id: workspace, analysis_id: analysis, id: coding.id },
    ...{ document_id: coding.document, passage_id: coding.passage, code_id: coding.code },
    ...{ start_at: coding.start, end_at: coding.end, coder_id: coding.coder, at: coding.at },
    ...{ sealed: coding.sealed, weight: coding.weight },
  }
}

export function memoRowOf(memo: Memo, { workspace, analysis }: In): MemoRow {
  const { on } = memo
  return {
    ...{ workspace_id: workspace, analysis_id: analysis, id: memo.id, author_id: memo.author },
    ...{ title: memo.title, body: memo.body, at: memo.at, sealed: memo.sealed },
    // What was written down before memos could be one's own says nothing of it: everybody read them.
    is_private: memo.shared === false,
    document_id: on.kind === 'document' ? on.document : null,
    code_id: on.kind === 'code' ? on.code : null,
    coding_id: on.kind === 'coding' ? on.coding : null,
    passage_id: on.kind === 'coding' ? on.passage : null,
  }
}

/** Whose words a change hangs on: the part of the history goes when they do. */
export function hangsOn(change: RowChange): Pick<MemoRow, 'document_id' | 'passage_id'> {
  const nothing = { document_id: null, passage_id: null }
  if (change.row === 'coding') {
    const one = change.after ?? change.before
    return one === null ? nothing : { document_id: one.document, passage_id: one.passage }
  }
  const on = change.row === 'memo' ? (change.after ?? change.before)?.on : undefined
  if (on?.kind === 'document') return { ...nothing, document_id: on.document }
  return on?.kind === 'coding' ? { ...nothing, passage_id: on.passage } : nothing
}
