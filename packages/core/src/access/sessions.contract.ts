import { z } from 'zod'
import type { Endpoint } from '../shared/endpoint.ts'
import type { ErrorCode } from '../shared/errors.ts'
import { passwordLength } from './password-strength.ts'
import { sessionSteps } from './session-step.ts'

/** What a page needs to know before it shows anything: who is signed in, and what comes first. */
export const sessionState = z.object({
  step: z.enum(sessionSteps),
  name: z.string(),
  email: z.string(),
  /** Whether the account opens a page of one's own too. */
  hasOwnPage: z.boolean(),
  /** It is locked because the device was given to somebody else for a while. */
  handedOver: z.boolean(),
  /** With what she can show now that it is her: the second step, unlocking, or once more before a change. */
  ways: z.object({
    password: z.boolean(),
    totp: z.boolean(),
    recoveryCode: z.boolean(),
    passkey: z.boolean(),
    /** Signing in again by mail or with the organisation's account is a proof too. */
    magicLink: z.boolean(),
    singleSignOn: z.boolean(),
  }),
})
export type SessionState = z.infer<typeof sessionState>

/** Identifier of a session: it names one, it opens none. */
const sessionId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)

const sessions = z.object({
  sessions: z.array(
    z.object({
      id: sessionId,
      device: z.object({ browser: z.string().nullable(), system: z.string().nullable() }),
      startedAt: z.string(),
      lastUsedAt: z.string(),
      current: z.boolean(),
    }),
  ),
})
export type Sessions = z.infer<typeof sessions>

/** Longest text that is looked at as a code or password. */
const secretText = z.string().min(1).max(passwordLength.most)
const proofErrors = ['not-signed-in', 'invalid-input', 'proof-wrong'] as const

/** An answer of an authenticator, as `credential.toJSON()` gives it in the browser; looked into by the server. */
export const credentialJson = z.looseObject({ id: z.string().min(1).max(1_400) })
export const ceremonyId = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** What stands in the way of everything behind the sign-in. */
export const doorErrors = [
  'not-signed-in',
  'not-allowed',
  'second-factor-needed',
  'session-locked',
] as const satisfies readonly ErrorCode[]

export const sessionEndpoints = {
  session: {
    id: 'getSession',
    method: 'GET',
    path: '/api/session',
    summary: 'Who is signed in, and what has to be done first: a second step, or unlocking',
    response: sessionState,
    errors: ['not-signed-in'],
  },
  proveByCode: {
    id: 'proveByCode',
    method: 'POST',
    path: '/api/session/proof/code',
    summary: 'The second step, or unlocking, with a code from the app or a recovery code',
    body: z.strictObject({ code: secretText }),
    response: sessionState,
    errors: proofErrors,
  },
  proveByPassword: {
    id: 'proveByPassword',
    method: 'POST',
    path: '/api/session/proof/password',
    summary: 'Unlocking, or showing once more who one is, with the password',
    body: z.strictObject({ password: secretText }),
    response: sessionState,
    errors: [...proofErrors, 'second-factor-needed'],
  },
  proveByPasskey: {
    id: 'proveByPasskey',
    method: 'POST',
    path: '/api/session/proof/passkey',
    summary: 'The second step, or unlocking, with a passkey',
    body: z.strictObject({ ceremony: ceremonyId, response: credentialJson }),
    response: sessionState,
    errors: proofErrors,
  },
  lock: {
    id: 'lockSession',
    method: 'POST',
    path: '/api/session/lock',
    summary: 'Lock this session, as when one walks away',
    response: sessionState,
    errors: ['not-signed-in'],
  },
  handOver: {
    id: 'handOverSession',
    method: 'POST',
    path: '/api/session/hand-over',
    summary: 'Lock this session because somebody else gets the device for a while',
    response: sessionState,
    errors: doorErrors,
  },
  sessions: {
    id: 'listSessions',
    method: 'GET',
    path: '/api/sessions',
    summary: 'Where one is signed in, the last used first',
    response: sessions,
    errors: doorErrors,
  },
  endSession: {
    id: 'endSession',
    method: 'DELETE',
    path: '/api/sessions/:session',
    summary: 'End another session of oneself',
    params: z.object({ session: sessionId }),
    response: sessions,
    errors: [...doorErrors, 'invalid-input'],
  },
  endOtherSessions: {
    id: 'endOtherSessions',
    method: 'DELETE',
    path: '/api/sessions',
    summary: 'End all sessions of oneself but this one',
    response: sessions,
    errors: doorErrors,
  },
  changePassword: {
    id: 'changePassword',
    method: 'PUT',
    path: '/api/password',
    summary: 'Another password, or a first one; all other sessions end',
    // Null while there is none: then how she signed in a short while ago is the proof.
    body: z.strictObject({ current: secretText.nullable(), next: z.string().max(1_000) }),
    response: z.object({ done: z.literal(true) }),
    errors: [...doorErrors, 'proof-needed', 'proof-wrong', 'invalid-input'],
  },
} as const satisfies Record<string, Endpoint>
