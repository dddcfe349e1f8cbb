import './emergency.css'
import { Link, useNavigate } from '@tanstack/react-router'
import { emergencyReason } from '@weerklank/core/access/emergency'
import { type SubmitEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useOpenEmergency } from './emergency.queries.ts'
import { emergencyText } from './emergency.text.ts'

/** Asks for a look in a collaboration in which one takes no part; says first what that means. */
export function EmergencyPage() {
  const text = useText(emergencyText)
  return (
    <>
      <PageHeader
        title={text.title}
        intro={text.intro}
        back={<Link to="/samenwerkingen">{text.back}</Link>}
      />
      <div className="wk-emergency wk-stack">
        <div className="wk-notice">
          <p>
            <strong>{text.first}</strong>
          </p>
          <ul>
            {text.facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </div>
        <EmergencyForm />
      </div>
    </>
  )
}

const fields = { title: 'spoed-naam', reason: 'spoed-reden' }

function EmergencyForm() {
  const text = useText(emergencyText)
  const navigate = useNavigate()
  const [draft, setDraft] = useState({ title: '', reason: '' })
  const [id, setId] = useState(newId)
  const [attempt, setAttempt] = useState(0)
  const [refused, setRefused] = useState('')
  const open = useOpenEmergency()
  const noTitle = draft.title.trim() === ''
  const noReason = draft.reason.trim().length < emergencyReason.least

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    setRefused('')
    if (noTitle || noReason) return document.getElementById(noTitle ? fields.title : fields.reason)?.focus()
    try {
      const { outcome, relation } = await open.mutateAsync({ id, ...draft })
      if (relation !== null) {
        return void navigate({ to: '/samenwerkingen/$relation', params: { relation } })
      }
      setRefused(outcome === 'several' ? text.several : text.none)
      setId(newId())
    } catch {
      // Said at the end of the form, where all that was typed still stands.
    }
  }
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <TextField
        id={fields.title}
        label={text.name}
        hint={text.nameHint}
        error={attempt > 0 && noTitle ? text.nameMissing : undefined}
        maxLength={120}
        autoComplete="off"
        value={draft.title}
        onChange={(title) => setDraft({ ...draft, title })}
      />
      <TextArea
        id={fields.reason}
        label={text.reason}
        hint={text.reasonHint}
        error={attempt > 0 && noReason ? text.reasonMissing : undefined}
        maxLength={emergencyReason.most}
        value={draft.reason}
        onChange={(reason) => setDraft({ ...draft, reason })}
      />
      <FormEnd error={open.error?.message ?? (refused === '' ? undefined : refused)} busy={open.isPending}>
        {text.open}
      </FormEnd>
    </form>
  )
}
