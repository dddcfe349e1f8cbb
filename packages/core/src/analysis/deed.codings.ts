import type { CodingId } from '../shared/ids.ts'
import type { Coding, Workbook } from './coding.ts'
import { codeIn, codingRow, type DeedBy, memoRow, memosOn, Refusal } from './deed.basics.ts'
import type { AnalysisChange } from './deed.contract.ts'
import type { RowChange } from './patch.ts'

type Selected = Pick<Coding, 'passage' | 'start' | 'end' | 'code' | 'weight'>

/** Rows for new codings: in a text that is there, not beyond its end, and never of nothing. */
export function addCodings(
  book: Workbook,
  added: Extract<AnalysisChange, { kind: 'add-codings' }>['codings'],
  by: DeedBy,
): RowChange[] {
  const taken = new Set(book.codings.map(({ id }) => id))
  return added.map((one) => {
    if (taken.has(one.id)) throw new Refusal('taken')
    taken.add(one.id)
    return codingRow(null, codingOf(book, one, by))
  })
}

function codingOf(book: Workbook, one: Selected & { id: CodingId }, by: DeedBy): Coding {
  const { document } = selected(book, one, by)
  const { id, passage, start, end, code, weight } = one
  return {
    ...{ id, passage, document, start, end, code, weight },
    ...{ coder: by.member, at: by.at, sealed: by.sealed.has(document) },
  }
}

function selected(book: Workbook, { passage, start, end, code }: Selected, by: DeedBy) {
  codeIn(book, code)
  const facts = by.passages.get(passage)
  if (facts === undefined) throw new Refusal('unknown-passage')
  if (start < 0 || end <= start || end > facts.length) throw new Refusal('outside-text')
  return facts
}

/** One's own coding, drawn otherwise or under another code. */
export function changeCoding(
  book: Workbook,
  to: Extract<AnalysisChange, { kind: 'change-coding' }>,
  by: DeedBy,
): RowChange[] {
  return ownCodings(book, [to.coding], by).map((before) => {
    const { start, end, code, weight } = to
    selected(book, { passage: before.passage, start, end, code, weight }, by)
    return codingRow(before, { ...before, start, end, code, weight })
  })
}

/** One's own codings, and the memos on them. */
export function removeCodings(book: Workbook, ids: readonly CodingId[], by: DeedBy): RowChange[] {
  const codings = ownCodings(book, ids, by)
  const memos = memosOn(book, new Set(ids))
  return [...memos.map((memo) => memoRow(memo, null)), ...codings.map((coding) => codingRow(coding, null))]
}

function ownCodings(book: Workbook, ids: readonly CodingId[], by: DeedBy): Coding[] {
  const known = new Map(book.codings.map((one) => [one.id, one]))
  return [...new Set(ids)].map((id) => {
    const coding = known.get(id)
    if (coding === undefined) throw new Refusal('unknown-coding')
    if (coding.coder !== by.member) throw new Refusal('not-own')
    return coding
  })
}
