import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { TextField } from '../ui/TextField.tsx'
import { ruptureText } from './rupture.text.ts'
import { type StepProps, useStepDeeds } from './rupture-step.ts'

/** Passing a step over, with the reason; or taking it back. */
export function RuptureStepSkip({
  relation,
  rupture,
  step,
}: Pick<StepProps, 'relation' | 'rupture' | 'step'>) {
  const text = useText(ruptureText)
  const { known, put, busy, problem } = useStepDeeds(relation, rupture, step)
  const [reason, setReason] = useState('')

  async function handleSkip(event: SubmitEvent) {
    event.preventDefault()
    await put({ state: 'skipped', text: reason })
  }

  if (known !== undefined) {
    return (
      <div className="wk-stack">
        {known.state === 'skipped' && (
          <p className="wk-rupture__words">
            {text.stepSkipped}: {known.text}
          </p>
        )}
        {problem !== undefined && (
          <p className="wk-field__error" role="alert">
            {problem}
          </p>
        )}
        <div className="wk-actions">
          <Button variant="quiet" busy={busy} onClick={() => void put({ state: 'open' }, text.stepBack)}>
            {text.takeBack}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div>
      <Disclosure label={text.skip}>
        <form className="wk-stack" noValidate onSubmit={handleSkip}>
          <TextField
            id={`reden-${step}`}
            label={text.reason}
            maxLength={500}
            value={reason}
            onChange={setReason}
          />
          <FormEnd error={problem} busy={busy} variant="outline">
            {text.skipNow}
          </FormEnd>
        </form>
      </Disclosure>
    </div>
  )
}
