import {
  type SupervisionDays,
  supervisionDays,
  supervisionQuestion,
} from '@weerklank/core/feedback/supervision'
import type { supervisionShareEndpoints } from '@weerklank/core/feedback/supervision.contract'
import { type SubmitEvent, useState } from 'react'
import type { Answer } from '../api/client.ts'
import { newId } from '../api/new-id.ts'
import { listWords } from '../language/moment-words.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useShare } from './supervision.queries.ts'
import { supervisionText } from './supervision.text.ts'

type Props = {
  relation: string
  may: Answer<typeof supervisionShareEndpoints.shares>
  onDone: () => void
}

const fields = { whom: 'meekijken-wie', question: 'meekijken-vraag', days: 'meekijken-duur' }

/** Whom, for which question, and how long; who reads the question stands where it is written. */
export function SupervisionForm({ relation, may, onDone }: Props) {
  const text = useText(supervisionText)
  const language = useLanguage()
  const share = useShare(relation)
  const [draft, setDraft] = useState<Draft>({ id: newId(), supervisor: null, question: '', days: 14 })
  const [attempt, setAttempt] = useState(0)
  const problems = problemsOf(draft)
  if (may.askable.length === 0) return <p className="wk-muted">{text.nobody}</p>

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    const [first] = problems
    const { supervisor, ...rest } = draft
    if (first !== undefined || supervisor === null)
      return document.getElementById(first ?? fields.whom)?.focus()
    try {
      await share.mutateAsync({ ...rest, supervisor } as never)
    } catch {
      // Said in the form, where all still stands.
      return
    }
    notify({ text: text.sent(may.askable.find(({ id }) => id === supervisor)?.name ?? '') })
    onDone()
  }

  const wrong = (field: string, message: string) =>
    attempt > 0 && problems.includes(field) ? message : undefined
  const names = listWords(
    may.readBy.map(({ name }) => name),
    language,
  )
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <p className="wk-muted wk-small">{text.reads}</p>
      <SelectField
        id={fields.whom}
        label={text.whom}
        error={wrong(fields.whom, text.whomMissing)}
        value={draft.supervisor}
        options={may.askable.map(({ id, name }) => ({ value: id as string, label: name }))}
        onChange={(supervisor) => setDraft({ ...draft, supervisor })}
      />
      <TextArea
        id={fields.question}
        label={text.question}
        hint={text.questionHint(names)}
        error={wrong(fields.question, text.questionMissing)}
        maxLength={supervisionQuestion.most}
        value={draft.question}
        onChange={(question) => setDraft({ ...draft, question })}
      />
      <SelectField
        id={fields.days}
        label={text.howLong}
        value={String(draft.days)}
        options={supervisionDays.map((days) => ({ value: String(days), label: text.days(days) }))}
        onChange={(days) =>
          setDraft({ ...draft, days: supervisionDays.find((one) => String(one) === days) ?? 14 })
        }
      />
      <FormEnd error={share.error?.message} busy={share.isPending}>
        {text.send}
      </FormEnd>
      <p>
        <TextButton onClick={onDone}>{text.cancel}</TextButton>
      </p>
    </form>
  )
}

type Draft = { id: string; supervisor: string | null; question: string; days: SupervisionDays }

/** The fields that are not right yet, in their order on the screen. */
function problemsOf({ supervisor, question }: Draft): string[] {
  const isShort = question.trim().length < supervisionQuestion.least
  return [...(supervisor === null ? [fields.whom] : []), ...(isShort ? [fields.question] : [])]
}
