import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type PasswordFault, passwordFaults } from '@weerklank/core/access/password-strength'
import { type SubmitEvent, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { keys } from '../api/keys.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { notify } from '../ui/notices.ts'
import { Section } from '../ui/Section.tsx'
import { accountText } from './account.text.ts'
import { focusSoon } from './focus-field.ts'
import { PasswordField } from './PasswordField.tsx'
import { isRefused } from './prove-kind.ts'
import { changePassword } from './session.actions.ts'
import { sessionQuery } from './session.queries.ts'

/** Another password; or a first one, for who signed in by a mail, a passkey or her organisation until now. */
export function AccountPassword() {
  const text = useText(accountText)
  const { data: session } = useQuery(sessionQuery)
  const hasOne = session?.ways.password === true
  const [open, setOpen] = useState(false)
  const close = () => {
    setOpen(false)
    focusSoon('password-change')
  }
  return (
    <Section title={text.passwordTitle} intro={text.passwordIntro}>
      {open ? (
        <ChangePassword hasOne={hasOne} onDone={close} />
      ) : (
        <div className="wk-actions">
          <Button
            id="password-change"
            icon="pencil"
            onClick={() => {
              setOpen(true)
              focusSoon(hasOne ? 'password-current' : 'password-next')
            }}
          >
            {hasOne ? text.passwordChange : text.passwordFirst}
          </Button>
        </div>
      )}
    </Section>
  )
}

function ChangePassword({ hasOne, onDone }: { hasOne: boolean; onDone: () => void }) {
  const text = useText(accountText)
  const { data: session } = useQuery(sessionQuery)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [attempt, setAttempt] = useState(0)
  const change = useChange(hasOne, onDone)
  const errors = useErrors({ current: hasOne ? current : null, next, error: change.error })
  const shown = attempt === 0 ? [] : errors
  const at = (field: string) => shown.find((error) => error.field === field)?.message

  function handleSubmit(event: SubmitEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if ((!hasOne || current !== '') && next !== '') change.mutate({ current: hasOne ? current : null, next })
  }
  return (
    <form noValidate className="wk-stack wk-account__form" onSubmit={handleSubmit}>
      <ErrorSummary errors={shown} attempt={attempt} />
      <input type="text" autoComplete="username" value={session?.email ?? ''} readOnly hidden />
      {hasOne && (
        <PasswordField
          id="password-current"
          label={text.passwordCurrent}
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          error={at('password-current')}
        />
      )}
      <PasswordField
        id="password-next"
        label={hasOne ? text.passwordNext : text.passwordTitle}
        hint={text.passwordHint}
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        error={at('password-next')}
      />
      <div className="wk-actions">
        <Button variant="primary" type="submit" busy={change.isPending}>
          {text.passwordSave}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {text.cancel}
        </Button>
      </div>
    </form>
  )
}

function useChange(hasOne: boolean, onDone: () => void) {
  const text = useText(accountText)
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      notify({ text: hasOne ? text.passwordDone : text.passwordMade })
      onDone()
      void queryClient.invalidateQueries({ queryKey: keys.session })
      return queryClient.invalidateQueries({ queryKey: keys.sessions })
    },
  })
}

/** What is missing, or what the server had against it, at the field that it is about. */
function useErrors({ current, next, error }: { current: string | null; next: string; error: Error | null }) {
  const text = useText(accountText)
  const missing = [
    ...(current === '' ? [{ field: 'password-current', message: text.passwordCurrentMissing }] : []),
    ...(next === '' ? [{ field: 'password-next', message: text.passwordNextMissing }] : []),
  ]
  if (missing.length > 0 || error === null) return missing
  if (isRefused(error)) return [{ field: 'password-current', message: text.passwordCurrentWrong }]
  const fault = error instanceof ApiError ? faultOf(error.fields.next) : undefined
  return [{ field: 'password-next', message: fault ? text.passwordFault[fault] : error.message }]
}

function faultOf(value: string | undefined): PasswordFault | undefined {
  return passwordFaults.find((fault) => fault === value)
}
