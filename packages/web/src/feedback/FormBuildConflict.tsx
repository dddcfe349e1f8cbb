import { useNavigate } from '@tanstack/react-router'
import { type FormDeed, whatChanged } from '@weerklank/core/feedback/form.build-diff'
import type { BuiltForm } from '@weerklank/core/feedback/form-build.contract'
import { useState } from 'react'
import { newId } from '../api/new-id.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { beginForm } from './form-build.queries.ts'
import { formBuildText } from './form-build.text.ts'
import type { DraftState, FormDraft } from './form-draft.ts'

type Props = { draft: FormDraft; state: DraftState; theirs: BuiltForm }

/** Two people at once: what the other did, and what to do with one's own. */
export function FormBuildConflict({ draft, state, theirs }: Props) {
  const text = useText(formBuildText)
  const navigate = useNavigate()
  const [copy] = useState(newId)
  const [error, setError] = useState<Error | null>(null)
  const [isBusy, setBusy] = useState(false)
  const deeds = whatChanged(state.kept.model, theirs.model)
  async function handleCopy() {
    setBusy(true)
    setError(null)
    const title = { ...state.now.title, text: text.copyOf(state.now.title.text).slice(0, 400) }
    try {
      await beginForm(copy, { ...state.now, title })
      draft.takeTheirs()
      await navigate({ to: '/vragenlijsten/$form/bouwen', params: { form: copy } })
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)))
    }
    setBusy(false)
  }
  return (
    <section className="wk-notice wk-build__conflict" role="alert" aria-label={text.conflictTitle}>
      <h2>{text.conflictTitle}</h2>
      <p>{deeds.length === 0 ? text.deedNone : text.conflictText}</p>
      <ul>
        {deeds.map((deed) => (
          <li key={deed.kind === 'about' ? 'about' : `${deed.kind} ${deed.linkId}`}>{wordsOf(deed, text)}</li>
        ))}
      </ul>
      <div className="wk-actions">
        <Button busy={isBusy} onClick={() => void handleCopy()}>
          {text.keepCopy}
        </Button>
        <Button onClick={draft.takeTheirs}>{text.takeTheirs}</Button>
      </div>
      <p className="wk-muted wk-small">{text.takeTheirsHint}</p>
      {error !== null && <p className="wk-field__error">{error.message}</p>}
    </section>
  )
}

function wordsOf(deed: FormDeed, text: (typeof formBuildText)['nl']): string {
  return deed.kind === 'about' ? text.deed.about : text.deed[deed.kind](deed.text || text.untitled)
}
