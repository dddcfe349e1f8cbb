import './code-panel.css'
import type { Analysis, Passage } from '@weerklank/core/analysis/analysis.contract'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { TextButton } from '../ui/TextButton.tsx'
import { CodeDetail } from './CodeDetail.tsx'
import { CodeForm } from './CodeForm.tsx'
import { CodeTree } from './CodeTree.tsx'
import { CodingDetail } from './CodingDetail.tsx'
import type { CodeOption } from './code-choice.ts'
import { codePanelText } from './code-panel.text.ts'
import type { CodeLine } from './code-tree.ts'
import type { Desk } from './coding-desk.ts'
import { Memos } from './Memos.tsx'
import type { Acts } from './use-acts.ts'
import type { DeskDispatch } from './Workbench.tsx'
import type { Coding } from './workbook-cache.ts'

type Props = {
  analysis: Analysis
  document: string
  lines: readonly CodeLine[]
  passages: readonly Passage[]
  desk: Desk
  dispatch: DeskDispatch
  acts: Acts
  coding: Coding | undefined
  /** A code was pressed while words are chosen. */
  onGive: (option: CodeOption) => void
}

/** Beside the text: the codes, and everything about the one (or the quote) that one looks at. */
export function CodePanel({
  analysis,
  document,
  lines,
  passages,
  desk,
  dispatch,
  acts,
  coding,
  onGive,
}: Props) {
  const text = useText(codePanelText)
  const [open, setOpen] = useState(false)
  const [adding, setAdding] = useState(false)
  const isGiving = desk.picked.length > 0
  const chosen = lines.find(({ code }) => code.id === desk.code)
  // Who pressed a bracket on a phone wants to see what it is about.
  const isShut = !open && coding === undefined
  return (
    <div className="wk-codes-place">
      <Button
        className="wk-codes__open wk-no-print"
        icon="chevron-down"
        aria-expanded={!isShut}
        onClick={() => setOpen(isShut)}
      >
        {text.open(analysis.codes.length)}
      </Button>
      <aside className={classes('wk-codes', isShut && 'wk-codes--shut')} aria-label={text.title}>
        <div className="wk-codes__head">
          <h2>{text.title}</h2>
          <TextButton onClick={() => setAdding(true)}>{text.add}</TextButton>
        </div>
        {isGiving && <p className="wk-small wk-codes__give">{text.give}</p>}
        <CodeTree
          lines={lines}
          chosen={coding?.code ?? desk.code}
          onPress={(line) =>
            isGiving ? onGive({ kind: 'code', line }) : dispatch({ type: 'code', code: line.code.id })
          }
        />
        {coding !== undefined ? (
          <CodingDetail key={coding.id} {...{ analysis, coding, lines, passages, dispatch, acts }} />
        ) : (
          chosen !== undefined && (
            <CodeDetail key={chosen.code.id} {...{ analysis, lines, acts }} line={chosen} />
          )
        )}
        {coding === undefined && (
          <>
            <Memos title={text.memoOfDocument} on={{ kind: 'document', document }} {...{ analysis, acts }} />
            <Memos title={text.memoOfAnalysis} on={{ kind: 'analysis' }} {...{ analysis, acts }} />
          </>
        )}
        <CodeForm open={adding} onClose={() => setAdding(false)} code={null} {...{ analysis, lines, acts }} />
      </aside>
    </div>
  )
}
