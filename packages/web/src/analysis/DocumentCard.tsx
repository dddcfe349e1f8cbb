import './coding.css'
import type { Passage } from '@weerklank/core/analysis/analysis.contract'
import { type Dispatch, type ReactNode, type RefObject, useRef } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { CaretBar } from './CaretBar.tsx'
import type { CodeLooks } from './code-look.ts'
import { codePickerText } from './code-picker.text.ts'
import { codingText } from './coding.text.ts'
import type { Desk, DeskAction } from './coding-desk.ts'
import { DocumentText } from './DocumentText.tsx'
import { SaveSign } from './SaveSign.tsx'
import { useCaret } from './use-caret.ts'
import type { useDocument } from './use-document.ts'
import { usePicking } from './use-picking.ts'

type Props = {
  analysis: string
  found: ReturnType<typeof useDocument>
  looks: CodeLooks
  desk: Desk
  dispatch: Dispatch<DeskAction>
  say: (words: string) => void
  onUndo: () => void
  onRedo: () => void
  card: RefObject<HTMLElement | null>
  bar: RefObject<HTMLDivElement | null>
  /** Which text, and the way to others. */
  head: ReactNode
  /** What asks for a code. */
  picker: ReactNode
}

/** The words of one text, in which one chooses some and gives them a code. */
export function DocumentCard({ found, desk, dispatch, say, head, picker, ...props }: Props) {
  const text = useText(codingText)
  const root = useRef<HTMLDivElement>(null)
  const { query, passages } = found
  const picking = usePicking({ desk, dispatch, passages, root })
  const caret = useCaret({ desk, dispatch, passages, say })
  return (
    <article className="wk-coding" ref={props.card} tabIndex={-1}>
      {head}
      <div className="wk-coding__tools wk-no-print">
        {passages.length > 0 && (
          <CaretBar
            isOn={desk.caret !== null}
            bar={props.bar}
            onBegin={caret.begin}
            onKey={caret.handleKey}
          />
        )}
        <SaveSign analysis={props.analysis} />
        <Button variant="quiet" icon="return" onClick={props.onUndo}>
          {text.undo}
        </Button>
        <Button variant="quiet" onClick={props.onRedo}>
          {text.redo}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears presses on the brackets in it, which are buttons */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard one chooses words with the bar above */}
      <div ref={root} onPointerDown={picking.handlePointerDown} onClick={picking.handleClick}>
        {query.data !== undefined && (
          <DocumentText
            pages={query.data}
            looks={props.looks}
            picked={desk.picked}
            caret={desk.caret}
            chosen={desk.coding}
          />
        )}
      </div>
      <Ending found={found} passages={passages} />
      {picking.offered && <GiveBar onGive={() => picking.takeSelection('touch')} />}
      {picker}
    </article>
  )
}

function GiveBar({ onGive }: { onGive: () => void }) {
  const text = useText(codePickerText)
  return (
    <div className="wk-give-bar wk-no-print">
      <Button variant="primary" onClick={onGive}>
        {text.give}
      </Button>
    </div>
  )
}

type EndingProps = { found: ReturnType<typeof useDocument>; passages: readonly Passage[] }

/** That more is coming, that it did not come, or that there are no words. */
function Ending({ found: { query }, passages }: EndingProps) {
  const text = useText(codingText)
  if (query.isFetchNextPageError) {
    return (
      <div className="wk-coding__end" role="alert">
        <p>{text.loadFailed}</p>
        <Button onClick={() => void query.fetchNextPage()}>{text.again}</Button>
      </div>
    )
  }
  if (query.hasNextPage) return <p className="wk-coding__end wk-muted">{text.more}</p>
  if (query.data !== undefined && passages.length === 0) {
    return <p className="wk-coding__end wk-muted">{text.documentEmpty}</p>
  }
  return null
}
