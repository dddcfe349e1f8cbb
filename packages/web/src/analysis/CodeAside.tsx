import type { Analysis, Passage } from '@weerklank/core/analysis/analysis.contract'
import { useText } from '../language/use-text.ts'
import { CodeDetail } from './CodeDetail.tsx'
import { CodingDetail } from './CodingDetail.tsx'
import { codePanelText } from './code-panel.text.ts'
import type { CodeLine } from './code-tree.ts'
import type { Desk, DeskDispatch } from './coding-desk.ts'
import { Memos } from './Memos.tsx'
import type { Acts } from './use-acts.ts'
import type { Coding } from './workbook-cache.ts'

export type CodeAsideProps = {
  analysis: Analysis
  document: string
  lines: readonly CodeLine[]
  passages: readonly Passage[]
  desk: Desk
  dispatch: DeskDispatch
  acts: Acts
  coding: Coding | undefined
}

/** Below the tree: everything about the quote or code that one looks at, and the notes. */
export function CodeAside({
  analysis,
  document,
  lines,
  passages,
  desk,
  dispatch,
  acts,
  coding,
}: CodeAsideProps) {
  const text = useText(codePanelText)
  const chosen = lines.find(({ code }) => code.id === desk.code)
  if (coding !== undefined) {
    return <CodingDetail key={coding.id} {...{ analysis, coding, lines, passages, dispatch, acts }} />
  }
  return (
    <>
      {chosen !== undefined && (
        <CodeDetail key={chosen.code.id} {...{ analysis, lines, acts }} line={chosen} />
      )}
      <Memos folds title={text.memoOfDocument} on={{ kind: 'document', document }} {...{ analysis, acts }} />
      <Memos folds title={text.memoOfAnalysis} on={{ kind: 'analysis' }} {...{ analysis, acts }} />
    </>
  )
}
