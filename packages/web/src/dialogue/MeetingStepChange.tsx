import type { MeetingDetails, ProgrammeChange } from '@weerklank/core/dialogue/meeting.contract'
import { type SubmitEvent, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useChangeProgramme } from './meeting.queries.ts'
import { meetingText } from './meeting.text.ts'
import { meetingProblem } from './meeting-problem.ts'

type Step = MeetingDetails['steps'][number]
type Props = { meeting: MeetingDetails; step: Step; onClose: () => void }

/** Another moment for a step, with the reason; another length; or out of the programme. By keyboard as by hand. */
export function MeetingStepChange({ meeting, step, onClose }: Props) {
  const text = useText(meetingText)
  const language = useLanguage()
  const change = useChangeProgramme(meeting.id)
  const at = meeting.steps.findIndex(({ key }) => key === step.key)
  const [to, setTo] = useState(String(at))
  const [reason, setReason] = useState('')
  const [minutes, setMinutes] = useState(String(step.minutes))
  const send = (what: ProgrammeChange) =>
    change
      .mutateAsync({ version: meeting.version, change: what })
      .then(onClose)
      .catch(() => undefined)
  async function handleMove(event: SubmitEvent) {
    event.preventDefault()
    await send({ do: 'move', key: step.key, to: Number(to), reason })
  }
  async function handleMinutes(event: SubmitEvent) {
    event.preventDefault()
    await send({ do: 'minutes', key: step.key, minutes: Number.parseInt(minutes, 10) })
  }
  const error = change.error === null ? undefined : meetingProblem(change.error, text)
  return (
    <Dialog open title={`${text.moveTitle}: ${step.title[language]}`} onClose={onClose}>
      <form className="wk-stack" onSubmit={handleMove}>
        <SelectField<string>
          id="move-to"
          label={text.moveTo}
          value={to}
          options={meeting.steps.map((one, index) => ({
            value: String(index),
            label: `${text.place(index + 1, meeting.steps.length)}: ${one.title[language]}`,
          }))}
          onChange={(value) => setTo(value ?? String(at))}
        />
        <TextArea
          id="move-reason"
          label={text.moveReason}
          hint={text.stepReasonHint}
          maxLength={300}
          value={reason}
          onChange={setReason}
        />
        <FormEnd error={error} busy={change.isPending}>
          {text.move}
        </FormEnd>
      </form>
      <form className="wk-stack" onSubmit={handleMinutes}>
        <TextField
          id="change-minutes"
          label={text.stepMinutes}
          inputMode="numeric"
          value={minutes}
          onChange={setMinutes}
        />
        <div className="wk-actions">
          <Button type="submit" busy={change.isPending}>
            {text.setMinutes}
          </Button>
        </div>
      </form>
      {step.isShadow ? (
        <p className="wk-small">{text.shadowStays}</p>
      ) : (
        <div className="wk-actions">
          <Button
            variant="destructive"
            busy={change.isPending}
            onClick={() => void send({ do: 'remove', key: step.key })}
          >
            {text.remove}
          </Button>
        </div>
      )}
    </Dialog>
  )
}
