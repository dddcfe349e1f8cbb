import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'

const transient: readonly string[] = ['unavailable', 'internal', 'too-many']

/** Why nothing behind the sign-in can be reached: no session, or one whose second step is still to be done. */
const turnedAway = ['not-signed-in', 'second-factor-needed'] as const
export type TurnedAway = (typeof turnedAway)[number]

/**
 * Reading is repeated twice when that may help; writing never by itself. `onTurnedAway`: a request found no session, or a
 * half one (those with `meta: { routed: true }` handle that themselves).
 */
export function newQueryClient(onTurnedAway: (why: TurnedAway) => void): QueryClient {
  function handleError(error: Error, meta: Record<string, unknown> | undefined) {
    if (meta?.routed === true) return
    const why = error instanceof ApiError ? turnedAway.find((code) => code === error.code) : undefined
    if (why !== undefined) onTurnedAway(why)
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => handleError(error, query.meta) }),
    mutationCache: new MutationCache({
      onError: (error, ...[, , mutation]) => handleError(error, mutation.meta),
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) =>
          failures < 2 && error instanceof ApiError && transient.includes(error.code),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
