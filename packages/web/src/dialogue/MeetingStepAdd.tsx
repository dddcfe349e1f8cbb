import { stepInputWords } from '@weerklank/core/dialogue/format.words'
import type { MeetingDetails } from '@weerklank/core/dialogue/meeting.contract'
import { type SubmitEvent, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useChangeProgramme } from './meeting.queries.ts'
import { meetingText } from './meeting.text.ts'
import { meetingProblem } from './meeting-problem.ts'

const inputs = ['round', 'text', 'cards', 'none'] as const
type Input = (typeof inputs)[number]
const first = 'first'

type Props = { meeting: MeetingDetails; open: boolean; onClose: () => void }

/** Puts a step into the programme, with the reason for it. */
export function MeetingStepAdd({ meeting, open, onClose }: Props) {
  const text = useText(meetingText)
  return (
    <Dialog open={open} title={text.insertTitle} onClose={onClose}>
      <Form meeting={meeting} onClose={onClose} />
    </Dialog>
  )
}

function Form({ meeting, onClose }: Omit<Props, 'open'>) {
  const text = useText(meetingText)
  const language = useLanguage()
  const change = useChangeProgramme(meeting.id)
  const [step, setStep] = useState({ title: '', prompt: '', minutes: '5', reason: '' })
  const [input, setInput] = useState<Input>('round')
  const [after, setAfter] = useState(meeting.steps.at(-2)?.key ?? first)
  const set = (name: keyof typeof step) => (value: string) => setStep((now) => ({ ...now, [name]: value }))
  const minutes = Number.parseInt(step.minutes, 10)
  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const insert = { do: 'insert' as const, ...step, minutes, input, after: after === first ? null : after }
    await change
      .mutateAsync({ version: meeting.version, change: insert })
      .then(onClose)
      .catch(() => undefined)
  }
  return (
    <form className="wk-stack" onSubmit={handleSubmit}>
      <TextField
        id="step-title"
        label={text.stepTitle}
        maxLength={120}
        value={step.title}
        onChange={set('title')}
      />
      <TextArea
        id="step-prompt"
        label={text.stepPrompt}
        maxLength={1000}
        value={step.prompt}
        onChange={set('prompt')}
      />
      <TextField
        id="step-minutes"
        label={text.stepMinutes}
        inputMode="numeric"
        value={step.minutes}
        onChange={set('minutes')}
      />
      <SelectField<Input>
        id="step-input"
        label={text.stepInput}
        value={input}
        options={inputs.map((value) => ({ value, label: stepInputWords[value][language] }))}
        onChange={(value) => setInput(value ?? 'round')}
      />
      <SelectField<string>
        id="step-after"
        label={text.stepAfter}
        value={after}
        options={[
          { value: first, label: text.stepFirst },
          ...meeting.steps.map(({ key, title }) => ({ value: key, label: title[language] })),
        ]}
        onChange={(value) => setAfter(value ?? first)}
      />
      <TextArea
        id="step-reason"
        label={text.stepReason}
        hint={text.stepReasonHint}
        maxLength={300}
        value={step.reason}
        onChange={set('reason')}
      />
      <FormEnd
        error={change.error === null ? undefined : meetingProblem(change.error, text)}
        busy={change.isPending}
      >
        {text.insert}
      </FormEnd>
    </form>
  )
}
