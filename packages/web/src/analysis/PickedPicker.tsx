import type { Passage } from '@weerklank/core/analysis/analysis.contract'
import { codePointLength } from '@weerklank/core/analysis/code-points'
import { type Adjusting, adjustedSpan } from '@weerklank/core/analysis/selection'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useText } from '../language/use-text.ts'
import { AdjustEnds } from './AdjustEnds.tsx'
import { CodePicker } from './CodePicker.tsx'
import type { CodeOption } from './code-choice.ts'
import { codePickerText } from './code-picker.text.ts'
import type { CodeLine } from './code-tree.ts'
import type { Desk } from './coding-desk.ts'
import { wordsOf } from './picked-words.ts'

type Props = {
  desk: Desk
  lines: readonly CodeLine[]
  passages: readonly Passage[]
  /** What the picker stands in, and in which the words are. */
  card: RefObject<HTMLElement | null>
  onAdjust: (picked: Desk['picked']) => void
  onPick: (option: CodeOption) => void
  onClose: () => void
}

/** Asks for a code beside the words that get it; on a phone in a sheet below them. */
export function PickedPicker({ desk, lines, passages, card, onAdjust, onPick, onClose }: Props) {
  const text = useText(codePickerText)
  const frame = useRef<HTMLDivElement>(null)
  const { choosing, picked } = desk
  useLayoutEffect(() => {
    if (choosing !== null && picked !== null) placeBeside(frame.current, card.current, choosing)
  }, [choosing, picked, card])
  if (choosing === null) return null
  const forWords = choosing.for === 'words'
  return (
    <div ref={frame} className="wk-picker-place wk-no-print">
      <CodePicker
        key={forWords ? 'words' : choosing.coding}
        lines={lines}
        title={forWords ? text.forWords : text.forCoding}
        typed={choosing.typed}
        takesFocus={desk.by !== 'touch' || !forWords}
        onPick={onPick}
        onClose={onClose}
      >
        {forWords && (
          <>
            <blockquote className="wk-code-picker__words">{wordsOf(passages, picked)}</blockquote>
            {picked.length > 1 && <p className="wk-small">{text.passages(picked.length)}</p>}
            <AdjustEnds onAdjust={(how) => onAdjust(adjusted(passages, picked, how))} />
          </>
        )}
      </CodePicker>
    </div>
  )
}

/** The begin belongs to the first passage, the end to the last. */
function adjusted(passages: readonly Passage[], picked: Desk['picked'], how: Adjusting): Desk['picked'] {
  const which = how.edge === 'start' ? 0 : picked.length - 1
  return picked.map((span, at) => {
    const body = passages.find(({ id }) => id === span.passage)?.body
    if (at !== which || body === undefined || codePointLength(body) === 0) return span
    return { ...span, ...adjustedSpan(body, span, how) }
  })
}

function placeBeside(frame: HTMLElement | null, card: HTMLElement | null, choosing: Desk['choosing']): void {
  if (frame === null || card === null || choosing === null) return
  const marked =
    choosing.for === 'words'
      ? [...card.querySelectorAll('.wk-mark--picked')].at(-1)
      : card.querySelector(`[data-coding="${CSS.escape(choosing.coding)}"]`)
  if (marked === null || marked === undefined) return
  marked.scrollIntoView({ block: 'nearest' })
  const [around, place] = [card.getBoundingClientRect(), marked.getBoundingClientRect()]
  const room = around.width - 360
  frame.style.setProperty('--wk-picker-top', `${place.bottom - around.top + 10}px`)
  frame.style.setProperty('--wk-picker-start', `${Math.max(8, Math.min(place.left - around.left, room))}px`)
}
