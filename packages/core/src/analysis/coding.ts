import type { AnalysisId, CodeId, CodingId, DocumentId, MemberId, MemoId, PassageId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** A code or theme: a word for what is said, with what belongs under it and what does not (domain.md §7.2). */
export type Code = {
  id: CodeId
  /** Under which code it hangs; null at the top. */
  parent: CodeId | null
  name: string
  definition: string
  include: string
  exclude: string
  example: string
  /** `#rrggbb`. Never the only sign: the name stands beside it. */
  colour: string
  /** Order among its siblings; ties go by id. */
  position: number
}

/** Part of a passage under a code. Unicode code points, end exclusive, `start < end`. */
export type Coding = {
  id: CodingId
  passage: PassageId
  document: DocumentId
  start: number
  end: number
  code: CodeId
  coder: MemberId
  at: Instant
  /** Made in a blind round that goes on: nobody but its coder sees it. */
  sealed: boolean
  /** For ordinal or interval agreement; null where nothing was weighed. */
  weight: number | null
}

/** On what a memo is: one code, coding or document, or the analysis as a whole. */
export type MemoOn =
  | { kind: 'analysis' }
  | { kind: 'document'; document: DocumentId }
  | { kind: 'code'; code: CodeId }
  | { kind: 'coding'; coding: CodingId; passage: PassageId }

/** A thought of an analyst, kept with what it is about. */
export type Memo = {
  id: MemoId
  on: MemoOn
  author: MemberId
  title: string
  body: string
  at: Instant
  /** On a coding of a blind round: its author's alone until that is over. */
  sealed: boolean
  /** Whether who works along reads it; else its author alone. */
  shared: boolean
}

/** Everything analysts make in an analysis, as data. Rows are found by their id. */
export type Workbook = { codes: readonly Code[]; codings: readonly Coding[]; memos: readonly Memo[] }

/** Which analysis and who. */
export type Analyst = { analysis: AnalysisId; member: MemberId }

/** The colours that a new code gets in turn; dark enough to stand as text on white (contrast ≥ 4.5). */
export const codeColours = [
  '#1f6f5c',
  '#8a3d1e',
  '#2d5aa0',
  '#7a3b8f',
  '#5c6b12',
  '#a02d4a',
  '#3f5560',
  '#8a6100',
] as const
