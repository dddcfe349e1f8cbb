import type { Instant } from '@weerklank/core/shared/time'
import { type SubmitEvent, useId, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { TextField } from '../ui/TextField.tsx'
import { contactText } from './contact.text.ts'
import { type ContactDraft, readDraft } from './contact-draft.ts'

type Props = {
  draft: ContactDraft
  onChange: (draft: ContactDraft) => void
  timeZone: string
  intro: string
  /** Says what happens. */
  action: string
  busy: boolean
  error: Error | null
  onSend: (when: { at: Instant; place: string }) => void
}

/** Day, time and place of a contact. */
export function ContactWhenForm({ draft, onChange, timeZone, intro, action, busy, error, onSend }: Props) {
  const text = useText(contactText)
  const id = useId()
  const [attempted, setAttempted] = useState(false)
  const read = readDraft(draft, timeZone)
  const missing = attempted && 'missing' in read ? read.missing : []

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempted(true)
    if ('at' in read) return onSend({ at: read.at, place: draft.place })
    document.getElementById(`${id}-${read.missing[0]}`)?.focus()
  }

  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      {intro !== '' && <p className="wk-muted">{intro}</p>}
      <div className="wk-when">
        <TextField
          id={`${id}-day`}
          type="date"
          label={text.day}
          error={missing.includes('day') ? text.dayMissing : undefined}
          value={draft.day}
          onChange={(day) => onChange({ ...draft, day })}
        />
        <TextField
          id={`${id}-time`}
          type="time"
          label={text.time}
          error={missing.includes('time') ? text.timeMissing : undefined}
          value={draft.time}
          onChange={(time) => onChange({ ...draft, time })}
        />
      </div>
      <TextField
        id={`${id}-place`}
        label={text.place}
        hint={text.placeHint}
        optional
        maxLength={120}
        value={draft.place}
        onChange={(place) => onChange({ ...draft, place })}
      />
      <FormEnd error={error?.message} busy={busy}>
        {action}
      </FormEnd>
    </form>
  )
}
