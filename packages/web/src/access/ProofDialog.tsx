import '../ui/dialog.css'
import './prove.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Me } from '@weerklank/core/access/access.contract'
import type { SessionState } from '@weerklank/core/access/sessions.contract'
import { type RefObject, type SyntheticEvent, useCallback, useEffect, useRef } from 'react'
import { keys } from '../api/keys.ts'
import { answerProof, type ProofCode } from '../api/proof.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PageState } from '../ui/PageState.tsx'
import { fetchMe, meQuery } from './access.queries.ts'
import { leaveForSignIn, useLeave } from './leave.ts'
import { ProveElsewhere } from './ProveElsewhere.tsx'
import { ProveWays } from './ProveWays.tsx'
import { proveText } from './prove.text.ts'
import { isSignedOut, typedWays } from './prove-kind.ts'
import { sessionNowQuery } from './session.queries.ts'

const lookAgainMs = 15_000

/** Over the page that one was on. A lock cannot be put away, only opened or left; a question can. */
export function ProofDialog({ asked }: { asked: ProofCode }) {
  const text = useText(proveText)
  const dialog = useRef<HTMLDialogElement>(null)
  useShown(dialog)
  const isLock = asked === 'session-locked'
  const session = useQuery({
    ...sessionNowQuery,
    refetchOnWindowFocus: true,
    // It may be opened in another window beside this one.
    refetchInterval: isLock && lookAgainMs,
  })
  const { error, data: state } = session
  const lockedTitle = state?.handedOver === true ? text.handedOverTitle : text.lockedTitle
  useEffect(() => {
    if (isSignedOut(error)) leaveForSignIn()
  }, [error])
  function handleCancel(event: SyntheticEvent) {
    event.preventDefault()
    if (!isLock) answerProof(false)
  }
  // A browser may close it after a second Escape all the same; a lock then comes back.
  function handleClose() {
    if (dialog.current === null || dialog.current.open) return
    if (isLock) dialog.current.showModal()
    else answerProof(false)
  }
  return (
    <dialog
      ref={dialog}
      className={isLock ? 'wk-dialog wk-proof wk-proof--lock' : 'wk-dialog wk-proof'}
      aria-labelledby="proof-title"
      onCancel={handleCancel}
      onClose={handleClose}
    >
      <div className="wk-dialog__page">
        <div className="wk-dialog__head">
          <h2 id="proof-title" className="wk-proof__title">
            <Icon name="lock" />
            <span>{isLock ? lockedTitle : text.proofTitle}</span>
          </h2>
          {!isLock && (
            <Button variant="quiet" icon="cross" onClick={() => answerProof(false)}>
              {text.cancel}
            </Button>
          )}
        </div>
        <PageState query={session}>{(state) => <Asked isLock={isLock} state={state} />}</PageState>
      </div>
    </dialog>
  )
}

function Asked({ isLock, state }: { isLock: boolean; state: SessionState }) {
  const text = useText(proveText)
  const leave = useLeave()
  const goOn = useGoOn()
  const handleFailed = (error: Error) => {
    if (isSignedOut(error)) leaveForSignIn()
  }
  useEffect(() => {
    // Opened elsewhere meanwhile, in another tab or by signing in again. What still has to be set up has a page of its own.
    if (isLock && ['open', 'set-up-second-factor'].includes(state.step)) void goOn()
  }, [isLock, state.step, goOn])
  useFirstField(state)
  const lockedIntro = state.handedOver ? text.handedOverIntro : text.lockedIntro
  const none = isLock ? text.lockedNone : text.proofNone
  const canHere = typedWays(state.ways).length > 0 || state.ways.passkey
  const canElsewhere = state.ways.magicLink || state.ways.singleSignOn
  return (
    <div className="wk-stack">
      <p>{isLock ? lockedIntro(state.name) : text.proofIntro}</p>
      {!canHere && !canElsewhere && <p>{none}</p>}
      <ProveWays
        state={state}
        action={isLock ? text.unlock : text.verify}
        onProved={goOn}
        onFailed={handleFailed}
      />
      {canElsewhere && <ProveElsewhere state={state} isLock={isLock} onProved={goOn} />}
      <div className="wk-proof__end">
        <Button variant="quiet" icon="sign-out" busy={leave.isPending} onClick={() => leave.mutate()}>
          {text.signOut}
        </Button>
      </div>
    </div>
  )
}

/** The dialog opened before it was known what to ask; now the answer can be typed at once. */
function useFirstField({ ways }: SessionState) {
  const [first] = typedWays(ways)
  useEffect(() => {
    document.getElementById(`proof-${first}`)?.focus()
  }, [first])
}

function useShown(dialog: RefObject<HTMLDialogElement | null>) {
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [dialog])
}

/** All who wait go on; unless another person came in meanwhile, for whom this page was never meant. */
function useGoOn() {
  const queryClient = useQueryClient()
  return useCallback(async () => {
    if (await isAnother(queryClient.getQueryData(meQuery.queryKey))) window.location.assign('/')
    else answerProof(true)
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.me[0] })
  }, [queryClient])
}

// Not through the query: who asks for it already may be among those that wait for this very answer.
async function isAnother(before: Me | undefined): Promise<boolean> {
  const now = before && (await fetchMe().catch(() => undefined))
  return now !== undefined && before?.member.id !== now.member.id
}
