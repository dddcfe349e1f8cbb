import {
  relationContexts,
  relationKinds,
  type Situation,
  situationsOf,
} from '@weerklank/core/relation/relation'
import { useText } from '../language/use-text.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { type Option, SelectField } from '../ui/SelectField.tsx'
import { useRelationWords } from './relation.ts'
import { hasSetting } from './relation-form.draft.ts'
import { type Form, fieldId, type ProblemWords } from './relation-form.state.ts'
import { relationFormText } from './relation-form.text.ts'

/** Kind × context × situation; the last two only where they apply (S004 table 2). */
export function RelationFormSetting({ form, words }: { form: Form; words: ProblemWords }) {
  const text = useText(relationFormText)
  const say = useRelationWords()
  const { state, dispatch } = form
  const { kind, context, situation } = state.draft
  const isAsked = hasSetting(kind)
  const situations: readonly Situation[] = context === null ? [] : situationsOf[context]
  return (
    <>
      <RadioGroup
        id={fieldId('kind')}
        label={text.kind}
        error={words.errorAt('kind')}
        value={kind}
        options={relationKinds.map((value) => ({
          value,
          label: say.kind(value),
          hint: text.kindHint[value],
        }))}
        onChange={(value) => dispatch({ type: 'kind-chosen', kind: value })}
      />
      {isAsked && (
        <RadioGroup
          id={fieldId('context')}
          label={text.context}
          error={words.errorAt('context')}
          value={context}
          options={relationContexts.map((value) => ({
            value,
            label: say.context(value),
            hint: text.contextHint[value],
          }))}
          onChange={(value) => dispatch({ type: 'context-chosen', context: value })}
        />
      )}
      {isAsked && context !== null && (
        <div className="wk-relation-form__middle">
          <SelectField
            id={fieldId('situation')}
            label={text.situation}
            error={words.errorAt('situation')}
            value={situation}
            options={situations.map((value): Option<Situation> => ({ value, label: say.situation(value) }))}
            onChange={(value) => dispatch({ type: 'situation-chosen', situation: value })}
          />
        </div>
      )}
    </>
  )
}
