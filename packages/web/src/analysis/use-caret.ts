import type { Passage } from '@weerklank/core/analysis/analysis.contract'
import {
  type Caret,
  type CaretMove,
  caretAt,
  isSelecting,
  movedCaret,
  unitUnder,
} from '@weerklank/core/analysis/caret'
import { sliceSpan } from '@weerklank/core/analysis/code-points'
import { selectionOf } from '@weerklank/core/analysis/selection'
import { type Dispatch, type KeyboardEvent, useEffect } from 'react'
import { useText } from '../language/use-text.ts'
import { caretKey } from './caret-keys.ts'
import { codingText } from './coding.text.ts'
import type { Desk, DeskAction } from './coding-desk.ts'
import { wordsOf } from './picked-words.ts'

type Props = {
  desk: Desk
  dispatch: Dispatch<DeskAction>
  passages: readonly Passage[]
  /** Says something to whoever hears the screen. */
  say: (words: string) => void
}

/** Choosing words by keyboard: answers what to do with a key, and keeps the caret in sight. */
export function useCaret({ desk, dispatch, passages, say }: Props) {
  const text = useText(codingText)
  const { caret } = desk
  useEffect(() => {
    if (caret !== null) document.querySelector('.wk-caret')?.scrollIntoView({ block: 'nearest' })
  }, [caret])

  function begin() {
    const [first] = passages
    if (first === undefined) return
    const place = desk.picked.at(-1)
    const head =
      place === undefined ? { passage: first.id, at: 0 } : { passage: place.passage, at: place.end }
    dispatch({ type: 'caret-at', place: head })
    say(text.caretOn)
  }

  function move(from: Caret<string>, how: CaretMove) {
    const next = movedCaret<string>(passages, from, how)
    if (next === undefined) return
    const verdict = isSelecting(next) ? selectionOf<string>(passages, next.anchor, next.head) : undefined
    const picked = verdict?.allowed === true ? verdict.picked : []
    dispatch({ type: 'caret', caret: next, picked })
    say(picked.length > 0 ? text.selected(wordsOf(passages, picked)) : heard(next, how))
  }

  /** What stands at the caret, and whose it is when that changed. */
  function heard({ head }: Caret<string>, { by }: CaretMove): string {
    const passage = passages.find(({ id }) => id === head.passage)
    const unit = unitUnder<string>(passages, head, by === 'word' || by === 'sign' ? 'word' : 'sentence')
    const words = passage === undefined || unit === undefined ? '' : sliceSpan(passage.body, unit)
    const isOther = head.passage !== caret?.head.passage && passage !== undefined && passage.speaker !== ''
    return isOther ? `${text.spokenBy(passage.speaker)} ${words}` : words
  }

  function handleKey(event: KeyboardEvent) {
    if (desk.choosing !== null && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      return dispatch({ type: 'choosing', choosing: { for: 'words' }, typed: event.key })
    }
    const key = caretKey(event)
    if (key === undefined || caret === null) return
    event.preventDefault()
    if (key.does === 'move') return move(caret, key.move)
    if (key.does === 'leave')
      return desk.picked.length > 0 ? unselect(caret) : dispatch({ type: 'caret-off' })
    if (desk.picked.length === 0) return say(text.nothingSelected)
    dispatch({ type: 'choosing', choosing: { for: 'words' }, typed: key.typed })
  }

  function unselect({ head }: Caret<string>) {
    dispatch({ type: 'caret', caret: caretAt(head), picked: [] })
  }

  return { begin, handleKey }
}
