import { queryOptions } from '@tanstack/react-query'
import type { accessEndpoints } from '@weerklank/core/access/access.contract'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'

export function fetchMe() {
  return call<typeof accessEndpoints.me>('GET', '/api/me', {})
}

/** `meta.routed`: whoever asks for it decides herself what happens without a session. */
export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: fetchMe,
  staleTime: 5 * 60_000,
  meta: { routed: true },
})

export const signInOptionsQuery = queryOptions({
  queryKey: keys.signInOptions,
  queryFn: () => call<typeof accessEndpoints.signInOptions>('GET', '/api/sign-in-options', {}),
})
