import { assertNever } from '../shared/assert-never.ts'
import type { CodingId } from '../shared/ids.ts'
import { analysisLimits } from './analysis.ts'
import type { Memo, Workbook } from './coding.ts'
import { codeIn, codeRow, type DeedBy, type DeedRefusal, memoRow, Refusal } from './deed.basics.ts'
import { addCodes, mergeCodes, moveCode, removeCode, splitCode } from './deed.codes.ts'
import { addCodings, changeCoding, removeCodings } from './deed.codings.ts'
import type { AnalysisChange } from './deed.contract.ts'
import { settleCodings } from './deed.settle.ts'
import type { Patch, RowChange } from './patch.ts'

export type { DeedBy, DeedRefusal } from './deed.basics.ts'

export type Planned = { allowed: true; patch: Patch } | { allowed: false; reason: DeedRefusal }

/**
 * What a change comes to, row by row: the rows before and after. `book` holds all codes, and every coding and memo that the
 * change can touch. What is one's own may be changed by oneself alone; merging, splitting and removing codes takes along
 * everybody's, and therefore waits for the end of a blind round.
 */
export function patchOf(book: Workbook, change: AnalysisChange, by: DeedBy): Planned {
  try {
    const patch = rowsOf(book, change, by).filter(({ before, after }) => !isSame(before, after))
    if (patch.length > analysisLimits.deed) throw new Refusal('too-many')
    return { allowed: true, patch }
  } catch (error) {
    if (error instanceof Refusal) return { allowed: false, reason: error.reason }
    throw error
  }
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function rowsOf(book: Workbook, change: AnalysisChange, by: DeedBy): RowChange[] {
  switch (change.kind) {
    case 'add-codes':
      return addCodes(book, change.codes)
    case 'describe-code': {
      const before = codeIn(book, change.code)
      return [codeRow(before, { ...before, ...definedOf(change.set) })]
    }
    case 'move-code':
      return moveCode(book, change)
    case 'remove-code':
      return afterRound(by, () => removeCode(book, change))
    case 'merge-codes':
      return afterRound(by, () => mergeCodes(book, change))
    case 'split-code':
      return afterRound(by, () => splitCode(book, change))
    case 'add-codings':
      return addCodings(book, change.codings, by)
    case 'change-coding':
      return changeCoding(book, change, by)
    case 'remove-codings':
      return removeCodings(book, change.codings, by)
    case 'take-decision':
      return afterRound(by, () => settled(book, change.ids, by))
    case 'add-memo':
      return [addMemo(book, change, by)]
    case 'change-memo': {
      const before = ownMemo(book, change.memo, by)
      const { title, body, shared = before.shared } = change
      return [memoRow(before, { ...before, title, body, shared })]
    }
    case 'remove-memo':
      return [memoRow(ownMemo(book, change.memo, by), null)]
    default:
      return assertNever(change)
  }
}

function settled(book: Workbook, ids: readonly CodingId[], by: DeedBy): RowChange[] {
  if (by.place === undefined) throw new Refusal('unknown-decision')
  return settleCodings(book, ids, { by, place: by.place })
}

/** What touches the codings of others waits until all are open. */
function afterRound({ sealed }: DeedBy, rows: () => RowChange[]): RowChange[] {
  if (sealed.size > 0) throw new Refusal('blind-round')
  return rows()
}

/** Only what was said: a field that is left out stays as it is. */
function definedOf(set: Extract<AnalysisChange, { kind: 'describe-code' }>['set']) {
  const { name, definition, include, exclude, example, colour } = set
  return {
    ...(name !== undefined && { name }),
    ...(definition !== undefined && { definition }),
    ...(include !== undefined && { include }),
    ...(exclude !== undefined && { exclude }),
    ...(example !== undefined && { example }),
    ...(colour !== undefined && { colour }),
  }
}

function addMemo(book: Workbook, memo: Extract<AnalysisChange, { kind: 'add-memo' }>, by: DeedBy): RowChange {
  const { id, on, title, body, shared = false } = memo
  if (book.memos.some((one) => one.id === id)) throw new Refusal('taken')
  const coding = on.kind === 'coding' ? book.codings.find((one) => one.id === on.coding) : undefined
  if (on.kind === 'coding' && (coding === undefined || coding.passage !== on.passage)) {
    throw new Refusal('unknown-coding')
  }
  if (on.kind === 'code') codeIn(book, on.code)
  if (on.kind === 'document' && !by.documents.has(on.document)) throw new Refusal('unknown-document')
  return memoRow(null, {
    ...{ id, on, title, body, author: by.member, at: by.at },
    ...{ sealed: coding?.sealed === true, shared },
  })
}

function ownMemo(book: Workbook, id: Memo['id'], by: DeedBy): Memo {
  const memo = book.memos.find((one) => one.id === id)
  if (memo === undefined) throw new Refusal('unknown-memo')
  if (memo.author !== by.member) throw new Refusal('not-own')
  return memo
}
