import { type ExportPurpose, exportPurposes, exportPurposeTexts } from '@weerklank/core/access/purpose-lock'
import { type SubmitEvent, useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useAskTakeaway } from './takeaway.queries.ts'
import { takeawayText } from './takeaway.text.ts'

const field = 'meenemen-waarom'

export function TakeawayForm() {
  const text = useText(takeawayText)
  const language = useLanguage()
  const [draft, setDraft] = useState(() => ({ id: newId(), purpose: 'leaving' as ExportPurpose, reason: '' }))
  const [attempted, setAttempted] = useState(false)
  const ask = useAskTakeaway()
  const isMissing = draft.reason.trim() === ''

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempted(true)
    if (isMissing) return document.getElementById(field)?.focus()
    try {
      await ask.mutateAsync(draft)
    } catch {
      // Said at the end of the form.
      return
    }
    notify({ text: text.asked })
    setDraft({ id: newId(), purpose: 'leaving', reason: '' })
    setAttempted(false)
  }

  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <SelectField
        id="meenemen-doel"
        label={text.purpose}
        value={draft.purpose}
        options={exportPurposes.map((value) => ({ value, label: exportPurposeTexts[value][language] }))}
        onChange={(purpose) => setDraft({ ...draft, purpose: purpose ?? 'leaving' })}
      />
      <TextField
        id={field}
        label={text.reason}
        error={attempted && isMissing ? text.reasonMissing : undefined}
        maxLength={300}
        value={draft.reason}
        onChange={(reason) => setDraft({ ...draft, reason })}
      />
      <FormEnd error={ask.error?.message} busy={ask.isPending}>
        {text.ask}
      </FormEnd>
    </form>
  )
}
