import './sign-in.css'
import './prove.css'
import { useQueryClient } from '@tanstack/react-query'
import { useLoaderData, useRouter, useSearch } from '@tanstack/react-router'
import type { SessionState } from '@weerklank/core/access/sessions.contract'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useLeave } from './leave.ts'
import { ProveWays } from './ProveWays.tsx'
import { proveText } from './prove.text.ts'
import { isSignedOut } from './prove-kind.ts'
import { SecondFactorDemand } from './SecondFactorDemand.tsx'

/** Between signing in and the work: the second step, to show or to set up. Then on to where one wanted to be. */
export function NextStepPage() {
  const { naar } = useSearch({ from: '/inloggen/verder' })
  const state = useLoaderData({ from: '/inloggen/verder' })
  const router = useRouter()
  const queryClient = useQueryClient()
  const target = naar ?? '/'
  function handleDone() {
    queryClient.clear()
    router.history.push(target)
  }
  function handleFailed(error: Error) {
    if (isSignedOut(error)) void router.navigate({ to: '/inloggen', search: { naar: target } })
  }
  return (
    <div className="wk-sign-in">
      {state.step === 'set-up-second-factor' ? (
        <SecondFactorDemand onDone={handleDone} />
      ) : (
        <ShowStep state={state} onProved={handleDone} onFailed={handleFailed} />
      )}
    </div>
  )
}

type ShowProps = { state: SessionState; onProved: () => void; onFailed: (error: Error) => void }

function ShowStep({ state, onProved, onFailed }: ShowProps) {
  const text = useText(proveText)
  const leave = useLeave()
  return (
    <>
      <PageHeader title={text.nextTitle} intro={text.nextIntro(state.name)} />
      <ProveWays state={state} action={text.verify} onProved={onProved} onFailed={onFailed} />
      <div className="wk-proof__end">
        <p className="wk-muted wk-small">{text.nextLost}</p>
        <Button variant="quiet" icon="sign-out" busy={leave.isPending} onClick={() => leave.mutate()}>
          {text.signOut}
        </Button>
      </div>
    </>
  )
}
