import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { requiredText } from '../shared/text-input.ts'
import { ceremonyId, credentialJson, doorErrors } from './sessions.contract.ts'

const passkeyId = z.string().regex(/^[A-Za-z0-9_-]{1,1400}$/)

const passkeys = z.object({
  passkeys: z.array(
    z.object({
      id: passkeyId,
      name: z.string(),
      createdAt: z.string(),
      lastUsedAt: z.string().nullable(),
      /** Kept by a password manager, so also on her other devices. */
      synced: z.boolean(),
    }),
  ),
})
export type Passkeys = z.infer<typeof passkeys>

/** The options for the browser, in the JSON of the WebAuthn standard (level 3, §5.1.8 and §5.1.9). */
const options = z.object({ ceremony: ceremonyId, options: z.looseObject({ challenge: z.string() }) })
export type PasskeyOptions = z.infer<typeof options>

const changeErrors = [...doorErrors, 'proof-needed'] as const

export const passkeyEndpoints = {
  signInOptions: {
    id: 'getPasskeySignInOptions',
    method: 'POST',
    path: '/api/sign-in/passkey/options',
    summary: 'What the browser needs to ask for a passkey; the same for everyone',
    response: options,
    errors: [],
  },
  signIn: {
    id: 'signInByPasskey',
    method: 'POST',
    path: '/api/sign-in/passkey',
    summary: 'Sign in with a passkey: both steps in one',
    body: z.strictObject({ ceremony: ceremonyId, response: credentialJson }),
    response: z.object({ signedIn: z.literal(true) }),
    errors: ['invalid-input', 'proof-wrong'],
  },
  passkeys: {
    id: 'listPasskeys',
    method: 'GET',
    path: '/api/passkeys',
    summary: 'The passkeys of the one who is signed in',
    response: passkeys,
    errors: doorErrors,
  },
  registrationOptions: {
    id: 'getPasskeyRegistrationOptions',
    method: 'POST',
    path: '/api/passkeys/options',
    summary: 'What the browser needs to make a passkey',
    response: options,
    errors: changeErrors,
  },
  register: {
    id: 'registerPasskey',
    method: 'POST',
    path: '/api/passkeys',
    summary: 'Keep a passkey that the browser made',
    body: z.strictObject({ ceremony: ceremonyId, name: requiredText(60), response: credentialJson }),
    response: passkeys,
    errors: [...changeErrors, 'invalid-input', 'proof-wrong', 'conflict'],
  },
  rename: {
    id: 'renamePasskey',
    method: 'PUT',
    path: '/api/passkeys/:passkey',
    summary: 'Call a passkey something else',
    params: z.object({ passkey: passkeyId }),
    body: z.strictObject({ name: requiredText(60) }),
    response: passkeys,
    errors: [...doorErrors, 'invalid-input'],
  },
  remove: {
    id: 'removePasskey',
    method: 'DELETE',
    path: '/api/passkeys/:passkey',
    summary: 'No longer use a passkey',
    params: z.object({ passkey: passkeyId }),
    response: passkeys,
    errors: changeErrors,
  },
} as const satisfies Record<string, Endpoint>
