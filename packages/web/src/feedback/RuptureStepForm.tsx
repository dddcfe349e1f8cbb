import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { RuptureStepSkip } from './RuptureStepSkip.tsx'
import { ruptureText } from './rupture.text.ts'
import { type StepProps, useStepDeeds } from './rupture-step.ts'

/** Words about a step. Once it is done, they are kept when one leaves the field. */
export function RuptureStepForm({
  relation,
  rupture,
  step,
}: Pick<StepProps, 'relation' | 'rupture' | 'step'>) {
  const text = useText(ruptureText)
  const { known, put, busy, problem } = useStepDeeds(relation, rupture, step)
  const isDone = known?.state === 'done'
  const [words, setWords] = useState(isDone ? known.text : '')
  const isEnded = rupture.outcome !== null

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    await put({ state: 'done', text: words })
  }
  function handleBlur() {
    if (isDone && !isEnded && words.trim() !== known.text) void put({ state: 'done', text: words })
  }

  return (
    <>
      <form className="wk-stack" noValidate onSubmit={handleSubmit}>
        <TextArea
          id={`stap-${step}`}
          label={text.note}
          hint={text.noteHint}
          optional
          rows={4}
          maxLength={2000}
          value={words}
          onChange={setWords}
          onBlur={handleBlur}
        />
        {!isEnded && (
          <FormEnd error={problem} busy={busy} variant={isDone ? 'outline' : 'primary'}>
            {isDone ? text.keep : text.done}
          </FormEnd>
        )}
      </form>
      {!isEnded && <RuptureStepSkip {...{ relation, rupture, step }} />}
    </>
  )
}
