import { useText } from '../language/use-text.ts'
import { relationFormText } from './relation-form.text.ts'

/** Keeping did not work: what happened, that nothing typed is lost, what to do. */
export function RelationFormFailed({ error }: { error: Error }) {
  const text = useText(relationFormText)
  return (
    <div className="wk-relation-form__notice wk-relation-form__notice--failed" role="alert">
      <h2>{text.failed}</h2>
      {error.name === 'ApiError' && <p>{error.message}</p>}
      <p>{text.failedKept}</p>
    </div>
  )
}
