import './code-panel.css'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { TextButton } from '../ui/TextButton.tsx'
import type { CodeAsideProps } from './CodeAside.tsx'
import { CodeTree } from './CodeTree.tsx'
import type { CodeOption } from './code-choice.ts'
import { codeTreeText } from './code-tree.text.ts'
import { CodeAside, CodeForm } from './coding-later.tsx'

type Props = CodeAsideProps & {
  /** A code was pressed while words are chosen. */
  onGive: (option: CodeOption) => void
}

/** Beside the text: the codes, and everything about the one (or the quote) that one looks at. */
export function CodePanel({ onGive, ...aside }: Props) {
  const { analysis, lines, desk, dispatch, acts, coding } = aside
  const text = useText(codeTreeText)
  const [open, setOpen] = useState(false)
  const [adding, setAdding] = useState(false)
  const isGiving = desk.picked.length > 0
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
      <aside
        className={classes('wk-codes', isShut && 'wk-codes--shut', coding !== undefined && 'wk-codes--sheet')}
        aria-label={text.title}
      >
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
        <CodeAside {...aside} />
        <CodeForm open={adding} onClose={() => setAdding(false)} code={null} {...{ analysis, lines, acts }} />
      </aside>
    </div>
  )
}
