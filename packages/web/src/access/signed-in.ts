import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'

/** What happens once somebody is signed in: on to the page she wanted. A second step, if any, is asked for on the way. */
export function useSignedIn(target: string): () => void {
  const router = useRouter()
  const queryClient = useQueryClient()
  return useCallback(() => {
    // What someone else saw on this device before is not shown to the next.
    queryClient.clear()
    router.history.push(target)
  }, [queryClient, router, target])
}
