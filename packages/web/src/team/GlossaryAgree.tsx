import type { Glossary, GlossaryWord } from '@weerklank/core/team/glossary.contract'
import { type FormEvent, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useAgreeOn } from './glossary.queries.ts'
import { glossaryText } from './glossary.text.ts'

type Props = { relation: string; word: GlossaryWord; glossary: Glossary }

/**
 * Writes down what was agreed. Where somebody else wrote a meaning since this form was opened, hers is shown beside what was
 * typed, and nothing is lost.
 */
export function GlossaryAgree({ relation, word, glossary }: Props) {
  const text = useText(glossaryText)
  const agree = useAgreeOn({ relation, word: word.id })
  const newest = word.agreed[0]
  const [base, setBase] = useState(newest?.seq ?? 0)
  const [draft, setDraft] = useState({
    text: newest?.text ?? '',
    on: glossary.today,
    meeting: null as string | null,
  })
  const [isMissing, setMissing] = useState(false)
  const since = newest !== undefined && newest.seq > base ? newest : undefined
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    setMissing(draft.text.trim() === '')
    if (draft.text.trim() === '' || agree.isPending) return
    // She has read what stands above: from here on hers comes after it.
    const seen = newest?.seq ?? 0
    setBase(seen)
    agree.mutate({ ...draft, base: seen }, { onSuccess: () => setBase(seen + 1) })
  }
  const fields = agree.error instanceof ApiError ? agree.error.fields : {}
  const isConflict = agree.error instanceof ApiError && agree.error.code === 'conflict'
  const id = (field: string) => `${field}-${word.id}`
  return (
    <form className="wk-stack wk-glossary-form" noValidate onSubmit={handleSubmit}>
      {since !== undefined && (
        <div className="wk-glossary-since" role="alert">
          <p>{text.since}</p>
          <blockquote>{since.text}</blockquote>
          <p>{text.sinceDo}</p>
        </div>
      )}
      <TextArea
        {...{
          id: id('agreed'),
          label: text.agreeText,
          hint: text.agreeHint,
          maxLength: 1_000,
          value: draft.text,
        }}
        error={isMissing ? text.textMissing : undefined}
        onChange={(words) => setDraft({ ...draft, text: words })}
      />
      <TextField
        {...{ id: id('on'), label: text.day, type: 'date', value: draft.on }}
        error={fields.on === undefined ? undefined : text.inFuture}
        onChange={(on) => setDraft({ ...draft, on })}
      />
      {glossary.meetings.length > 0 && (
        <SelectField
          {...{ id: id('meeting'), label: text.meeting, optional: true, value: draft.meeting }}
          options={glossary.meetings.map(({ id: value, title: label }) => ({
            value: value as string,
            label,
          }))}
          onChange={(meeting) => setDraft({ ...draft, meeting })}
        />
      )}
      <FormEnd
        error={isConflict && since !== undefined ? undefined : agree.error?.message}
        busy={agree.isPending}
        variant="outline"
      >
        {text.agreeNow}
      </FormEnd>
    </form>
  )
}
