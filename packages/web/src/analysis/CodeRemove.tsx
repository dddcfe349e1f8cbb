import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { uiText } from '../ui/ui.text.ts'
import { others } from './CodeMerge.tsx'
import { CodeSelect } from './CodeSelect.tsx'
import { codePanelText } from './code-panel.text.ts'
import type { CodeLine } from './code-tree.ts'
import type { Acts } from './use-acts.ts'

type Props = { open: boolean; onClose: () => void; line: CodeLine; lines: readonly CodeLine[]; acts: Acts }

/** Removes a code, and says first what becomes of its quotes and of what hangs below it. */
export function CodeRemove({ open, onClose, line, lines, acts }: Props) {
  const text = useText(codePanelText)
  const { choose } = useText(uiText)
  const [quotes, setQuotes] = useState<'away' | 'to'>('away')
  const [to, setTo] = useState<string | null>(null)
  const [children, setChildren] = useState<'up' | 'remove'>('up')
  const { code, isParent } = line
  function handleRemove() {
    if (quotes === 'to' && to === null) return document.getElementById('thema-naar')?.focus()
    void acts.act({ kind: 'remove-code', code: code.id, to: quotes === 'to' ? to : null, children })
    onClose()
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={text.removeTitle(code.name)}
      actions={
        <Button variant="destructive" onClick={handleRemove}>
          {text.removeDo}
        </Button>
      }
    >
      <RadioGroup
        id="thema-uitspraken"
        label={text.removeQuotes}
        value={quotes}
        options={[
          { value: 'away', label: text.removeAway },
          { value: 'to', label: text.removeTo },
        ]}
        onChange={setQuotes}
      />
      {quotes === 'to' && (
        <CodeSelect
          id="thema-naar"
          label={text.removeWhich}
          none={choose}
          lines={others(lines, code.id)}
          value={to}
          onChange={setTo}
        />
      )}
      {isParent && (
        <RadioGroup
          id="thema-onderliggend"
          label={text.removeChildren}
          value={children}
          options={[
            { value: 'up', label: text.removeUp },
            { value: 'remove', label: text.removeAll },
          ]}
          onChange={setChildren}
        />
      )}
    </Dialog>
  )
}
