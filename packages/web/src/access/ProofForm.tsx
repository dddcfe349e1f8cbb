import { useMutation } from '@tanstack/react-query'
import type { SessionState } from '@weerklank/core/access/sessions.contract'
import { type SubmitEvent, useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { TextField } from '../ui/TextField.tsx'
import { PasswordField } from './PasswordField.tsx'
import { proveText } from './prove.text.ts'
import { isRefused } from './prove-kind.ts'
import { type ProofKind, proveBy } from './session.actions.ts'

type Props = {
  kind: ProofKind
  /** For password managers, which look for the account beside the password. */
  email: string
  action: string
  onProved: (state: SessionState) => void
  onFailed: (error: Error) => void
}

/** One field: a password, a code of the app, or a recovery code. */
export function ProofForm({ kind, email, action, onProved, onFailed }: Props) {
  const words = useWords(kind)
  const [value, setValue] = useState('')
  const [attempt, setAttempt] = useState(0)
  const prove = useMutation({
    mutationFn: (given: string) => proveBy(kind, given),
    meta: { routed: true },
    onSuccess: onProved,
    onError: onFailed,
  })
  const id = `proof-${kind}`
  const refusal =
    prove.error === null ? undefined : isRefused(prove.error) ? words.wrong : prove.error.message
  const message = attempt === 0 ? undefined : value.trim() === '' ? words.missing : refusal

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (value.trim() !== '') prove.mutate(kind === 'password' ? value : value.trim())
  }
  const field = { id, label: words.label, value, onChange: setValue, error: message }
  return (
    <form noValidate className="wk-stack" onSubmit={handleSubmit}>
      <ErrorSummary errors={message === undefined ? [] : [{ field: id, message }]} attempt={attempt} />
      {kind === 'password' ? (
        <>
          <input type="text" autoComplete="username" value={email} readOnly hidden />
          <PasswordField {...field} autoComplete="current-password" />
        </>
      ) : (
        <TextField
          {...field}
          hint={words.hint}
          autoComplete={kind === 'totp' ? 'one-time-code' : 'off'}
          inputMode={kind === 'totp' ? 'numeric' : 'text'}
          spellCheck={false}
        />
      )}
      <div className="wk-actions">
        <Button variant="primary" type="submit" busy={prove.isPending}>
          {action}
        </Button>
      </div>
    </form>
  )
}

function useWords(kind: ProofKind) {
  const text = useText(proveText)
  switch (kind) {
    case 'password':
      return {
        label: text.passwordLabel,
        hint: undefined,
        missing: text.passwordMissing,
        wrong: text.wrongPassword,
      }
    case 'totp':
      return {
        label: text.totpLabel,
        hint: text.totpHint,
        missing: text.totpMissing,
        wrong: text.wrongCode,
      }
    case 'recovery':
      return {
        label: text.recoveryLabel,
        hint: text.recoveryHint,
        missing: text.recoveryMissing,
        wrong: text.wrongRecovery,
      }
  }
}
