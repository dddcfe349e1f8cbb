import { useNavigate } from '@tanstack/react-router'
import { buildProblems } from '@weerklank/core/feedback/form.build-check'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notices.ts'
import { useForgetForms } from './form-build.queries.ts'
import { formBuildText } from './form-build.text.ts'
import { type Build, focusSoon } from './form-build.ts'
import type { DraftState } from './form-draft.ts'
import { formLicenceText } from './form-licence.text.ts'
import { formPageText } from './form-page.text.ts'
import { refusalOf } from './form-status.ts'
import { useSetStatus } from './forms.queries.ts'

/** Takes what was built into use; what is left to do first gets the focus. */
export function FormBuildPublish({ build, state }: { build: Build; state: DraftState }) {
  const text = useText(formBuildText)
  const page = useText(formPageText)
  const licence = useText(formLicenceText)
  const navigate = useNavigate()
  const forget = useForgetForms()
  const { kept, now } = state
  const change = useSetStatus(kept.form)
  if (kept.status === 'published' && now === kept.model) return null
  async function handlePublish() {
    if (buildProblems(now).length > 0) return focusSoon('bouw-te-doen')
    const saved = await build.draft.flush()
    if (saved === null) return
    const { version, revision } = saved
    change.mutate(
      { version, revision, status: 'published' },
      {
        onSuccess: () => {
          notify({ text: page.published })
          forget()
          void navigate({ to: '/vragenlijsten/$form', params: { form: saved.form } })
        },
      },
    )
  }
  return (
    <div>
      <Button variant="primary" icon="check" busy={change.isPending} onClick={() => void handlePublish()}>
        {text.publish(kept.status === 'draft' ? kept.version : kept.version + 1)}
      </Button>
      <div role="alert">
        {change.error !== null && <p className="wk-field__error">{refusalOf(change.error, licence)}</p>}
      </div>
    </div>
  )
}
