/** Analysts at work, for tests: changes drawn from what stands in the workbook at that moment. */
import type { CodeId, CodingId, DocumentId, MemberId, MemoId, PassageId } from '../shared/ids.ts'
import type { Workbook } from './coding.ts'
import type { DeedBy } from './deed.basics.ts'
import type { AnalysisChange } from './deed.contract.ts'

/** A choice out of so many; the source of chance is the test's. */
export type Choose = (below: number) => number

const passage = 'passage-1' as PassageId
const document = 'document-1' as DocumentId
const length = 40

export const nora = 'member-nora' as MemberId
export const bram = 'member-bram' as MemberId

/** Someone at work on one passage of forty code points. */
export function analyst(member: MemberId, more: Partial<DeedBy> = {}): DeedBy {
  return {
    ...{ member, at: '2026-06-01T10:00:00.000Z', sealed: new Set<DocumentId>() },
    ...{ passages: new Map([[passage, { document, length }]]), documents: new Set([document]) },
    ...more,
  }
}

/** A new code; only its name differs. */
export function newCode(id: string, parent: string | null = null) {
  return {
    ...{ id: id as CodeId, parent: parent as CodeId | null, name: `Code ${id}`, colour: '#1f6f5c' },
    ...{ definition: '', include: '', exclude: '', example: '' },
  }
}

/** A new coding of some code points of the passage. */
export function newCoding(id: string, code: string, [start, end]: readonly [number, number] = [0, 5]) {
  return { id: id as CodingId, passage, code: code as CodeId, start, end, weight: null }
}

/** Some change, allowed or not. `fresh` makes identifiers that are not there yet. */
export function someChange(book: Workbook, choose: Choose, fresh: () => string): AnalysisChange {
  const one = <Of>(list: readonly Of[]): Of | undefined => list[choose(Math.max(1, list.length))]
  const of: Drawn = {
    code: one(book.codes)?.id ?? ('nothing' as CodeId),
    other: one(book.codes)?.id ?? null,
    coding: one(book.codings)?.id ?? ('nothing' as CodingId),
    memo: one(book.memos)?.id ?? ('nothing' as MemoId),
    start: choose(length),
    isEven: choose(2) === 0,
    fresh,
  }
  const kinds = [...ofCodes(book, of), ...ofCodings(of), ...ofMemos(of)]
  const change = kinds[choose(kinds.length)]
  if (change === undefined) throw new Error('A choice below its bound')
  return change
}

type Drawn = {
  code: CodeId
  other: CodeId | null
  coding: CodingId
  memo: MemoId
  start: number
  isEven: boolean
  fresh: () => string
}

function ofCodes(book: Workbook, { code, other, isEven, start, fresh }: Drawn): AnalysisChange[] {
  const codings = book.codings.filter((row) => row.code === code).map(({ id }) => id)
  return [
    { kind: 'add-codes', codes: [newCode(fresh(), isEven ? other : null)] },
    { kind: 'describe-code', code, set: { name: `Anders ${start}` } },
    { kind: 'move-code', code, parent: isEven ? other : null, before: isEven ? null : other },
    { kind: 'remove-code', code, to: other === code ? null : other, children: isEven ? 'up' : 'remove' },
    { kind: 'merge-codes', from: [code], into: other ?? code },
    { kind: 'split-code', code, parts: [{ code: newCode(fresh()), codings: isEven ? codings : [] }] },
  ]
}

function ofCodings({ code, coding, start, fresh }: Drawn): AnalysisChange[] {
  const add = (): AnalysisChange => ({
    kind: 'add-codings',
    codings: [newCoding(fresh(), code, [start, start + 1])],
  })
  return [
    add(),
    add(),
    { kind: 'change-coding', coding, code, start, end: start + 1, weight: 2 },
    { kind: 'remove-codings', codings: [coding] },
  ]
}

function ofMemos({ code, coding, memo, fresh }: Drawn): AnalysisChange[] {
  const text = { title: '', body: 'Let op.' }
  return [
    { kind: 'add-memo', id: fresh() as MemoId, on: { kind: 'coding', coding, passage }, ...text },
    { kind: 'add-memo', id: fresh() as MemoId, on: { kind: 'code', code }, ...text },
    { kind: 'remove-memo', memo },
  ]
}
