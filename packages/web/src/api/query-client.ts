import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'

const transient: readonly string[] = ['unavailable', 'internal', 'too-many']

/**
 * Reading is repeated twice when that may help; writing never by itself. `onSignedOut`: a request found no session
 * (those with `meta: { routed: true }` handle that themselves).
 */
export function newQueryClient(onSignedOut: () => void): QueryClient {
  function handleError(error: Error, meta: Record<string, unknown> | undefined) {
    if (meta?.routed === true) return
    if (error instanceof ApiError && error.code === 'not-signed-in') onSignedOut()
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
