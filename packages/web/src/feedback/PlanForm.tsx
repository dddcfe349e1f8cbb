import type { Rhythm } from '@weerklank/core/feedback/check-plan'
import type { CheckPlan, planEndpoints } from '@weerklank/core/feedback/plan.contract'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { type FormEvent, useState } from 'react'
import { call } from '../api/client.ts'
import { useRelationChange } from '../api/relation-change.ts'
import { useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { TextField } from '../ui/TextField.tsx'
import { PlanDays, PlanWhat } from './PlanWithin.tsx'
import { planText } from './plan.text.ts'
import { type PlanDraft, planDraft, planProblems, planToSend } from './plan-draft.ts'

type Props = {
  relation: string
  person: Participant
  plan: CheckPlan | undefined
  /** Whether there is a mail server at all. */
  canMail: boolean
  onSaved: () => void
}

/** How often someone gets the questions, and where the mail may go. */
export function PlanForm({ relation, person, plan, canMail, onSaved }: Props) {
  const text = useText(planText)
  const [draft, setDraft] = useState(() => planDraft(plan))
  const [tried, setTried] = useState(false)
  const save = useRelationChange(relation, (draft: PlanDraft) =>
    call<typeof planEndpoints.savePlan>('PUT', '/api/relations/:relation/plans/:participant', {
      params: { relation, participant: person.id },
      body: planToSend(draft),
    }),
  )
  const problems = planProblems(draft)
  const change = (parts: Partial<PlanDraft>) => setDraft({ ...draft, ...parts })
  async function handleSubmit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (problems.length > 0) return
    await save.mutateAsync(draft).then(
      () => {
        notify({ text: text.saved })
        onSaved()
      },
      () => undefined,
    )
  }
  return (
    <form className="wk-stack" noValidate onSubmit={(event) => void handleSubmit(event)}>
      <Fields {...{ relation, draft, change, person, canMail, problems: tried ? problems : [] }} />
      <FormEnd error={save.isError ? text.failed : undefined} busy={save.isPending}>
        {text.save}
      </FormEnd>
    </form>
  )
}

type FieldsProps = {
  relation: string
  draft: PlanDraft
  change: (parts: Partial<PlanDraft>) => void
  person: Participant
  canMail: boolean
  problems: ReturnType<typeof planProblems>
}

function Fields({ relation, draft, change, person, canMail, problems }: FieldsProps) {
  const text = useText(planText)
  const error = (field: (typeof problems)[number], sentence: string) =>
    problems.includes(field) ? { error: sentence } : {}
  const all: { value: Rhythm; label: string }[] = [
    { value: 'none', label: text.choiceNone },
    { value: 'after-contact', label: text.choiceContact },
    { value: 'weeks', label: text.choiceWeeks },
    { value: 'days', label: text.choiceDays },
  ]
  // A form is about no contact.
  const rhythms = all.filter(({ value }) => draft.form === '' || value !== 'after-contact')
  return (
    <>
      <PlanWhat {...{ relation, draft, change }} />
      <RadioGroup
        id="plan-rhythm"
        label={text.rhythm}
        value={draft.rhythm}
        options={rhythms}
        onChange={(rhythm) => change({ rhythm })}
      />
      {draft.rhythm === 'weeks' && (
        <TextField
          id="plan-weeks"
          label={text.everyWeeks}
          hint={text.everyWeeksHint}
          inputMode="numeric"
          value={draft.everyWeeks}
          onChange={(everyWeeks) => change({ everyWeeks })}
          {...error('everyWeeks', text.everyWeeksError)}
        />
      )}
      {draft.rhythm === 'days' && <PlanDays {...{ draft, change, error }} />}
      {draft.rhythm !== 'none' && <Letters {...{ draft, change, person, canMail, error }} />}
    </>
  )
}

type LettersProps = Omit<FieldsProps, 'problems' | 'relation'> & {
  error: (field: 'email' | 'agreed', sentence: string) => { error?: string }
}

function Letters({ draft, change, person, canMail, error }: LettersProps) {
  const text = useText(planText)
  // An address that is there may be taken away; a new one would reach nobody.
  const [hasAddress] = useState(draft.email !== '')
  return (
    <>
      {!canMail && <p>{text.noServer}</p>}
      {(canMail || hasAddress) && (
        <TextField
          id="plan-email"
          label={text.email}
          hint={text.emailHint}
          type="email"
          autoComplete="off"
          optional
          value={draft.email}
          onChange={(email) => change({ email })}
          {...error('email', text.emailError)}
        />
      )}
      {draft.email.trim() !== '' && (
        <CheckboxField
          id="plan-agreed"
          label={text.agreed(person.name)}
          checked={draft.agreed}
          onChange={(agreed) => change({ agreed })}
          {...error('agreed', text.agreedError)}
        />
      )}
      <CheckboxField
        id="plan-weekends"
        label={text.weekends}
        checked={draft.weekends}
        onChange={(weekends) => change({ weekends })}
      />
    </>
  )
}
