import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { passkeyEndpoints } from '@weerklank/core/access/passkeys.contract'
import type { secondFactorEndpoints } from '@weerklank/core/access/second-factor.contract'
import type { SessionState, sessionEndpoints } from '@weerklank/core/access/sessions.contract'
import type { singleSignOnEndpoints } from '@weerklank/core/access/single-sign-on.contract'
import { call } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { askPasskey, makePasskey } from './passkey-browser.ts'

/** The ways in which one shows here, without leaving the page, that it is her. */
export type ProofKind = 'password' | 'totp' | 'recovery'

export function proveBy(kind: ProofKind, value: string): Promise<SessionState> {
  return kind === 'password'
    ? call<typeof sessionEndpoints.proveByPassword>('POST', '/api/session/proof/password', {
        body: { password: value },
      })
    : call<typeof sessionEndpoints.proveByCode>('POST', '/api/session/proof/code', { body: { code: value } })
}

export async function proveByPasskey(): Promise<SessionState> {
  const body = await askPasskey()
  return call<typeof sessionEndpoints.proveByPasskey>('POST', '/api/session/proof/passkey', { body })
}

export function changePassword(body: { current: string | null; next: string }): Promise<unknown> {
  return call<typeof sessionEndpoints.changePassword>('PUT', '/api/password', { body })
}

/** Ends one other session, or all others. */
export function useEndSessions() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (session: string | 'others') =>
      session === 'others'
        ? call<typeof sessionEndpoints.endOtherSessions>('DELETE', '/api/sessions', {})
        : call<typeof sessionEndpoints.endSession>('DELETE', '/api/sessions/:session', {
            params: { session },
          }),
    onSuccess: (sessions) => queryClient.setQueryData(keys.sessions, sessions),
    // It may be gone already.
    onError: () => queryClient.invalidateQueries({ queryKey: keys.sessions }),
  })
}

export function beginTotp() {
  return call<typeof secondFactorEndpoints.beginTotp>('POST', '/api/second-factor/totp', {})
}

export async function confirmTotp(code: string): Promise<string[]> {
  const path = '/api/second-factor/totp/confirm'
  return (await call<typeof secondFactorEndpoints.confirmTotp>('POST', path, { body: { code } }))
    .recoveryCodes
}

export async function renewRecoveryCodes(): Promise<string[]> {
  const path = '/api/second-factor/recovery-codes'
  return (await call<typeof secondFactorEndpoints.renewRecoveryCodes>('POST', path, {})).recoveryCodes
}

export function useRemoveTotp() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => call<typeof secondFactorEndpoints.removeTotp>('DELETE', '/api/second-factor/totp', {}),
    onSuccess: (secondFactor) => queryClient.setQueryData(keys.secondFactor, secondFactor),
  })
}

/** Has the device make a passkey, and the server keep it under this name. */
export function useAddPasskey() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (name: string) => {
      const made = await makePasskey()
      return call<typeof passkeyEndpoints.register>('POST', '/api/passkeys', { body: { ...made, name } })
    },
    onSuccess: (passkeys) => {
      queryClient.setQueryData(keys.passkeys, passkeys)
      return queryClient.invalidateQueries({ queryKey: keys.secondFactor })
    },
  })
}

export function useRenamePasskey() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ passkey, name }: { passkey: string; name: string }) =>
      call<typeof passkeyEndpoints.rename>('PUT', '/api/passkeys/:passkey', {
        params: { passkey },
        body: { name },
      }),
    onSuccess: (passkeys) => queryClient.setQueryData(keys.passkeys, passkeys),
  })
}

export function useRemovePasskey() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (passkey: string) =>
      call<typeof passkeyEndpoints.remove>('DELETE', '/api/passkeys/:passkey', { params: { passkey } }),
    onSuccess: (passkeys) => {
      queryClient.setQueryData(keys.passkeys, passkeys)
      return queryClient.invalidateQueries({ queryKey: keys.secondFactor })
    },
  })
}

/** Where to go to link the organisation's account; it comes back to one's own account here. */
export function linkSingleSignOn(): Promise<{ url: string }> {
  const path = '/api/sign-in/single-sign-on/link'
  return call<typeof singleSignOnEndpoints.link>('POST', path, { body: { to: '/account' } })
}
