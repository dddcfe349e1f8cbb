import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { TextField } from '../ui/TextField.tsx'
import { accountText } from './account.text.ts'
import { PasskeyDeclined, PasskeyKnown } from './passkey-browser.ts'
import { useAddPasskey } from './session.actions.ts'

type Props = { onDone: (name: string) => void; onCancel: () => void }

/** A name, and then the browser asks for finger, face, PIN or key. */
export function PasskeyAdd({ onDone, onCancel }: Props) {
  const text = useText(accountText)
  const [name, setName] = useState('')
  const [attempt, setAttempt] = useState(0)
  const add = useAddPasskey()
  const wanted = name.trim()
  const failed = add.error === null ? undefined : said(add.error)
  const message = attempt === 0 ? undefined : wanted === '' ? text.keyNameMissing : failed

  function said(error: Error): string {
    if (error instanceof PasskeyDeclined) return text.keyDeclined
    return error instanceof PasskeyKnown ? text.keyKnown : error.message
  }
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (wanted !== '') add.mutate(wanted, { onSuccess: () => onDone(wanted) })
  }
  return (
    <form noValidate className="wk-stack wk-account__form" onSubmit={handleSubmit}>
      <ErrorSummary
        errors={message === undefined ? [] : [{ field: 'passkey-name', message }]}
        attempt={attempt}
      />
      <TextField
        id="passkey-name"
        label={text.keyName}
        hint={text.keyNameHint}
        autoComplete="off"
        maxLength={60}
        value={name}
        onChange={setName}
        error={message}
      />
      <div className="wk-actions">
        <Button variant="primary" type="submit" icon="key" busy={add.isPending}>
          {text.keyMake}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {text.cancel}
        </Button>
      </div>
    </form>
  )
}
