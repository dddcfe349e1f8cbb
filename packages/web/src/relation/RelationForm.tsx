import './relation-form.css'
import type { ReactNode, SubmitEvent } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Section } from '../ui/Section.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { RelationFormFailed } from './RelationFormFailed.tsx'
import { RelationFormLeave } from './RelationFormLeave.tsx'
import { RelationFormPeople } from './RelationFormPeople.tsx'
import { RelationFormRhythm } from './RelationFormRhythm.tsx'
import { RelationFormSetting } from './RelationFormSetting.tsx'
import { type Body, checkDraft } from './relation-form.check.ts'
import type { PersonDraft } from './relation-form.draft.ts'
import { type Form, useProblemWords } from './relation-form.state.ts'
import { relationFormText } from './relation-form.text.ts'

type Props = {
  form: Form
  submitLabel: string
  /** Beside the submit button: the way out. */
  cancel: ReactNode
  /** Who took part before. */
  left: readonly PersonDraft[]
  busy: boolean
  /** Why the last attempt failed, when that belongs to no field. */
  error: Error | null
  onSubmit: (body: Body) => void
}

/** All of a collaboration that one fills in. The server has the last word on what fits. */
export function RelationForm({ form, submitLabel, cancel, left, busy, error, onSubmit }: Props) {
  const text = useText(relationFormText)
  const { state, dispatch } = form
  const { draft } = state
  const words = useProblemWords(state)
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    const checked = checkDraft(draft)
    if ('problems' in checked) dispatch({ type: 'refused', problems: checked.problems })
    else onSubmit(checked.body)
  }
  return (
    <div className="wk-relation-form__page">
      <ErrorSummary errors={words.summary} attempt={state.attempt} />
      <p className="wk-muted">{text.rule}</p>
      <form className="wk-relation-form" noValidate onSubmit={handleSubmit}>
        <Section title={text.who}>
          <TextField
            id="title"
            label={text.title}
            hint={text.titleHint}
            error={words.errorAt('title')}
            value={draft.title}
            autoComplete="off"
            onChange={(value) => dispatch({ type: 'typed', field: 'title', value })}
          />
          <RelationFormPeople form={form} words={words} left={left} />
        </Section>
        <Section title={text.what}>
          <RelationFormSetting form={form} words={words} />
          <TextArea
            id="purpose"
            label={text.purpose}
            hint={text.purposeHint}
            error={words.errorAt('purpose')}
            optional
            value={draft.purpose}
            onChange={(value) => dispatch({ type: 'typed', field: 'purpose', value })}
          />
        </Section>
        <Section title={text.often}>
          <RelationFormRhythm form={form} words={words} />
        </Section>
        {error !== null && <RelationFormFailed error={error} />}
        <div className="wk-actions">
          <Button type="submit" variant="primary" busy={busy}>
            {submitLabel}
          </Button>
          {cancel}
        </div>
      </form>
      <RelationFormLeave form={form} />
    </div>
  )
}
