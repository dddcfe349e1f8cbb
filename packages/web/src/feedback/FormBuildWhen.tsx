import type { FormCondition, FormEnableWhen, FormItem } from '@weerklank/core/feedback/form'
import { changeItem, questionsBefore } from '@weerklank/core/feedback/form.build'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { FormBuildWhenValue } from './FormBuildWhenValue.tsx'
import { formBuildText } from './form-build.text.ts'
import { type FieldsProps, partId } from './form-build.ts'
import { firstCondition, operatorsOf } from './form-condition.ts'

/** When an item is asked: always, or with certain answers to questions before it. */
export function FormBuildWhen({ build, form, item }: FieldsProps) {
  const text = useText(formBuildText)
  const { linkId, enableWhen: when } = item
  const before = questionsBefore(form, linkId)
  const [first] = before
  const put = (next: FormEnableWhen | null, key = '') =>
    build.draft.change(
      (now) => changeItem(now, linkId, (one) => withWhen(one, next)),
      key && `${linkId} ${key}`,
    )
  if (when === undefined && first === undefined) return null
  return (
    <div className="wk-stack">
      <RadioGroup
        id={partId('wanneer', linkId)}
        label={text.when}
        value={when === undefined ? 'always' : 'sometimes'}
        options={(['always', 'sometimes'] as const).map((value) => ({ value, label: text[value] }))}
        onChange={(value) =>
          put(
            value === 'always' || first === undefined
              ? null
              : { behaviour: 'all', conditions: [firstCondition(first)] },
          )
        }
      />
      {when !== undefined && (
        <Conditions
          linkId={linkId}
          when={when}
          before={before}
          all={[...before, ...missingOf(form, when, before)]}
          onChange={put}
        />
      )}
    </div>
  )
}

function withWhen({ enableWhen: _, ...rest }: FormItem, when: FormEnableWhen | null): FormItem {
  return when === null ? rest : { ...rest, enableWhen: when }
}

/** Questions that a condition names and that do not stand before it any more: still shown, so that one sees what it was. */
function missingOf(form: FieldsProps['form'], when: FormEnableWhen, before: readonly FormItem[]): FormItem[] {
  const known = new Set(before.map(({ linkId }) => linkId))
  const named = new Set(when.conditions.map(({ question }) => question).filter((id) => !known.has(id)))
  return questionsBefore(form, '').filter(({ linkId }) => named.has(linkId))
}

type ConditionsProps = {
  linkId: string
  when: FormEnableWhen
  before: readonly FormItem[]
  all: readonly FormItem[]
  onChange: (when: FormEnableWhen | null, key?: string) => void
}

function Conditions({ linkId, when, before, all, onChange }: ConditionsProps) {
  const text = useText(formBuildText)
  const { conditions } = when
  const [first] = before
  const set = (next: readonly FormCondition[], key?: string) =>
    onChange(next.length === 0 ? null : { ...when, conditions: next }, key)
  return (
    <>
      {conditions.map((condition, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name, and stay in their order
        <div key={at} className="wk-build__condition">
          <OneCondition
            id={partId(`als-${at}`, linkId)}
            number={at + 1}
            condition={condition}
            questions={all}
            onChange={(next, key) => set(conditions.with(at, next), key && `${key} ${at}`)}
          />
          <Button
            variant="quiet"
            icon="minus"
            aria-label={text.removeCondition(at + 1)}
            onClick={() => set(conditions.toSpliced(at, 1))}
          >
            {text.remove}
          </Button>
        </div>
      ))}
      {conditions.length > 1 && (
        <RadioGroup
          id={partId('samen', linkId)}
          label={text.when}
          value={when.behaviour}
          options={[
            { value: 'all', label: text.whenAll },
            { value: 'any', label: text.whenAny },
          ]}
          onChange={(behaviour) => onChange({ ...when, behaviour })}
        />
      )}
      {first !== undefined && conditions.length < 50 && (
        <div className="wk-actions">
          <Button icon="plus" onClick={() => set([...conditions, firstCondition(first)])}>
            {text.addCondition}
          </Button>
        </div>
      )}
    </>
  )
}

type OneProps = {
  id: string
  number: number
  condition: FormCondition
  questions: readonly FormItem[]
  onChange: (condition: FormCondition, key?: string) => void
}

function OneCondition({ id, number, condition, questions, onChange }: OneProps) {
  const text = useText(formBuildText)
  const asked = questions.find(({ linkId }) => linkId === condition.question)
  return (
    <>
      <SelectField
        id={id}
        label={text.whenQuestion(number)}
        value={condition.question}
        options={questions.map((one) => ({
          value: one.linkId,
          label: one.text?.text.trim() || text.untitled,
        }))}
        onChange={(linkId) => {
          const chosen = questions.find((one) => one.linkId === linkId)
          if (chosen !== undefined) onChange(firstCondition(chosen))
        }}
      />
      {asked !== undefined && (
        <SelectField
          id={`${id}-hoe`}
          label={text.whenOperator}
          value={condition.operator}
          options={operatorsOf(asked).map((value) => ({ value, label: text.operator[value] }))}
          onChange={(operator) => {
            if (operator === null) return
            const value =
              operator === 'exists' || condition.operator === 'exists'
                ? { ...firstCondition(asked), operator }
                : { ...condition, operator }
            onChange(operator === 'exists' ? { ...value, value: { kind: 'boolean', value: true } } : value)
          }}
        />
      )}
      {asked !== undefined && condition.operator !== 'exists' && (
        <FormBuildWhenValue
          id={`${id}-waarde`}
          asked={asked}
          value={condition.value}
          onChange={(value) => onChange({ ...condition, value }, 'waarde')}
        />
      )}
    </>
  )
}
