import type { FormDetail, RecordedLicence } from '@weerklank/core/feedback/form.contract'
import { isConflict } from '../api/is-conflict.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormConflict } from './FormConflict.tsx'
import { formLicenceText } from './form-licence.text.ts'
import { useEndLicence } from './forms.queries.ts'

type Props = { form: FormDetail; licence: RecordedLicence; onClose: () => void }

/** A licence that was taken back, or written down by mistake. */
export function FormLicenceEnd({ form, licence, onClose }: Props) {
  const text = useText(formLicenceText)
  const end = useEndLicence(form.id)
  const handleEnd = () => end.mutate({ id: licence.id, revision: form.revision }, { onSuccess: onClose })
  return (
    <Dialog
      open
      title={text.reallyEnd}
      onClose={onClose}
      actions={
        <>
          <Button variant="destructive" busy={end.isPending} onClick={handleEnd}>
            {text.reallyEnd}
          </Button>
          <Button onClick={onClose}>{text.keep}</Button>
        </>
      }
    >
      <p>
        <strong>{licence.number}</strong> · {licence.holder}
      </p>
      <p>{text.endText}</p>
      <FormConflict form={form.id} error={end.error} />
      {end.error !== null && !isConflict(end.error) && (
        <p className="wk-field__error" role="alert">
          {end.error.message}
        </p>
      )}
    </Dialog>
  )
}
