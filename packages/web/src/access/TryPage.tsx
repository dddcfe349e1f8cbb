import './programs.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { FormEnd } from '../ui/FormEnd.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { focusSoon } from './focus-field.ts'
import { programsText } from './programs.text.ts'
import type { Operation } from './try-operations.ts'
import { isJson, operationsQuery, type Tried, tryRequest } from './try-request.ts'

/** Every operation that a token opens, to be tried with a real one. */
export function TryPage() {
  const text = useText(programsText)
  const query = useQuery(operationsQuery)
  return (
    <div className="wk-programs">
      <PageHeader title={text.tryTitle} intro={text.tryIntro} />
      <PageState query={query}>{(operations) => <Form operations={operations} />}</PageState>
      <p>
        <a href="/api/openapi.json">{text.tryDocument}</a>
      </p>
    </div>
  )
}

const ids = { token: 'proef-sleutel', operation: 'proef-wat', body: 'proef-inhoud' }

function Form({ operations }: { operations: readonly Operation[] }) {
  const text = useText(programsText)
  const [token, setToken] = useState('')
  const [chosen, setChosen] = useState<Operation | null>(null)
  const [tried, setTried] = useState(false)
  const [sent, setSent] = useState({ filled: {} as Record<string, string>, body: '' })
  const send = useMutation({ mutationFn: tryRequest })
  const isWrong = chosen !== null && chosen.body !== null && !isJson(sent.body)
  function handleChoose(id: string | null) {
    const operation = operations.find((one) => one.id === id) ?? null
    setChosen(operation)
    setSent({ ...sent, body: operation?.body ?? '' })
  }
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (chosen === null || isWrong) return focusSoon(chosen === null ? ids.operation : ids.body)
    send.mutate({ operation: chosen, token, ...sent })
  }
  return (
    <form className="wk-stack" noValidate onSubmit={handleSubmit}>
      <TextField
        id={ids.token}
        label={text.tryToken}
        hint={text.tryTokenHint}
        autoComplete="off"
        spellCheck={false}
        value={token}
        onChange={setToken}
      />
      <SelectField
        id={ids.operation}
        label={text.tryOperation}
        hint={chosen === null ? undefined : text.tryNeeds(chosen.scope)}
        error={tried && chosen === null ? text.tryOperationMissing : undefined}
        value={chosen?.id ?? null}
        options={operations.map((one) => ({
          value: one.id,
          label: `${one.method} ${one.path}: ${one.summary}`,
        }))}
        onChange={handleChoose}
      />
      {chosen !== null && (
        <Places operation={chosen} sent={sent} onChange={setSent} wrong={tried && isWrong} />
      )}
      <FormEnd error={send.isError ? text.tryFailed : undefined} busy={send.isPending}>
        {text.trySend}
      </FormEnd>
      <div role="status">{send.data !== undefined && <Answer tried={send.data} />}</div>
    </form>
  )
}

type Sent = { filled: Record<string, string>; body: string }
type PlacesProps = { operation: Operation; sent: Sent; wrong: boolean; onChange: (sent: Sent) => void }

function Places({ operation, sent, wrong, onChange }: PlacesProps) {
  const text = useText(programsText)
  return (
    <>
      {operation.places.map(({ name, in: where }) => (
        <TextField
          key={name}
          id={`proef-${name}`}
          label={name}
          optional={where === 'query'}
          autoComplete="off"
          spellCheck={false}
          value={sent.filled[name] ?? ''}
          onChange={(value) => onChange({ ...sent, filled: { ...sent.filled, [name]: value } })}
        />
      ))}
      {operation.body !== null && (
        <TextArea
          id={ids.body}
          label={text.tryBody}
          error={wrong ? text.tryBodyWrong : undefined}
          rows={8}
          value={sent.body}
          onChange={(body) => onChange({ ...sent, body })}
        />
      )}
    </>
  )
}

function Answer({ tried }: { tried: Tried }) {
  const text = useText(programsText)
  const words = text.tryAnswer(tried.status, tried.ms)
  return (
    <div className="wk-stack">
      <p>
        <strong>{words}</strong>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="wk-try-answer" tabIndex={0} aria-label={words}>
        <pre>{tried.text}</pre>
      </section>
    </div>
  )
}
