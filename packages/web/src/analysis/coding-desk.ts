import { type Caret, caretAt } from '@weerklank/core/analysis/caret'
import type { PickedSpan, TextPlace } from '@weerklank/core/analysis/selection'
import type { Dispatch } from 'react'

/** What asks for a code: words that were selected, or a coding that gets another. */
export type Choosing = { for: 'words' } | { for: 'coding'; coding: string }

/** What an analyst has at hand: selected words, the caret of who works by keyboard, a code or coding she looks at. */
export type Desk = {
  picked: readonly PickedSpan<string>[]
  /** A code is being chosen; what was typed to begin with. */
  choosing: (Choosing & { typed: string }) | null
  /** Where the words were selected: there the focus goes back to. */
  by: 'mouse' | 'touch' | 'keys'
  /** Null: not working by keyboard. */
  caret: Caret<string> | null
  coding: string | null
  code: string | null
}

export const emptyDesk: Desk = {
  ...{ picked: [], choosing: null, by: 'mouse', caret: null, coding: null, code: null },
}

export type DeskAction =
  | { type: 'picked'; picked: Desk['picked']; by: Desk['by'] }
  | { type: 'choosing'; choosing: Choosing; typed?: string }
  | { type: 'put-away' }
  | { type: 'caret'; caret: Caret<string>; picked: Desk['picked'] }
  | { type: 'caret-off' }
  | { type: 'caret-at'; place: TextPlace<string> }
  | { type: 'coding'; coding: string | null }
  | { type: 'code'; code: string | null }
  | { type: 'coded'; code: string }

export type DeskDispatch = Dispatch<DeskAction>

export function deskReducer(desk: Desk, action: DeskAction): Desk {
  switch (action.type) {
    case 'picked': {
      const { picked, by } = action
      const caret = desk.caret === null ? null : caretAfter(picked, desk.caret)
      return { ...desk, picked, by, caret, coding: null, choosing: { for: 'words', typed: '' } }
    }
    case 'choosing': {
      if (action.choosing.for === 'words' && desk.picked.length === 0) return desk
      // Who types fast is ahead of the field that appears: nothing of it is lost.
      const before = desk.choosing?.for === 'words' ? desk.choosing.typed : ''
      return { ...desk, choosing: { ...action.choosing, typed: before + (action.typed ?? '') } }
    }
    // Words selected by keyboard stay selected: a second thought about the code is none about the words.
    case 'put-away':
      return { ...desk, choosing: null, picked: desk.by === 'keys' ? desk.picked : [] }
    case 'caret':
      return { ...desk, caret: action.caret, picked: action.picked, by: 'keys', choosing: null, coding: null }
    case 'caret-off':
      return { ...desk, caret: null, picked: desk.by === 'keys' ? [] : desk.picked }
    case 'caret-at':
      return { ...desk, caret: caretAt(action.place), picked: [], choosing: null }
    case 'coding':
      return { ...desk, coding: action.coding, choosing: null, picked: [] }
    case 'code':
      return { ...desk, code: action.code, coding: null }
    case 'coded': {
      const caret = desk.caret === null ? null : caretAt(desk.caret.head)
      return { ...desk, picked: [], choosing: null, caret, code: action.code }
    }
  }
}

function caretAfter(picked: Desk['picked'], caret: Caret<string>): Caret<string> {
  const last = picked.at(-1)
  return last === undefined ? caret : caretAt({ passage: last.passage, at: last.end })
}
