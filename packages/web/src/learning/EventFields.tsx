import { eventKinds } from '@weerklank/core/learning/trajectory'
import { useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { EventDraft } from './trajectory-draft.ts'
import { trajectoryEditText } from './trajectory-edit.text.ts'

type Props = {
  event: EventDraft
  errorOf: (field: string) => string | undefined
  onChange: (event: EventDraft) => void
  onRemove: () => void
}

/** One event of a trajectory. */
export function EventFields({ event, errorOf, onChange, onRemove }: Props) {
  const text = useText(trajectoryEditText)
  const { id } = event
  const change = (part: Partial<EventDraft>) => onChange({ ...event, ...part })
  return (
    <fieldset className="wk-stack wk-trajectory-group">
      <legend>{event.title || text.events}</legend>
      <TextField
        id={`title-${id}`}
        label={text.eventTitle}
        maxLength={120}
        value={event.title}
        error={errorOf(`title-${id}`)}
        onChange={(title) => change({ title })}
      />
      <SelectField
        id={`kind-${id}`}
        label={text.kind}
        value={event.kind}
        options={eventKinds.map((value) => ({ value, label: text.kinds[value] }))}
        onChange={(kind) => change({ kind: kind ?? 'other' })}
      />
      <When event={event} errorOf={errorOf} onChange={change} />
      <TextField
        id={`place-${id}`}
        label={text.place}
        optional
        maxLength={200}
        value={event.place}
        onChange={(place) => change({ place })}
      />
      <TextArea
        id={`about-${id}`}
        label={text.about}
        optional
        rows={2}
        maxLength={2000}
        value={event.about}
        onChange={(about) => change({ about })}
      />
      <CheckboxField
        id={`open-${id}`}
        label={text.isOpen}
        checked={event.isOpen}
        onChange={(isOpen) => change({ isOpen })}
      />
      <TextButton onClick={onRemove}>{text.removeEvent(event.title)}</TextButton>
    </fieldset>
  )
}

type WhenProps = Pick<Props, 'event' | 'errorOf'> & { onChange: (part: Partial<EventDraft>) => void }

function When({ event, errorOf, onChange }: WhenProps) {
  const text = useText(trajectoryEditText)
  const { id } = event
  return (
    <div className="wk-trajectory-row">
      <TextField
        id={`day-${id}`}
        type="date"
        label={text.day}
        value={event.day}
        error={errorOf(`day-${id}`)}
        onChange={(day) => onChange({ day })}
      />
      <TextField
        id={`time-${id}`}
        type="time"
        label={text.time}
        value={event.time}
        onChange={(time) => onChange({ time })}
      />
      <TextField
        id={`minutes-${id}`}
        inputMode="numeric"
        label={text.minutes}
        value={event.minutes}
        onChange={(minutes) => onChange({ minutes })}
      />
      <TextField
        id={`hours-${id}`}
        inputMode="decimal"
        label={text.hours}
        value={event.hours}
        error={errorOf(`hours-${id}`)}
        onChange={(hours) => onChange({ hours })}
      />
    </div>
  )
}
