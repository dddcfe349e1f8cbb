import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import { type RefObject, useDeferredValue, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { CodePanel } from './CodePanel.tsx'
import type { CodeOption } from './code-choice.ts'
import { looksOf } from './code-look.ts'
import { codePickerText } from './code-picker.text.ts'
import { codeLines } from './code-tree.ts'
import { deskReducer, emptyDesk } from './coding-desk.ts'
import { PickedPicker } from './coding-later.tsx'
import { DocumentCard } from './DocumentCard.tsx'
import { DocumentHead } from './DocumentHead.tsx'
import { wordsOf } from './picked-words.ts'
import { showPassage } from './text-place.ts'
import { useActs } from './use-acts.ts'
import { useDocument } from './use-document.ts'
import { giver } from './use-give.ts'
import { useUndoKeys } from './use-undo-keys.ts'
import type { Coding } from './workbook-cache.ts'

type Props = { analysis: Analysis; document: string; passage: string | undefined }

/** The words on the left, the codes on the right, and what goes from one to the other. */
export function Workbench({ analysis, document, passage }: Props) {
  const text = useText(codePickerText)
  const [desk, dispatch] = useReducer(deskReducer, emptyDesk)
  const [said, say] = useState('')
  const card = useRef<HTMLElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const acts = useActs(analysis.id)
  const found = useDocument(analysis.id, document)
  const lines = useMemo(() => codeLines(analysis.codes), [analysis.codes])
  const looks = useLooks(lines)
  useUndoKeys(acts)
  useShown(card, passage, found.passages.length)
  const coding = useCoding(found, desk.coding)
  const { give, recode } = giver(acts, analysis.codes)

  function handlePick(option: CodeOption) {
    const name = option.kind === 'new' ? option.name : option.line.code.name
    if (desk.choosing?.for === 'coding') {
      if (coding !== undefined) dispatch({ type: 'coded', code: recode(option, coding) })
    } else if (desk.picked.length > 0) {
      say(text.coded(wordsOf(found.passages, desk.picked), name))
      dispatch({ type: 'coded', code: give(option, desk.picked) })
    }
    giveFocusBack()
  }

  function giveFocusBack() {
    const to = desk.caret === null ? card.current : bar.current
    to?.focus({ preventScroll: true })
  }

  return (
    <div className="wk-bench">
      <DocumentCard
        analysis={analysis.id}
        {...{ found, looks, desk, dispatch, say, card, bar }}
        onUndo={() => void acts.undo()}
        onRedo={() => void acts.redo()}
        head={<DocumentHead analysis={analysis} document={document} />}
        picker={
          <PickedPicker
            {...{ desk, lines, card }}
            passages={found.passages}
            onAdjust={(picked) => dispatch({ type: 'picked', picked, by: desk.by })}
            onPick={handlePick}
            onClose={() => {
              dispatch({ type: 'put-away' })
              giveFocusBack()
            }}
          />
        }
      />
      <CodePanel
        {...{ analysis, document, lines, desk, dispatch, acts, coding }}
        passages={found.passages}
        onGive={handlePick}
      />
      <p className="wk-sr-only" role="status">
        {said}
      </p>
    </div>
  )
}

/** How codes look in the text: drawn anew only when that changed, and then in slices, so that typing never waits for it. */
function useLooks(lines: ReturnType<typeof codeLines>) {
  const last = useRef<ReturnType<typeof looksOf>>(undefined)
  const looks = useMemo(() => looksOf(lines, last.current), [lines])
  useEffect(() => {
    last.current = looks
  }, [looks])
  return useDeferredValue(looks)
}

function useCoding({ query }: ReturnType<typeof useDocument>, id: string | null): Coding | undefined {
  const { data } = query
  return useMemo(
    () =>
      id === null ? undefined : data?.pages.flatMap(({ codings }) => codings).find((one) => one.id === id),
    [data, id],
  )
}

/** Comes at the words that an address names as soon as they are there, once. */
function useShown(card: RefObject<Element | null>, passage: string | undefined, loaded: number): void {
  const shown = useRef<string>(undefined)
  useEffect(() => {
    if (passage === undefined || loaded === 0 || shown.current === passage) return
    if (showPassage(card.current, passage)) shown.current = passage
  }, [card, passage, loaded])
}
