import { Link } from '@tanstack/react-router'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import { Suspense, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { AtHandTheme } from '../library/library.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { CodeForm } from './CodeForm.tsx'
import { CodeMerge } from './CodeMerge.tsx'
import { CodeRemove } from './CodeRemove.tsx'
import { CodeSplit } from './CodeSplit.tsx'
import { codePanelText } from './code-panel.text.ts'
import { type CodeLine, movesOf } from './code-tree.ts'
import { Memos } from './Memos.tsx'
import type { Acts } from './use-acts.ts'

type Props = { analysis: Analysis; line: CodeLine; lines: readonly CodeLine[]; acts: Acts }

/** One code: what belongs to it and what does not, where it hangs, and the thoughts about it. */
export function CodeDetail({ analysis, line, lines, acts }: Props) {
  const text = useText(codePanelText)
  const [changing, setChanging] = useState(false)
  const { code } = line
  return (
    <section className="wk-code-detail" aria-label={code.name}>
      <div className="wk-codes__head">
        <h3>{code.name}</h3>
        <TextButton onClick={() => setChanging(true)}>{text.change}</TextButton>
      </div>
      <Described code={code} />
      <Link to="/duiden/$analysis/uitspraken" params={{ analysis: analysis.id }} search={{ thema: code.id }}>
        {text.showQuotes}
      </Link>
      <Suspense fallback={null}>
        <AtHandTheme name={code.name} />
      </Suspense>
      <Disclosure label={text.more}>
        <Moves {...{ analysis, line, lines, acts }} />
      </Disclosure>
      <Memos title={text.memoOfCode} on={{ kind: 'code', code: code.id }} {...{ analysis, acts }} />
      <CodeForm open={changing} onClose={() => setChanging(false)} {...{ analysis, lines, acts, code }} />
    </section>
  )
}

function Described({ code }: Pick<CodeLine, 'code'>) {
  const text = useText(codePanelText)
  const { definition, include, exclude, example } = code
  const rows = [
    [text.wel, include],
    [text.niet, exclude],
    [text.voorbeeld, example],
  ].filter(([, words]) => words !== '')
  if (definition === '' && rows.length === 0) return <p className="wk-muted wk-small">{text.noDefinition}</p>
  return (
    <div className="wk-code-detail__words">
      {definition !== '' && <p>{definition}</p>}
      {rows.map(([label, words]) => (
        <p key={label} className="wk-muted wk-small">
          {label} {words}
        </p>
      ))}
    </div>
  )
}

type Which = 'merge' | 'split' | 'remove'
const steps = ['up', 'down', 'in', 'out'] as const

function Moves({ analysis, line, lines, acts }: Props) {
  const text = useText(codePanelText)
  const [asking, setAsking] = useState<Which | null>(null)
  const { code } = line
  const moves = movesOf(analysis.codes, code)
  const close = () => setAsking(null)
  return (
    <div className="wk-code-moves">
      {steps.map((step) => {
        const move = moves[step]
        if (move === null) return null
        return (
          <TextButton key={step} onClick={() => void acts.act({ kind: 'move-code', code: code.id, ...move })}>
            {text[step]}
          </TextButton>
        )
      })}
      {(['merge', 'split', 'remove'] as const).map((which) => (
        <TextButton key={which} onClick={() => setAsking(which)}>
          {text[which]}
        </TextButton>
      ))}
      <CodeMerge open={asking === 'merge'} onClose={close} {...{ line, lines, acts }} />
      {asking === 'split' && <CodeSplit onClose={close} {...{ analysis, line, acts }} />}
      <CodeRemove open={asking === 'remove'} onClose={close} {...{ line, lines, acts }} />
    </div>
  )
}
