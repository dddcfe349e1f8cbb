import { codePointLength } from './code-points.ts'
import { type CaretStep, moveCaret, type SelectablePassage, type TextPlace, unitAt } from './selection.ts'

/** Where somebody who codes by keyboard stands, and from where she selects. The same place: nothing is selected. */
export type Caret<Id extends string> = { readonly anchor: TextPlace<Id>; readonly head: TextPlace<Id> }

export type CaretMove = {
  by: CaretStep | 'passage' | 'edge'
  back: boolean
  /** Keeps the anchor, so that what lies between is selected. */
  extend: boolean
}

/** A caret that stands at one place. */
export function caretAt<Id extends string>(place: TextPlace<Id>): Caret<Id> {
  return { anchor: place, head: place }
}

/** Whether anything lies between anchor and head. */
export function isSelecting<Id extends string>({ anchor, head }: Caret<Id>): boolean {
  return anchor.passage !== head.passage || anchor.at !== head.at
}

/**
 * The caret after one move. By sign, word or sentence it goes on in the next passage at the end of one; `passage` goes to the
 * begin of the next or this one, `edge` to the begin or end of this one. At the ends of the document it stays. When its
 * passage is gone it begins anew at the first; a document without words gives undefined.
 */
export function movedCaret<Id extends string>(
  passages: readonly SelectablePassage<Id>[],
  caret: Caret<Id>,
  move: CaretMove,
): Caret<Id> | undefined {
  const [first] = passages
  if (first === undefined) return undefined
  const index = passages.findIndex(({ id }) => id === caret.head.passage)
  const here = passages[index]
  if (here === undefined) return caretAt({ passage: first.id, at: 0 })
  const head = movedHead(
    { before: passages[index - 1], here, after: passages[index + 1] },
    caret.head.at,
    move,
  )
  return move.extend ? { anchor: caret.anchor, head } : caretAt(head)
}

type Around<Id extends string> = {
  before: SelectablePassage<Id> | undefined
  here: SelectablePassage<Id>
  after: SelectablePassage<Id> | undefined
}

function movedHead<Id extends string>(
  { before, here, after }: Around<Id>,
  at: number,
  { by, back }: CaretMove,
): TextPlace<Id> {
  const length = codePointLength(here.body)
  if (by === 'edge') return { passage: here.id, at: back ? 0 : length }
  if (by === 'passage') {
    if (back && (at > 0 || before === undefined)) return { passage: here.id, at: 0 }
    const to = back ? before : after
    return to === undefined ? { passage: here.id, at: length } : { passage: to.id, at: 0 }
  }
  const next = moveCaret(here.body, at, { by, back })
  if (next !== at) return { passage: here.id, at: next }
  const neighbour = back ? before : after
  if (neighbour === undefined) return { passage: here.id, at }
  return { passage: neighbour.id, at: back ? codePointLength(neighbour.body) : 0 }
}

/** The span that a caret without selection points at: the word or sentence at its head. Undefined between words. */
export function unitUnder<Id extends string>(
  passages: readonly SelectablePassage<Id>[],
  head: TextPlace<Id>,
  unit: 'word' | 'sentence',
): { passage: Id; start: number; end: number } | undefined {
  const passage = passages.find(({ id }) => id === head.passage)
  const span = passage === undefined ? undefined : unitAt(passage.body, head.at, unit)
  return span === undefined ? undefined : { passage: head.passage, ...span }
}
