import { queryOptions } from '@tanstack/react-query'
import type { passkeyEndpoints } from '@weerklank/core/access/passkeys.contract'
import type { secondFactorEndpoints } from '@weerklank/core/access/second-factor.contract'
import type { sessionEndpoints } from '@weerklank/core/access/sessions.contract'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'

function fetchSession() {
  return call<typeof sessionEndpoints.session>('GET', '/api/session', {})
}

/** Who is signed in and with what she can show that. Looking counts as no use, so asking keeps no session from locking. */
export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: fetchSession,
})

/** The same as it is at this moment, for deciding what comes first: what was known before decides nothing. */
export const sessionNowQuery = queryOptions({
  queryKey: [...keys.session, 'now'],
  queryFn: fetchSession,
  staleTime: 0,
  gcTime: 0,
  meta: { routed: true },
})

export const sessionsQuery = queryOptions({
  queryKey: keys.sessions,
  queryFn: () => call<typeof sessionEndpoints.sessions>('GET', '/api/sessions', {}),
})

export const secondFactorQuery = queryOptions({
  queryKey: keys.secondFactor,
  queryFn: () => call<typeof secondFactorEndpoints.secondFactor>('GET', '/api/second-factor', {}),
})

export const passkeysQuery = queryOptions({
  queryKey: keys.passkeys,
  queryFn: () => call<typeof passkeyEndpoints.passkeys>('GET', '/api/passkeys', {}),
})
