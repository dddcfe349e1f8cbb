import { type FormItem, itemsOf } from '@weerklank/core/feedback/form'
import { changeItem, findItem } from '@weerklank/core/feedback/form.build'
import { canCount, type Score, summedIn, withScore } from '@weerklank/core/feedback/form.build-score'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { formBuildText } from './form-build.text.ts'
import { type FieldsProps, partId } from './form-build.ts'

/** Which questions count in a score and how, in plain words. */
export function FormBuildScore({ build, form, item }: FieldsProps) {
  const text = useText(formBuildText)
  const [kind, setKind] = useState<Score['kind']>(scoreOf(form, item)?.kind ?? 'sum')
  const score = scoreOf(form, item)
  if (score === null) return <p>{text.scoreOwn}</p>
  const questions = [...itemsOf(form.items)].filter(canCount)
  const name = (one: FormItem) => one.text?.text.trim() || text.untitled
  const named = score.linkIds.flatMap((id) => findItem(form, id) ?? []).map(name)
  function handleScore(now: Score) {
    setKind(now.kind)
    build.draft.change((form) => changeItem(form, item.linkId, (one) => withScore(form, one, now)))
  }
  return (
    <div className="wk-stack">
      <RadioGroup
        id={partId('reken', item.linkId)}
        label={text.score}
        value={score.linkIds.length === 0 ? kind : score.kind}
        options={(['sum', 'mean'] as const).map((value) => ({ value, label: text.scoreKind[value] }))}
        onChange={(kind) => handleScore({ ...score, kind })}
      />
      <fieldset className="wk-build__options">
        <legend className="wk-field__label">{text.scoreOver}</legend>
        {questions.length === 0 && <p className="wk-muted">{text.scoreNone}</p>}
        {questions.map((one) => (
          <CheckboxField
            key={one.linkId}
            id={partId(`telt-mee-${encodeURIComponent(one.linkId)}`, item.linkId)}
            label={name(one)}
            checked={score.linkIds.includes(one.linkId)}
            onChange={(counts) => {
              const chosen = questions
                .map(({ linkId }) => linkId)
                .filter((id) => (id === one.linkId ? counts : score.linkIds.includes(id)))
              handleScore({ kind: score.linkIds.length === 0 ? kind : score.kind, linkIds: chosen })
            }}
          />
        ))}
      </fieldset>
      {named.length > 0 && <p>{text.scoreWords(named.map((one) => `“${one}”`).join(', '), score.kind)}</p>}
    </div>
  )
}

/** None chosen yet counts as a sum of nothing; null for a formula that was not made here. */
function scoreOf(form: FieldsProps['form'], { calculated }: FormItem): Score | null {
  return calculated === undefined ? { kind: 'sum', linkIds: [] } : summedIn(form, calculated)
}
