import type { FormDetail } from '@weerklank/core/feedback/form.contract'
import { ApiError } from '../api/api-error.ts'
import { useText } from '../language/use-text.ts'
import { notify } from '../ui/notices.ts'
import { formLicenceText } from './form-licence.text.ts'
import { formPageText } from './form-page.text.ts'
import { useSetStatus } from './forms.queries.ts'

export type FormStatusChange = {
  busy: boolean
  /** Why the last change was not made, in words. */
  refused: string | null
  set: (version: number, status: 'published' | 'retired') => void
}

/** Takes versions into use and out of it. */
export function useFormStatus(form: FormDetail): FormStatusChange {
  const text = useText(formPageText)
  const licence = useText(formLicenceText)
  const change = useSetStatus(form.id)
  return {
    busy: change.isPending,
    refused: change.error && refusalOf(change.error, licence),
    set: (version, status) =>
      change.mutate(
        { version, status, revision: form.revision },
        { onSuccess: () => notify({ text: status === 'published' ? text.published : text.retired }) },
      ),
  }
}

/** Why a version was not taken into use, in words. */
export function refusalOf(error: Error, text: (typeof formLicenceText)['nl']): string {
  if (!(error instanceof ApiError)) return error.message
  const reason = error.fields.licence
  const known = Object.entries(text.refusal).find(([name]) => name === reason)
  return known?.[1] ?? error.message
}
