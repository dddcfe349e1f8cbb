import './account.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { PageState } from '../ui/PageState.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { TextField } from '../ui/TextField.tsx'
import { accountText } from './account.text.ts'
import { isRefused } from './prove-kind.ts'
import { beginTotp, confirmTotp } from './session.actions.ts'

type Props = { onDone: (recoveryCodes: string[]) => void; onCancel: () => void }

/** The key for the app, as a picture and as text, and the first code as a sign that it got there. */
export function TotpSetup({ onDone, onCancel }: Props) {
  const text = useText(accountText)
  // A new key each time: the server keeps the last one, so it may not be fetched again under the one who scans it.
  const key = useQuery({
    queryKey: ['new-totp'],
    queryFn: beginTotp,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  return (
    <div className="wk-stack">
      <PageState query={key}>{({ uri, secret }) => <Key uri={uri} secret={secret} />}</PageState>
      {key.data !== undefined && <Confirm onDone={onDone} onCancel={onCancel} />}
      {key.error !== null && (
        <div className="wk-actions">
          <Button onClick={onCancel}>{text.cancel}</Button>
        </div>
      )}
    </div>
  )
}

function Key({ uri, secret }: { uri: string; secret: string }) {
  const text = useText(accountText)
  const start = useRef<HTMLParagraphElement>(null)
  useEffect(() => start.current?.focus(), [])
  return (
    <div className="wk-stack">
      <p ref={start} tabIndex={-1}>
        {text.setUpScan}
      </p>
      <QrCode url={uri} label={text.setUpQr} failed={text.setUpQrFailed} />
      <div>
        <p>{text.setUpSecret}</p>
        <p>
          <code className="wk-secret">{secret}</code>
        </p>
        <p className="wk-small">
          <a className="wk-account__open" href={uri}>
            {text.setUpOpen}
          </a>
        </p>
      </div>
      <p className="wk-muted wk-small">{text.setUpApps}</p>
    </div>
  )
}

function Confirm({ onDone, onCancel }: Props) {
  const text = useText(accountText)
  const [code, setCode] = useState('')
  const [attempt, setAttempt] = useState(0)
  const confirm = useMutation({ mutationFn: confirmTotp, onSuccess: onDone })
  const { error } = confirm
  const refusal = error === null ? undefined : isRefused(error) ? text.setUpCodeWrong : error.message
  const message = attempt === 0 ? undefined : code.trim() === '' ? text.setUpCodeMissing : refusal
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (code.trim() !== '') confirm.mutate(code.replace(/\s/g, ''))
  }
  return (
    <form noValidate className="wk-stack" onSubmit={handleSubmit}>
      <ErrorSummary
        errors={message === undefined ? [] : [{ field: 'totp-code', message }]}
        attempt={attempt}
      />
      <TextField
        id="totp-code"
        label={text.setUpCode}
        hint={text.setUpCodeHint}
        autoComplete="one-time-code"
        inputMode="numeric"
        value={code}
        onChange={setCode}
        error={message}
      />
      <div className="wk-actions">
        <Button variant="primary" type="submit" busy={confirm.isPending}>
          {text.setUpConfirm}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {text.cancel}
        </Button>
      </div>
    </form>
  )
}
