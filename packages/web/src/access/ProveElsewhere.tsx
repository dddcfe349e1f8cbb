import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SessionState } from '@weerklank/core/access/sessions.contract'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { sendMagicLink } from './access.actions.ts'
import { signInOptionsQuery } from './access.queries.ts'
import { proveText } from './prove.text.ts'
import { sessionNowQuery } from './session.queries.ts'

type Props = { state: SessionState; isLock: boolean; onProved: () => void }

/** Signing in again in another tab of the same browser is a proof as well, and leaves this page as it is. */
export function ProveElsewhere({ state, isLock, onProved }: Props) {
  const text = useText(proveText)
  const queryClient = useQueryClient()
  const { data: options } = useQuery(signInOptionsQuery)
  const [said, setSaid] = useState('')
  const mail = useMutation({
    mutationFn: () => sendMagicLink({ email: state.email, callbackURL: '/' }),
    meta: { routed: true },
    onSuccess: () => setSaid(text.mailSent(state.email)),
    onError: (error) => setSaid(error.message),
  })
  async function handleBack() {
    if (!isLock) return onProved()
    const { step } = await queryClient.fetchQuery(sessionNowQuery)
    if (step === 'locked') setSaid(text.notYet)
  }
  const signOn = state.ways.singleSignOn ? options?.singleSignOn : null
  return (
    <div className="wk-stack wk-stack--tight wk-prove__elsewhere">
      <p className="wk-muted wk-small">{text.mailIntro}</p>
      <div className="wk-actions">
        {state.ways.magicLink && (
          <Button icon="mail" busy={mail.isPending} onClick={() => mail.mutate()}>
            {text.mailLink}
          </Button>
        )}
        {signOn && (
          <a className="wk-button wk-button--outline" href={signOn.url} target="_blank" rel="noopener">
            {text.singleSignOn(signOn.name)}
          </a>
        )}
        <Button variant="quiet" onClick={() => void handleBack()}>
          {text.cameBack}
        </Button>
      </div>
      <p className="wk-small" role="status">
        {said}
      </p>
    </div>
  )
}
