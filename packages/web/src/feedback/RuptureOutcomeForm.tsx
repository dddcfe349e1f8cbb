import { type RuptureOutcome, ruptureOutcomes } from '@weerklank/core/feedback/rupture'
import { ruptureOutcomeWord } from '@weerklank/core/feedback/rupture.words'
import { type SubmitEvent, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { ruptureText } from './rupture.text.ts'
import { type StepProps, useStepDeeds } from './rupture-step.ts'

/** How it is now; with it the path ends, until that is taken back. */
export function RuptureOutcomeForm({ relation, rupture, step }: StepProps) {
  const text = useText(ruptureText)
  const language = useLanguage()
  const { known, put, busy, problem } = useStepDeeds(relation, rupture, step)
  const [outcome, setOutcome] = useState<RuptureOutcome | null>(null)
  const [words, setWords] = useState('')
  const [attempt, setAttempt] = useState(0)

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (outcome === null) return document.getElementById('stap-uitkomst')?.focus()
    await put({ state: 'done', outcome, text: words })
  }

  if (rupture.outcome !== null) {
    return (
      <div className="wk-stack">
        <p>
          {text.finished} <strong>{ruptureOutcomeWord(rupture.outcome, language)}</strong>
        </p>
        {known?.text !== '' && <p className="wk-rupture__words">{known?.text}</p>}
        <div className="wk-actions">
          <Button variant="quiet" busy={busy} onClick={() => void put({ state: 'open' }, text.stepBack)}>
            {text.reopen}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <RadioGroup
        id="stap-uitkomst"
        label={text.outcome}
        error={attempt > 0 && outcome === null ? text.outcomeMissing : undefined}
        value={outcome}
        options={ruptureOutcomes.map((value) => ({ value, label: ruptureOutcomeWord(value, language) }))}
        onChange={setOutcome}
      />
      <TextArea
        id="stap-uitkomst-tekst"
        label={text.outcomeNote}
        optional
        maxLength={2000}
        value={words}
        onChange={setWords}
      />
      <FormEnd error={problem} busy={busy}>
        {text.finish}
      </FormEnd>
    </form>
  )
}
