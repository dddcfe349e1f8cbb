import { useQuery } from '@tanstack/react-query'
import { echoAnswers } from '@weerklank/core/feedback/agreement'
import type { PaperForm } from '@weerklank/core/feedback/paper.contract'
import { echoWord } from '@weerklank/core/feedback/signal.words'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { say } from '@weerklank/core/shared/spoken'
import { type SubmitEvent, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { listWords } from '../language/moment-words.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { FormEnd } from '../ui/FormEnd.tsx'
import { PageState } from '../ui/PageState.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { paperFormQuery, useEnterPaper } from './paper.queries.ts'
import { paperText } from './paper.text.ts'

type Props = { relation: string; invitation: string; person: Participant }

/** Types over what somebody wrote on paper. When it is kept, the dialog says by itself that the answer is in. */
export function PaperEntry(props: Props) {
  const form = useQuery(paperFormQuery(props))
  return <PageState query={form}>{(found) => <EntryForm {...props} form={found} />}</PageState>
}

type Fields = Readonly<Record<string, string>>

function EntryForm({ relation, invitation, person, form }: Props & { form: PaperForm }) {
  const text = useText(paperText)
  const enter = useEnterPaper({ relation, invitation })
  const [answeredOn, setDay] = useState('')
  const [fields, setFields] = useState<Fields>({})
  const [problems, setProblems] = useState<Fields>({})
  const [attempt, setAttempt] = useState(0)
  const set = (field: string) => (value: string) => setFields((before) => ({ ...before, [field]: value }))
  const errorAt = (field: string) => problems[field]

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    setProblems(answeredOn === '' ? { answeredOn: text.dayMissing } : {})
    if (answeredOn === '') return
    try {
      await enter.mutateAsync({ answeredOn, fields: sendable(fields) })
    } catch (error) {
      const codes = error instanceof ApiError ? Object.entries(error.fields) : []
      setProblems(Object.fromEntries(codes.map(([field, code]) => [field, text.problem(code)])))
    }
  }

  const failed = enter.error !== null && Object.keys(problems).length === 0 ? enter.error.message : undefined
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <ErrorSummary
        errors={Object.entries(problems).map(([field, message]) => ({ field: idOf(field), message }))}
        attempt={attempt}
      />
      <TextField
        id={idOf('answeredOn')}
        type="date"
        label={text.day}
        hint={text.dayHint}
        error={errorAt('answeredOn')}
        value={answeredOn}
        onChange={setDay}
      />
      <Questions form={form} person={person} fields={fields} set={set} errorAt={errorAt} />
      <p className="wk-muted wk-small">{text.whose(person.name)}</p>
      <FormEnd error={failed} busy={enter.isPending}>
        {text.send}
      </FormEnd>
    </form>
  )
}

type QuestionsProps = {
  form: PaperForm
  person: Participant
  fields: Fields
  set: (field: string) => (value: string) => void
  errorAt: (field: string) => string | undefined
}

/** In the words and the order of the paper. */
function Questions({ form, person, fields, set, errorAt }: QuestionsProps) {
  const text = useText(paperText)
  const seenIn = useLanguage()
  const { instrument, agreements, ownWords } = form
  const language = person.language === 'en' ? 'en' : 'nl'
  const reader = { language, address: person.address } as const
  const values = {
    professional: listWords(form.professionals, language),
    client: listWords(form.clients, language),
    ...(ownWords === null ? {} : { own: ownWords }),
  }
  const field = (name: string) => ({
    ...{ id: idOf(name), value: fields[name] ?? '', error: errorAt(name), onChange: set(name) },
  })
  const choice = (name: string) => ({
    ...{ id: idOf(name), value: fields[name] ?? null, error: errorAt(name) },
    onChange: (value: string | null) => set(name)(value ?? ''),
  })
  return (
    <>
      {instrument.items.map((item) => {
        const label = say(item.question, reader, values)
        const ends = [say(item.low, reader, values), say(item.high, reader, values)] as const
        if (instrument.options === undefined) {
          const hint = text.line(...ends)
          return (
            <TextField
              key={item.id}
              {...field(`a.${item.id}`)}
              label={label}
              hint={hint}
              inputMode="decimal"
            />
          )
        }
        const options = instrument.options.map((one) => ({
          value: `${one.value}`,
          label: say(one.label, reader),
        }))
        return <SelectField key={item.id} {...choice(`a.${item.id}`)} label={label} options={options} />
      })}
      {agreements.map((one) => (
        <SelectField
          key={one.id}
          {...choice(`e.${one.id}`)}
          label={text.agreed(one.text)}
          options={echoAnswers.map((value) => ({ value, label: echoWord(value, seenIn) }))}
        />
      ))}
      <TextArea {...field('open')} label={say(instrument.open.question, reader, values)} />
    </>
  )
}

const idOf = (field: string) => `papier-${field.replace(/[^a-zA-Z0-9-]/g, '-')}`

/** As the form's own page sends it: what is empty is left out. */
function sendable(fields: Fields): Record<string, string> {
  const filled = Object.entries(fields).filter(([, value]) => value.trim() !== '')
  return Object.fromEntries(
    filled.map(([name, value]) => [name, name.startsWith('a.') ? value.trim() : value]),
  )
}
