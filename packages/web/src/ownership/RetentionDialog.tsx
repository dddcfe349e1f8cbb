import { mayKeepFor, retentionRules } from '@weerklank/core/ownership/retention'
import type { RetentionTerm } from '@weerklank/core/ownership/retention.contract'
import { type SubmitEvent, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { TextField } from '../ui/TextField.tsx'
import { useChangeTerm } from './retention.queries.ts'
import { retentionText } from './retention.text.ts'

type Props = { term: RetentionTerm | null; onClose: () => void }

export function RetentionDialog({ term, onClose }: Props) {
  const text = useText(retentionText)
  const language = useLanguage()
  const name = term === null ? '' : retentionRules[term.kind].name[language]
  return (
    <Dialog open={term !== null} title={text.changeTitle(name)} onClose={onClose}>
      {term !== null && <TermForm key={term.kind} term={term} onClose={onClose} />}
    </Dialog>
  )
}

const field = 'bewaren-dagen'

function TermForm({ term, onClose }: { term: RetentionTerm; onClose: () => void }) {
  const text = useText(retentionText)
  const { minimumDays: least, maximumDays: most } = retentionRules[term.kind]
  const [days, setDays] = useState(String(term.days))
  const [attempted, setAttempted] = useState(false)
  const change = useChangeTerm()
  const isRight = /^\d{1,5}$/.test(days.trim()) && mayKeepFor(term.kind, Number(days)).allowed

  async function store(wanted: number | null) {
    try {
      await change.mutateAsync({ kind: term.kind, days: wanted })
      notify({ text: text.saved })
      onClose()
    } catch {
      // Said at the end of the form.
    }
  }

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempted(true)
    if (isRight) void store(Number(days))
    else document.getElementById(field)?.focus()
  }

  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <TextField
        id={field}
        label={text.daysLabel}
        hint={text.daysHint(least, most)}
        error={attempted && !isRight ? text.daysWrong(least, most) : undefined}
        inputMode="numeric"
        value={days}
        onChange={setDays}
      />
      <p className="wk-small">{text.shorter}</p>
      <FormEnd error={change.error?.message} busy={change.isPending}>
        {text.save}
      </FormEnd>
      {term.isChosen && (
        <div className="wk-actions">
          <Button variant="quiet" busy={change.isPending} onClick={() => void store(null)}>
            {text.back}
          </Button>
        </div>
      )}
    </form>
  )
}
