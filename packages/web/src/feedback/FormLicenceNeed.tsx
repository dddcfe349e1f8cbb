import type { FormDetail } from '@weerklank/core/feedback/form.contract'
import { type SubmitEvent, useState } from 'react'
import { isConflict } from '../api/is-conflict.ts'
import { useText } from '../language/use-text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { FormConflict } from './FormConflict.tsx'
import { formLicenceText } from './form-licence.text.ts'
import { useSayNeed } from './forms.queries.ts'

const field = 'licentie-reden'

/** Says that a licence is needed, or that none is; why stays to be read. */
export function FormLicenceNeed({ form, onClose }: { form: FormDetail; onClose: () => void }) {
  const text = useText(formLicenceText)
  // What she means to say does not turn round when the form is fetched anew.
  const [needed] = useState(!form.needsLicence)
  const [reason, setReason] = useState('')
  const [attempted, setAttempted] = useState(false)
  const say = useSayNeed(form.id)
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempted(true)
    if (reason.trim() === '') return document.getElementById(field)?.focus()
    say.mutate({ needed, reason, revision: form.revision }, { onSuccess: onClose })
  }
  return (
    <Dialog open title={needed ? text.needed : text.notNeeded} onClose={onClose}>
      <form className="wk-stack" noValidate onSubmit={handleSubmit}>
        <TextArea
          id={field}
          label={text.reason}
          hint={text.reasonHint}
          error={attempted && reason.trim() === '' ? text.reasonMissing : undefined}
          maxLength={2000}
          value={reason}
          onChange={setReason}
        />
        <FormConflict form={form.id} error={say.error} />
        <FormEnd error={isConflict(say.error) ? undefined : say.error?.message} busy={say.isPending}>
          {text.saveNeed}
        </FormEnd>
      </form>
    </Dialog>
  )
}
