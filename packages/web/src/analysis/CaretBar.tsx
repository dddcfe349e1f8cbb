import { type KeyboardEvent, type RefObject, useEffect, useId } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { codingText } from './coding.text.ts'

type Props = {
  isOn: boolean
  bar: RefObject<HTMLDivElement | null>
  onBegin: () => void
  onKey: (event: KeyboardEvent) => void
}

/** Where the keyboard works while words are chosen with it: it has the focus, the caret moves in the text. */
export function CaretBar({ isOn, bar, onBegin, onKey }: Props) {
  const text = useText(codingText)
  const id = useId()
  useEffect(() => {
    if (isOn) bar.current?.focus({ preventScroll: true })
  }, [isOn, bar])
  if (!isOn) {
    return (
      <Button variant="quiet" icon="pencil" className="wk-caret-begin" onClick={onBegin}>
        {text.keyboard}
      </Button>
    )
  }
  return (
    <div
      ref={bar}
      className="wk-caret-bar"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys, so it has to take the focus
      tabIndex={0}
      aria-label={text.keyboard}
      aria-describedby={id}
      onKeyDown={onKey}
    >
      <span aria-hidden="true">{text.keyboardShort}</span>
      <span id={id} className="wk-sr-only">
        {text.keyboardHelp}
      </span>
    </div>
  )
}
