import type { Analysis, Passage } from '@weerklank/core/analysis/analysis.contract'
import { sliceSpan } from '@weerklank/core/analysis/code-points'
import { type Adjusting, adjustedSpan } from '@weerklank/core/analysis/selection'
import { useMe } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { AdjustEnds } from './AdjustEnds.tsx'
import { codePanelText } from './code-panel.text.ts'
import type { CodeLine } from './code-tree.ts'
import type { DeskDispatch } from './coding-desk.ts'
import { Memos } from './Memos.tsx'
import type { Acts } from './use-acts.ts'
import type { Coding } from './workbook-cache.ts'

type Props = {
  analysis: Analysis
  coding: Coding
  lines: readonly CodeLine[]
  passages: readonly Passage[]
  dispatch: DeskDispatch
  acts: Acts
}

/** One quote: its words, its code, who gave it; another code, other ends, or none. */
export function CodingDetail({ analysis, coding, lines, passages, dispatch, acts }: Props) {
  const text = useText(codePanelText)
  const me = useMe().member.id
  const passage = passages.find(({ id }) => id === coding.passage)
  const name = lines.find(({ code }) => code.id === coding.code)?.code.name ?? ''
  const coder = analysis.members.find(({ id }) => id === coding.coder)?.name ?? text.somebody
  function handleAdjust(how: Adjusting) {
    if (passage === undefined) return
    const span = adjustedSpan(passage.body, coding, how)
    const { id, code, weight } = coding
    const [start, end] = [span.start, span.end]
    if (start !== coding.start || end !== coding.end) {
      void acts.act({ kind: 'change-coding', coding: id, code, start, end, weight })
    }
  }
  function handleRemove() {
    void acts.act({ kind: 'remove-codings', codings: [coding.id] })
    dispatch({ type: 'coding', coding: null })
  }
  return (
    <section className="wk-code-detail" aria-label={text.coding}>
      <div className="wk-codes__head">
        <h2>{text.coding}</h2>
        <TextButton onClick={() => dispatch({ type: 'coding', coding: null })}>{text.closeCoding}</TextButton>
      </div>
      <blockquote className="wk-code-picker__words">
        {passage === undefined ? '' : sliceSpan(passage.body, coding)}
      </blockquote>
      <p className="wk-small wk-muted">
        {name} · {coding.coder === me ? text.byMe : text.by(coder)}
      </p>
      <AdjustEnds onAdjust={handleAdjust} />
      <div className="wk-actions">
        <Button
          onClick={() => dispatch({ type: 'choosing', choosing: { for: 'coding', coding: coding.id } })}
        >
          {text.recode}
        </Button>
        <Button variant="quiet" onClick={handleRemove}>
          {text.uncode}
        </Button>
      </div>
      <Memos
        title={text.memoOfCoding}
        on={{ kind: 'coding', coding: coding.id, passage: coding.passage }}
        {...{ analysis, acts }}
      />
    </section>
  )
}
