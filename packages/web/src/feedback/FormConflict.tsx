import { useQueryClient } from '@tanstack/react-query'
import { isConflict } from '../api/is-conflict.ts'
import { useText } from '../language/use-text.ts'
import { TextButton } from '../ui/TextButton.tsx'
import { formLicenceText } from './form-licence.text.ts'
import { formQuery } from './forms.queries.ts'

/** Two people at once: what was typed stays, and one looks at what the other did before sending it again. */
export function FormConflict({ form, error }: { form: string; error: Error | null }) {
  const text = useText(formLicenceText)
  const queryClient = useQueryClient()
  if (!isConflict(error)) return null
  return (
    <div role="alert" className="wk-notice">
      <p>{text.conflict}</p>
      <TextButton onClick={() => void queryClient.invalidateQueries({ queryKey: formQuery(form).queryKey })}>
        {text.look}
      </TextButton>
    </div>
  )
}
