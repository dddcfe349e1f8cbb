import { analysisLimits } from '@weerklank/core/analysis/analysis'
import type { Analysis } from '@weerklank/core/analysis/analysis.contract'
import { codeColours } from '@weerklank/core/analysis/coding'
import { type SubmitEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { CodeSelect } from './CodeSelect.tsx'
import { codeStyle } from './code-colour.ts'
import { codePanelText } from './code-panel.text.ts'
import type { CodeLine, TreeCode } from './code-tree.ts'
import type { Acts } from './use-acts.ts'
import { nextColour } from './use-give.ts'

type Props = {
  open: boolean
  onClose: () => void
  /** Null: a new one. */
  code: TreeCode | null
  analysis: Analysis
  lines: readonly CodeLine[]
  acts: Acts
}

/** Describes a code, new or not. */
export function CodeForm({ open, onClose, ...rest }: Props) {
  const text = useText(codePanelText)
  return (
    <Dialog open={open} onClose={onClose} title={rest.code === null ? text.addTitle : text.changeTitle}>
      <Form onClose={onClose} {...rest} />
    </Dialog>
  )
}

const words = ['definition', 'include', 'exclude', 'example'] as const

function Form({ onClose, code, analysis, lines, acts }: Omit<Props, 'open'>) {
  const text = useText(codePanelText)
  const [tried, setTried] = useState(false)
  const [parent, setParent] = useState<string | null>(null)
  const [draft, setDraft] = useState(() => ({
    name: code?.name ?? '',
    definition: code?.definition ?? '',
    include: code?.include ?? '',
    exclude: code?.exclude ?? '',
    example: code?.example ?? '',
    colour: code?.colour ?? nextColour(analysis.codes),
  }))
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (draft.name.trim() === '') return document.getElementById('thema-naam')?.focus()
    if (code === null) void acts.act({ kind: 'add-codes', codes: [{ id: newId(), parent, ...draft }] })
    else void acts.act({ kind: 'describe-code', code: code.id, set: draft })
    onClose()
  }
  return (
    <form noValidate className="wk-stack" onSubmit={handleSubmit}>
      <TextField
        id="thema-naam"
        label={text.name}
        maxLength={analysisLimits.codeName}
        value={draft.name}
        error={tried && draft.name.trim() === '' ? text.nameMissing : undefined}
        onChange={(name) => setDraft({ ...draft, name })}
      />
      {code === null && (
        <CodeSelect
          id="thema-onder"
          label={text.under}
          none={text.top}
          {...{ lines }}
          value={parent}
          onChange={setParent}
        />
      )}
      {words.map((part) => (
        <TextArea
          key={part}
          id={`thema-${part}`}
          label={text[part]}
          optional
          rows={2}
          maxLength={analysisLimits.codeText}
          value={draft[part]}
          onChange={(value) => setDraft({ ...draft, [part]: value })}
        />
      ))}
      <Colours chosen={draft.colour} onChange={(colour) => setDraft({ ...draft, colour })} />
      <FormEnd busy={false} error={undefined}>
        {text.save}
      </FormEnd>
    </form>
  )
}

function Colours({ chosen, onChange }: { chosen: string; onChange: (colour: string) => void }) {
  const text = useText(codePanelText)
  // A colour that another program gave stays possible.
  const offered = new Set<string>([...codeColours, chosen])
  return (
    <fieldset className="wk-field">
      <legend className="wk-field__label">{text.colour}</legend>
      <div className="wk-code-colours">
        {[...offered].map((colour, at) => (
          <label key={colour} className="wk-code-colour" style={codeStyle(colour)}>
            <input
              type="radio"
              name="thema-kleur"
              checked={colour === chosen}
              onChange={() => onChange(colour)}
            />
            <span className="wk-sr-only">{text.colourNumber(at + 1)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
