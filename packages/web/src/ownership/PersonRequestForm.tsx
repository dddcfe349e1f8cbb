import type { PersonRequest } from '@weerklank/core/consent/person.contract'
import { type SubmitEvent, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { useText } from '../language/use-text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { notify } from '../ui/notices.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useHandleRequest } from './person-request.queries.ts'
import { personRequestText } from './person-request.text.ts'
import { type RequestDraft, requestProblems } from './request-draft.ts'

type Props = { relation: string; request: PersonRequest; onDone: () => void }
const ids = { outcome: 'verzoek-uitkomst', answer: 'verzoek-antwoord', sure: 'verzoek-zeker' }

/** Answers a request; deleting says first what goes, and is asked twice. */
export function PersonRequestForm({ relation, request, onDone }: Props) {
  const text = useText(personRequestText)
  const [draft, setDraft] = useState<RequestDraft>({ outcome: null, answer: '', deletes: false, sure: false })
  const [attempted, setAttempted] = useState(false)
  const handle = useHandleRequest(relation)
  const problems = requestProblems(draft)
  const set = (part: Partial<RequestDraft>) => setDraft({ ...draft, ...part })
  const wrong = (field: keyof typeof ids, words: string) =>
    attempted && problems.includes(field) ? words : undefined

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempted(true)
    const [first] = problems
    if (first !== undefined || draft.outcome === null)
      return document.getElementById(ids[first ?? 'outcome'])?.focus()
    const body = {
      outcome: draft.outcome,
      answer: draft.answer,
      deletes: draft.deletes ? 'answers' : 'nothing',
    } as const
    try {
      const { deleted } = await handle.mutateAsync({ request: request.id, body })
      notify({ text: deleted === null ? text.sent : text.deleted(deleted.answers) })
      onDone()
    } catch {
      // Said below; what was written still stands.
    }
  }

  const { error } = handle
  const failed = error instanceof ApiError && error.code === 'conflict' ? text.taken : error?.message
  const mayDelete = request.kind === 'deletion' && draft.outcome !== 'refused'
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      {request.text !== '' && <blockquote className="wk-working-note__words">{request.text}</blockquote>}
      <RadioGroup
        id={ids.outcome}
        label={text.outcome}
        error={wrong('outcome', text.outcomeMissing)}
        value={draft.outcome}
        options={(['done', 'partly', 'refused'] as const).map((value) => ({
          value,
          label: text.outcomes[value],
        }))}
        onChange={(outcome) =>
          set({ outcome, ...(outcome === 'refused' && { deletes: false, sure: false }) })
        }
      />
      {mayDelete && (
        <>
          <CheckboxField
            id="verzoek-verwijderen"
            label={text.deletes}
            checked={draft.deletes}
            onChange={(deletes) => set({ deletes, sure: false })}
          />
          {draft.deletes && (
            <WhatGoes
              draft={draft}
              error={wrong('sure', text.sureMissing)}
              onSure={(sure) => set({ sure })}
            />
          )}
        </>
      )}
      <TextArea
        id={ids.answer}
        label={text.answer}
        hint={text.answerHint}
        error={wrong('answer', text.answerMissing)}
        maxLength={1000}
        value={draft.answer}
        onChange={(answer) => set({ answer })}
      />
      <FormEnd error={failed} busy={handle.isPending} variant={draft.deletes ? 'destructive' : 'primary'}>
        {draft.deletes ? text.sendAndDelete : text.send}
      </FormEnd>
    </form>
  )
}

type WhatGoesProps = { draft: RequestDraft; error: string | undefined; onSure: (sure: boolean) => void }

function WhatGoes({ draft, error, onSure }: WhatGoesProps) {
  const text = useText(personRequestText)
  return (
    <>
      <p>{text.deletesMeans}</p>
      <p>{text.deletesNot}</p>
      <CheckboxField id={ids.sure} label={text.sure} error={error} checked={draft.sure} onChange={onSure} />
    </>
  )
}
