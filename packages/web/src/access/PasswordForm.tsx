import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { TextField } from '../ui/TextField.tsx'
import { signInWithPassword } from './access.actions.ts'
import { accessText } from './access.text.ts'
import { PasswordField } from './PasswordField.tsx'
import { useSignedIn } from './signed-in.ts'

export function PasswordForm({ target }: { target: string }) {
  const text = useText(accessText)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [attempt, setAttempt] = useState(0)
  const signIn = useSignIn(target)

  const missing = [
    ...(email.trim() === '' ? [{ field: 'email', message: text.emailMissing }] : []),
    ...(password === '' ? [{ field: 'password', message: text.passwordMissing }] : []),
  ]
  const refused = signIn.error === null ? [] : [{ field: 'email', message: refusal(signIn.error) }]
  const errors = attempt === 0 ? [] : missing.length > 0 ? missing : refused

  function refusal(error: Error) {
    const wrong = error instanceof ApiError && ['not-signed-in', 'not-allowed'].includes(error.code)
    return wrong ? text.wrongPair : error.message
  }
  function errorAt(field: string) {
    return errors.find((error) => error.field === field)?.message
  }
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (missing.length === 0) signIn.mutate({ email: email.trim(), password })
  }

  return (
    <form noValidate onSubmit={handleSubmit}>
      <ErrorSummary errors={errors} attempt={attempt} />
      <TextField
        id="email"
        type="email"
        autoComplete="username webauthn"
        label={text.email}
        value={email}
        onChange={setEmail}
        error={errorAt('email')}
      />
      <PasswordField
        id="password"
        autoComplete="current-password"
        label={text.password}
        value={password}
        onChange={setPassword}
        error={errorAt('password')}
      />
      <div className="wk-actions">
        <Button variant="primary" type="submit" busy={signIn.isPending}>
          {text.signIn}
        </Button>
      </div>
    </form>
  )
}

function useSignIn(target: string) {
  const signedIn = useSignedIn(target)
  return useMutation({ mutationFn: signInWithPassword, meta: { routed: true }, onSuccess: signedIn })
}
