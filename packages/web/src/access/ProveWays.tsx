import { useMutation } from '@tanstack/react-query'
import type { SessionState } from '@weerklank/core/access/sessions.contract'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { ProofForm } from './ProofForm.tsx'
import { knowsPasskeys, PasskeyDeclined } from './passkey-browser.ts'
import { proveText } from './prove.text.ts'
import { isRefused, typedWays } from './prove-kind.ts'
import { type ProofKind, proveByPasskey } from './session.actions.ts'

type Props = {
  state: SessionState
  /** What the button of the form says. */
  action: string
  onProved: (state: SessionState) => void
  onFailed: (error: Error) => void
}

/** All that this person can show here: one field at a time, her passkey, and the way to the other fields. */
export function ProveWays({ state, action, onProved, onFailed }: Props) {
  const text = useText(proveText)
  const kinds = typedWays(state.ways)
  const [chosen, setChosen] = useState<ProofKind | undefined>()
  const kind = chosen ?? kinds[0]
  const others = kinds.filter((other) => other !== kind)
  const choose = { password: text.passwordChoose, totp: text.totpChoose, recovery: text.recoveryChoose }
  function handleChoose(other: ProofKind) {
    setChosen(other)
    // The button that was pressed goes away; the field it brings takes the focus.
    requestAnimationFrame(() => document.getElementById(`proof-${other}`)?.focus())
  }
  return (
    <div className="wk-stack">
      {kind !== undefined && (
        <ProofForm
          key={kind}
          kind={kind}
          email={state.email}
          action={action}
          onProved={onProved}
          onFailed={onFailed}
        />
      )}
      {state.ways.passkey && knowsPasskeys() && (
        <ByPasskey isOnly={kind === undefined} onProved={onProved} onFailed={onFailed} />
      )}
      {others.length > 0 && (
        <div className="wk-prove__others">
          <p className="wk-muted wk-small">{text.otherWays}</p>
          {others.map((other) => (
            <TextButton key={other} onClick={() => handleChoose(other)}>
              {choose[other]}
            </TextButton>
          ))}
        </div>
      )}
    </div>
  )
}

type PasskeyProps = Pick<Props, 'onProved' | 'onFailed'> & { isOnly: boolean }

function ByPasskey({ isOnly, onProved, onFailed }: PasskeyProps) {
  const text = useText(proveText)
  const prove = useMutation({
    mutationFn: proveByPasskey,
    meta: { routed: true },
    onSuccess: onProved,
    onError: onFailed,
  })
  return (
    <div className="wk-stack wk-stack--tight">
      <div className="wk-actions">
        <Button
          variant={isOnly ? 'primary' : 'outline'}
          icon="key"
          busy={prove.isPending}
          onClick={() => prove.mutate()}
        >
          {text.passkey}
        </Button>
      </div>
      <div role="alert">{prove.error !== null && <p className="wk-field__error">{said(prove.error)}</p>}</div>
    </div>
  )
  function said(error: Error): string {
    if (error instanceof PasskeyDeclined) return text.passkeyDeclined
    return isRefused(error) ? text.wrongPasskey : error.message
  }
}
