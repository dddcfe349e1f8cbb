import type { FormDetail, RecordedLicence } from '@weerklank/core/feedback/form.contract'
import { type SubmitEvent, useState } from 'react'
import { useMe } from '../access/access.ts'
import { isConflict } from '../api/is-conflict.ts'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { FormConflict } from './FormConflict.tsx'
import { formLicenceText } from './form-licence.text.ts'
import { draftOf, type LicenceField, licenceProblems } from './form-licence-draft.ts'
import { useRecordLicence } from './forms.queries.ts'

type Props = { form: FormDetail; known: RecordedLicence | null; onClose: () => void }

const fields: Record<LicenceField, string> = {
  holder: 'licentie-houder',
  number: 'licentie-nummer',
  expiresOn: 'licentie-laatste-dag',
}

/** Writes a licence down, or mends one: number, name and last day. */
export function FormLicenceForm({ form, known, onClose }: Props) {
  const text = useText(formLicenceText)
  const { workspace } = useMe()
  const [id] = useState(() => known?.id ?? newId())
  const [draft, setDraft] = useState(() => draftOf(known, workspace.name))
  const [attempted, setAttempted] = useState(false)
  const record = useRecordLicence(form.id)
  const problems = licenceProblems(draft)
  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempted(true)
    const [first] = problems
    if (first !== undefined) return document.getElementById(fields[first])?.focus()
    const { validFrom, ...words } = draft
    const body = { ...words, validFrom: validFrom === '' ? null : validFrom, revision: form.revision }
    record.mutate({ id, ...body }, { onSuccess: onClose })
  }
  const wrong = (field: LicenceField) =>
    attempted && problems.includes(field) ? text.missing[field] : undefined
  const isBeforeBegin = draft.expiresOn !== '' && draft.expiresOn < draft.validFrom
  return (
    <Dialog open title={known === null ? text.record : text.mend} onClose={onClose}>
      <form className="wk-stack" noValidate onSubmit={handleSubmit}>
        <TextField
          id={fields.holder}
          label={text.holder}
          maxLength={200}
          autoComplete="off"
          error={wrong('holder')}
          value={draft.holder}
          onChange={(holder) => setDraft({ ...draft, holder })}
        />
        <TextField
          id={fields.number}
          label={text.number}
          maxLength={200}
          autoComplete="off"
          error={wrong('number')}
          value={draft.number}
          onChange={(number) => setDraft({ ...draft, number })}
        />
        <div className="wk-forms__pair">
          <TextField
            id="licentie-eerste-dag"
            type="date"
            optional
            label={text.validFrom}
            value={draft.validFrom}
            onChange={(validFrom) => setDraft({ ...draft, validFrom })}
          />
          <TextField
            id={fields.expiresOn}
            type="date"
            label={text.expiresOn}
            hint={text.expiresHint}
            error={attempted && isBeforeBegin ? text.beforeBegin : wrong('expiresOn')}
            value={draft.expiresOn}
            onChange={(expiresOn) => setDraft({ ...draft, expiresOn })}
          />
        </div>
        <TextArea
          id="licentie-notitie"
          optional
          label={text.note}
          maxLength={2000}
          value={draft.note}
          onChange={(note) => setDraft({ ...draft, note })}
        />
        <FormConflict form={form.id} error={record.error} />
        <FormEnd error={isConflict(record.error) ? undefined : record.error?.message} busy={record.isPending}>
          {text.save}
        </FormEnd>
      </form>
    </Dialog>
  )
}
