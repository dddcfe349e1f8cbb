import type { CodeId, DocumentId, MemberId, PassageId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { Code, Coding, Memo, Workbook } from './coding.ts'
import type { RowChange } from './patch.ts'

/** Why a change cannot be made; `blind-round` while codings are sealed and codes must stay as they are. */
export type DeedRefusal =
  | 'unknown-code'
  | 'unknown-coding'
  | 'unknown-passage'
  | 'unknown-memo'
  | 'unknown-document'
  | 'unknown-decision'
  | 'outside-text'
  | 'circle'
  | 'taken'
  | 'not-own'
  | 'blind-round'
  | 'too-many'

/** Where a passage stands, and how many code points it has. */
export type PassageFacts = { document: DocumentId; length: number }

/** What coders came to about one place where they differed; code points, end exclusive. */
export type SettledPlace = {
  passage: PassageId
  start: number
  end: number
  codes: readonly CodeId[]
  coders: readonly MemberId[]
}

/** Whose change, when, and what it may touch. */
export type DeedBy = {
  member: MemberId
  at: Instant
  /** Documents of a blind round that goes on. */
  sealed: ReadonlySet<DocumentId>
  /** The passages and documents that the change speaks of, as far as they are there. */
  passages: ReadonlyMap<PassageId, PassageFacts>
  documents: ReadonlySet<DocumentId>
  /** What was decided about the place that the change takes over. */
  place?: SettledPlace | undefined
}

/** Thrown inside this room only: `patchOf` turns it into a verdict. */
export class Refusal extends Error {
  readonly reason: DeedRefusal

  constructor(reason: DeedRefusal) {
    super(reason)
    this.reason = reason
  }
}

/** The code of this identifier; refuses when there is none. */
export function codeIn(book: Pick<Workbook, 'codes'>, id: CodeId): Code {
  const code = book.codes.find((one) => one.id === id)
  if (code === undefined) throw new Refusal('unknown-code')
  return code
}

/** A row that a change touches: what was there, and what is there after it. */
export function codeRow(before: Code | null, after: Code | null): RowChange {
  return { row: 'code', id: before?.id ?? after?.id ?? '', before, after }
}

export function codingRow(before: Coding | null, after: Coding | null): RowChange {
  return { row: 'coding', id: before?.id ?? after?.id ?? '', before, after }
}

export function memoRow(before: Memo | null, after: Memo | null): RowChange {
  return { row: 'memo', id: before?.id ?? after?.id ?? '', before, after }
}

/** The memos on some codings: they go where these go. */
export function memosOn(book: Workbook, codings: ReadonlySet<string>): Memo[] {
  return book.memos.filter(({ on }) => on.kind === 'coding' && codings.has(on.coding))
}
