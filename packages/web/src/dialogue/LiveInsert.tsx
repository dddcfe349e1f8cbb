import { type FormEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { liveText } from './live.text.ts'
import { useLive } from './live-context.ts'

const inputs = ['none', 'round', 'text', 'cards'] as const
type Input = (typeof inputs)[number]
const empty = {
  title: '',
  prompt: '',
  minutes: '5',
  input: 'none' as Input,
  isSealed: false,
  isAnonymous: false,
  reason: '',
}

/** Puts a step in after the one that is held now, with the reason for it. */
export function LiveInsert({ onClose }: { onClose: () => void }) {
  const text = useText(liveText)
  const { view, line } = useLive()
  const [step, setStep] = useState({ ...empty, key: newId() })
  const [isMissing, setMissing] = useState(false)
  const set = (change: Partial<typeof step>) => setStep({ ...step, ...change })
  const minutes = Number(step.minutes)
  const isComplete = step.title.trim() !== '' && step.prompt.trim() !== '' && step.reason.trim() !== ''
  const need = (value: string) =>
    isMissing && value.trim() === '' ? text.refusals['reason-needed'] : undefined
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    if (!isComplete || !(minutes >= 1 && minutes <= 120)) return setMissing(true)
    const { title, prompt, reason, ...rest } = step
    const both = (said: string) => ({ nl: said.trim(), en: said.trim() })
    const add = { ...rest, title: both(title), prompt: both(prompt), minutes: Math.round(minutes) }
    const before = view.room.steps.find(({ is }) => is === 'to-come')?.key ?? null
    void line.ask({ do: 'insert', add, before, reason: reason.trim() })
    onClose()
  }
  const writes = step.input === 'text' || step.input === 'cards'
  return (
    <Dialog open title={text.insert} onClose={onClose}>
      <form className="wk-live__insert" onSubmit={handleSubmit}>
        <TextField
          id="stap-naam"
          label={text.insertTitle}
          maxLength={120}
          value={step.title}
          error={need(step.title)}
          onChange={(title) => set({ title })}
        />
        <TextField
          id="stap-vraag"
          label={text.insertPrompt}
          maxLength={400}
          value={step.prompt}
          error={need(step.prompt)}
          onChange={(prompt) => set({ prompt })}
        />
        <TextField
          id="stap-minuten"
          label={text.insertMinutes}
          inputMode="numeric"
          value={step.minutes}
          onChange={(said) => set({ minutes: said })}
        />
        <SelectField
          id="stap-invoer"
          label={text.insertInput}
          value={step.input}
          options={inputs.map((value) => ({ value, label: text.inputs[value] }))}
          onChange={(input) => set({ input: input ?? 'none' })}
        />
        {writes && <Closed step={step} onChange={set} />}
        <TextField
          id="stap-reden"
          label={text.reason}
          maxLength={300}
          value={step.reason}
          error={need(step.reason)}
          onChange={(reason) => set({ reason })}
        />
        <Button type="submit" variant="primary">
          {text.insert}
        </Button>
      </form>
    </Dialog>
  )
}

type Closing = Pick<typeof empty, 'isSealed' | 'isAnonymous'>

/** Whether what is written stays closed for a while, and whether names are kept. */
function Closed({ step, onChange }: { step: Closing; onChange: (change: Partial<Closing>) => void }) {
  const text = useText(liveText)
  return (
    <>
      <CheckboxField
        id="stap-dicht"
        label={text.insertSealed}
        checked={step.isSealed}
        onChange={(isSealed) => onChange({ isSealed })}
      />
      <CheckboxField
        id="stap-naamloos"
        label={text.insertAnonymous}
        checked={step.isAnonymous}
        onChange={(isAnonymous) => onChange({ isAnonymous })}
      />
    </>
  )
}
