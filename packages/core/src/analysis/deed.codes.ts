import type { CodeId } from '../shared/ids.ts'
import { analysisLimits } from './analysis.ts'
import { bySibling, mayHang, positionFor, staysAbove, withBelow } from './codebook.ts'
import type { Code, Coding, Workbook } from './coding.ts'
import { codeIn, codeRow, codingRow, memoRow, memosOn, Refusal } from './deed.basics.ts'
import type { AnalysisChange } from './deed.contract.ts'
import type { RowChange } from './patch.ts'

type Of<Kind extends AnalysisChange['kind']> = Extract<AnalysisChange, { kind: Kind }>
type NewCode = Omit<Code, 'position'>

/** Rows for new codes, each behind its siblings; one may hang under another of them that stands in front of it. */
export function addCodes(book: Workbook, added: readonly NewCode[]): RowChange[] {
  const codes = [...book.codes]
  if (codes.length + added.length > analysisLimits.codes) throw new Refusal('too-many')
  return added.map((one) => {
    if (codes.some(({ id }) => id === one.id)) throw new Refusal('taken')
    if (one.parent !== null) codeIn({ codes }, one.parent)
    const code = { ...one, position: positionFor(codes, { parent: one.parent, before: null }) }
    codes.push(code)
    return codeRow(null, code)
  })
}

/** Under another code, or elsewhere among its siblings. */
export function moveCode(book: Workbook, to: Of<'move-code'>): RowChange[] {
  const { code, parent, before } = to
  const moved = codeIn(book, code)
  for (const other of [parent, before]) if (other !== null) codeIn(book, other)
  if (!mayHang(book.codes, code, parent)) throw new Refusal('circle')
  const position = positionFor(book.codes, { parent, before, moved: code })
  const siblings = book.codes.filter((one) => one.parent === parent && one.id !== code)
  // Between two numbers there is at some time no number left: then all siblings are numbered anew.
  const isFull = siblings.some((one) => one.position === position)
  if (!isFull) return [codeRow(moved, { ...moved, parent, position })]
  const ordered = siblings.toSorted(bySibling)
  const at = ordered.findIndex(({ id }) => id === before)
  return ordered.toSpliced(at === -1 ? ordered.length : at, 0, moved).map(({ id }, index) => {
    const was = codeIn(book, id)
    return codeRow(was, { ...was, parent, position: index + 1 })
  })
}

/**
 * A code goes; what hangs under it goes too, or comes one up. Its quotes go to another code, or are no longer coded; two
 * codings that become the same are one.
 */
export function removeCode(book: Workbook, change: Of<'remove-code'>): RowChange[] {
  const code = codeIn(book, change.code)
  const gone = change.children === 'remove' ? withBelow(book.codes, code.id) : new Set([code.id])
  if (change.to !== null) {
    codeIn(book, change.to)
    if (gone.has(change.to)) throw new Refusal('unknown-code')
  }
  const up = book.codes.filter(({ id, parent }) => parent === code.id && !gone.has(id))
  return [
    ...up.map((child) => codeRow(child, { ...child, parent: code.parent })),
    ...leaving(book, gone, change.to),
    ...book.codes.filter(({ id }) => gone.has(id)).map((one) => codeRow(one, null)),
  ]
}

/** Several codes become one: their quotes, their memos and what hangs under them are its own from now on. */
export function mergeCodes(book: Workbook, { from, into }: Of<'merge-codes'>): RowChange[] {
  const kept = codeIn(book, into)
  const gone = new Set(from)
  for (const id of gone) codeIn(book, id)
  if (gone.has(into)) throw new Refusal('circle')
  const parent = staysAbove(book.codes, kept.parent, gone)
  const above = pathUp(book.codes, parent)
  const children = book.codes.filter(
    (one) => one.id !== into && !gone.has(one.id) && one.parent !== null && gone.has(one.parent),
  )
  return [
    codeRow(kept, { ...kept, parent }),
    ...children.map((child) => {
      // What stands above the code that stays cannot hang under it: it comes up instead.
      const under = above.has(child.id) ? staysAbove(book.codes, child.parent, gone) : into
      return codeRow(child, { ...child, parent: under })
    }),
    ...leaving(book, gone, into),
    ...book.codes.filter(({ id }) => gone.has(id)).map((one) => codeRow(one, null)),
  ]
}

function pathUp(codes: readonly Code[], start: CodeId | null): Set<CodeId> {
  const path = new Set<CodeId>()
  for (let up = start; up !== null && !path.has(up); ) {
    path.add(up)
    const at: CodeId = up
    up = codes.find(({ id }) => id === at)?.parent ?? null
  }
  return path
}

/** Some quotes of a code go to new codes beside it. */
export function splitCode(book: Workbook, change: Of<'split-code'>): RowChange[] {
  const code = codeIn(book, change.code)
  const parts = change.parts.map(({ code: part }) => ({ ...part, parent: code.parent }))
  const to = new Map(change.parts.flatMap((part) => part.codings.map((id) => [id, part.code.id] as const)))
  const moved = book.codings.filter(({ id }) => to.has(id))
  if (moved.length !== to.size || moved.some((one) => one.code !== code.id))
    throw new Refusal('unknown-coding')
  return [
    ...addCodes(book, parts),
    ...moved.map((one) => codingRow(one, { ...one, code: to.get(one.id) ?? one.code })),
  ]
}

/** The quotes and memos of codes that go: to another code, or away. */
function leaving(book: Workbook, gone: ReadonlySet<CodeId>, to: CodeId | null): RowChange[] {
  const seen = new Set(book.codings.filter(({ code }) => code === to).map(whatFor))
  const rows = book.codings
    .filter(({ code }) => gone.has(code))
    .map((one): RowChange => {
      const isDouble = seen.has(whatFor(one))
      seen.add(whatFor(one))
      return codingRow(one, to === null || isDouble ? null : { ...one, code: to })
    })
  const lost = new Set(rows.filter(({ after }) => after === null).map(({ id }) => id))
  const onCodes = book.memos.filter(({ on }) => on.kind === 'code' && gone.has(on.code))
  return [
    ...onCodes.map((memo) => memoRow(memo, to === null ? null : { ...memo, on: { kind: 'code', code: to } })),
    ...memosOn(book, lost).map((memo) => memoRow(memo, null)),
    ...rows,
  ]
}

/** Under one code, the same words by the same coder are one coding. */
const whatFor = (one: Coding) => `${one.coder} ${one.passage} ${one.start} ${one.end}`
