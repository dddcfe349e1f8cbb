import { useQuery } from '@tanstack/react-query'
import { useText } from '../language/use-text.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { relationFormsQuery } from './form.queries.ts'
import { planText } from './plan.text.ts'
import type { PlanDraft, PlanField } from './plan-draft.ts'

type Props = { draft: PlanDraft; change: (parts: Partial<PlanDraft>) => void }

/** What is asked: the short check, or a form of the organisation where there is one. */
export function PlanWhat({ relation, draft, change }: Props & { relation: string }) {
  const text = useText(planText)
  const { data } = useQuery(relationFormsQuery(relation))
  const forms = data?.toAsk ?? []
  if (forms.length === 0 && draft.form === '') return null
  const options = [
    { value: '', label: text.whatCheck },
    ...forms.map(({ id, title }) => ({ value: id as string, label: title })),
  ]
  return (
    <SelectField
      id="plan-what"
      label={text.what}
      value={draft.form}
      options={options}
      onChange={(value) => {
        const form = value ?? ''
        const isAfter = draft.rhythm === 'after-contact'
        change({ form, ...(form !== '' && isAfter && { rhythm: 'days' as const }) })
      }}
    />
  )
}

type DaysProps = Props & { error: (field: PlanField, sentence: string) => { error?: string } }

/** Every how many days, and between which. */
export function PlanDays({ draft, change, error }: DaysProps) {
  const text = useText(planText)
  return (
    <>
      <TextField
        id="plan-days"
        label={text.everyDays}
        hint={text.everyDaysHint}
        inputMode="numeric"
        value={draft.everyDays}
        onChange={(everyDays) => change({ everyDays })}
        {...error('everyDays', text.everyDaysError)}
      />
      <TextField
        id="plan-begins"
        type="date"
        label={text.beginsOn}
        optional
        value={draft.beginsOn}
        onChange={(beginsOn) => change({ beginsOn })}
      />
      <TextField
        id="plan-ends"
        type="date"
        label={text.endsOn}
        hint={text.endsOnHint}
        optional
        value={draft.endsOn}
        onChange={(endsOn) => change({ endsOn })}
        {...error('endsOn', text.endsOnError)}
      />
    </>
  )
}
