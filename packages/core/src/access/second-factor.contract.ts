import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import { doorErrors } from './sessions.contract.ts'

/** What someone has as a second factor, and whether she has to. */
export const secondFactor = z.object({
  totp: z.boolean(),
  since: z.string().nullable(),
  recoveryCodesLeft: z.int(),
  passkeys: z.int(),
  /** Whether the organisation asks it of everyone. */
  demanded: z.boolean(),
})
export type SecondFactor = z.infer<typeof secondFactor>

/** Shown once; only their hashes are kept. */
const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof recoveryCodes>

const changeErrors = [...doorErrors, 'proof-needed'] as const

export const secondFactorEndpoints = {
  secondFactor: {
    id: 'getSecondFactor',
    method: 'GET',
    path: '/api/second-factor',
    summary: 'What one has as a second factor, and whether the organisation asks for it',
    response: secondFactor,
    errors: doorErrors,
  },
  beginTotp: {
    id: 'beginTotp',
    method: 'POST',
    path: '/api/second-factor/totp',
    summary: 'A new key for an authenticator app; it counts once a code of it was given',
    response: z.object({ uri: z.string(), secret: z.string() }),
    errors: [...changeErrors, 'conflict'],
  },
  confirmTotp: {
    id: 'confirmTotp',
    method: 'POST',
    path: '/api/second-factor/totp/confirm',
    summary: 'The first code of the app: from now on it is asked for. Answers the recovery codes, once',
    body: z.strictObject({ code: z.string().min(1).max(20) }),
    response: recoveryCodes,
    errors: [...changeErrors, 'invalid-input', 'proof-wrong'],
  },
  renewRecoveryCodes: {
    id: 'renewRecoveryCodes',
    method: 'POST',
    path: '/api/second-factor/recovery-codes',
    summary: 'New recovery codes; the old ones stop working',
    response: recoveryCodes,
    errors: [...changeErrors, 'conflict'],
  },
  removeTotp: {
    id: 'removeTotp',
    method: 'DELETE',
    path: '/api/second-factor/totp',
    summary: 'No longer use the authenticator app',
    response: secondFactor,
    errors: changeErrors,
  },
} as const satisfies Record<string, Endpoint>
