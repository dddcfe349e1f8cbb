import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { accessEndpoints } from '@weerklank/core/access/access.contract'
import type { Language } from '@weerklank/core/shared/language'
import { call, request } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { chooseLanguage } from '../language/language-choice.ts'

// These three belong to the sign-in library, which has its own shapes and no contract of ours.

export function signInWithPassword(input: { email: string; password: string }): Promise<unknown> {
  return request('POST', '/api/auth/sign-in/email', input)
}

/** Answers the same whether or not someone with this address exists. */
export function sendMagicLink(input: { email: string; callbackURL: string }): Promise<unknown> {
  return request('POST', '/api/auth/sign-in/magic-link', input)
}

export function signOut(): Promise<unknown> {
  return request('POST', '/api/auth/sign-out', {})
}

/** Switches at once; the server remembers it for other devices and for mail. */
export function useSetLanguage() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (language: Language) => {
      chooseLanguage(language)
      return call<typeof accessEndpoints.setLanguage>('PUT', '/api/me/language', { body: { language } })
    },
    onSuccess: (me) => queryClient.setQueryData(keys.me, me),
  })
}
