import './prove.css'
import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect, useSyncExternalStore } from 'react'
import { keys } from '../api/keys.ts'
import { onLockedElsewhere } from '../api/locked.ts'
import { askedProof, askProof, onProofAsked } from '../api/proof.ts'
import { componentLater } from '../ui/Later.tsx'
import { meQuery } from './access.queries.ts'
import { watchForIdleness } from './lock-watch.ts'
import { sessionNowQuery } from './session.queries.ts'

// Fetched while all is well: it must be there when the network is not.
const ProofDialog = componentLater(async () => (await import('./ProofDialog.tsx')).ProofDialog)

/** Stands over all pages: shows that the session is locked, or asks who one is, and hides what a lock has to hide. */
export function ProofGate() {
  const asked = useSyncExternalStore(onProofAsked, askedProof)
  useWatch()
  useHiddenPage(asked === 'session-locked')
  if (asked === null) return null
  return (
    <Suspense fallback={null}>
      <ProofDialog key={asked} asked={asked} />
    </Suspense>
  )
}

/** A page that stays open is locked when its session is, also when nobody touches it. */
function useWatch() {
  const queryClient = useQueryClient()
  useEffect(() => {
    const whileIn = (ask: () => Promise<unknown>) => async () => {
      // Nobody is signed in as far as this page knows, or it is locked already.
      if (queryClient.getQueryData(keys.me) !== undefined && askedProof() === null) await ask()
    }
    return watchForIdleness({
      // Whoever types uses the session, though nothing is sent yet.
      use: whileIn(() => queryClient.fetchQuery({ ...meQuery, staleTime: 0, meta: {} })),
      look: whileIn(async () => {
        const { step } = await queryClient.fetchQuery({ ...sessionNowQuery, meta: {} })
        if (step === 'locked') void askProof('session-locked')
        // Another step comes first now: what is asked again is told so.
        else if (step !== 'open') await queryClient.invalidateQueries()
      }),
    })
  }, [queryClient])
  useEffect(
    () =>
      onLockedElsewhere(() => {
        if (queryClient.getQueryData(keys.me) !== undefined) void askProof('session-locked')
      }),
    [queryClient],
  )
}

/** Nothing of the page can be seen, heard or printed, and all of it is still there. */
function useHiddenPage(hidden: boolean) {
  useEffect(() => {
    if (!hidden) return
    const before = document.activeElement
    document.documentElement.classList.add('wk-locked')
    return () => {
      document.documentElement.classList.remove('wk-locked')
      if (before instanceof HTMLElement) before.focus()
    }
  }, [hidden])
}
