import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { uiText } from '../ui/ui.text.ts'
import { CodeSelect } from './CodeSelect.tsx'
import { codePanelText } from './code-panel.text.ts'
import { type CodeLine, withBelow } from './code-tree.ts'
import type { Acts } from './use-acts.ts'

type Props = { open: boolean; onClose: () => void; line: CodeLine; lines: readonly CodeLine[]; acts: Acts }

/** Lets a code go up in another one. */
export function CodeMerge({ open, onClose, line, lines, acts }: Props) {
  const text = useText(codePanelText)
  const { choose } = useText(uiText)
  const [into, setInto] = useState<string | null>(null)
  const { code } = line
  function handleMerge() {
    if (into === null) return document.getElementById('thema-samen')?.focus()
    void acts.act({ kind: 'merge-codes', from: [code.id], into })
    onClose()
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={text.mergeTitle(code.name)}
      actions={
        <Button variant="primary" onClick={handleMerge}>
          {text.mergeDo}
        </Button>
      }
    >
      <p>{text.mergeText}</p>
      <CodeSelect
        id="thema-samen"
        label={text.mergeInto}
        none={choose}
        lines={others(lines, code.id)}
        value={into}
        onChange={setInto}
      />
    </Dialog>
  )
}

/** The codes that one can go up in: not itself, nor what hangs below it. */
export function others(lines: readonly CodeLine[], code: string): CodeLine[] {
  const own = withBelow(
    lines.map((one) => one.code),
    code,
  )
  return lines.filter((one) => !own.has(one.code.id))
}
