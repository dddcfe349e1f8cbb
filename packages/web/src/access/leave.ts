import { useMutation } from '@tanstack/react-query'
import { askProof } from '../api/proof.ts'
import { signOut } from './access.actions.ts'
import { lockSession } from './lock.ts'

/** Signs out and leaves nothing of this person behind in the tab. */
export function useLeave(options: { onError?: () => void } = {}) {
  return useMutation({
    mutationFn: signOut,
    meta: { routed: true },
    onSuccess: () => {
      forgetWhatWasTyped()
      // A whole new page: nothing of this person stays in memory.
      window.location.assign('/inloggen')
    },
    ...options,
  })
}

/** Locks the session, and this page with it: what was typed waits. */
export function useLock(options: { onError: () => void }) {
  return useMutation({
    mutationFn: lockSession,
    onSuccess: () => {
      void askProof('session-locked')
    },
    ...options,
  })
}

/** The session is over: sign in again and come back. As a whole new page, for the same reason. */
export function leaveForSignIn(): void {
  const { pathname, search } = window.location
  window.location.assign(`/inloggen?naar=${encodeURIComponent(pathname + search)}`)
}

/** Forms keep what was not sent in this tab; whoever signs out leaves nothing of it to the next person. */
function forgetWhatWasTyped() {
  try {
    sessionStorage.clear()
  } catch {
    // Closed off (a policy): then nothing was kept either.
  }
}
