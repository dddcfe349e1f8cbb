import { useText } from '../language/use-text.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { TextField } from '../ui/TextField.tsx'
import { rhythms } from './relation-form.draft.ts'
import { type Form, fieldId, type ProblemWords } from './relation-form.state.ts'
import { relationFormText } from './relation-form.text.ts'

/** How often a check is planned: a few usual choices, or a number of days of one's own. */
export function RelationFormRhythm({ form, words }: { form: Form; words: ProblemWords }) {
  const text = useText(relationFormText)
  const { state, dispatch } = form
  const { rhythm, otherDays } = state.draft
  return (
    <>
      <RadioGroup
        id="rhythm"
        label={text.rhythm}
        hint={text.rhythmHint}
        value={rhythm}
        options={rhythms.map((value) => ({ value, label: text.rhythmOption[value] }))}
        onChange={(value) => dispatch({ type: 'rhythm-chosen', rhythm: value })}
      />
      {rhythm === 'other' && (
        <div className="wk-relation-form__short">
          <TextField
            id={fieldId('checkEveryDays')}
            label={text.otherDays}
            error={words.errorAt('checkEveryDays')}
            value={otherDays}
            inputMode="numeric"
            autoComplete="off"
            onChange={(value) => dispatch({ type: 'typed', field: 'otherDays', value })}
          />
        </div>
      )}
    </>
  )
}
