import type { SessionState } from '@weerklank/core/access/sessions.contract'
import { ApiError } from '../api/api-error.ts'
import type { ProofKind } from './session.actions.ts'

type Ways = SessionState['ways']

/** What this person can type to show that it is her, the most usual first. */
export function typedWays(ways: Ways): ProofKind[] {
  return [
    ...(ways.password ? (['password'] as const) : []),
    ...(ways.totp ? (['totp'] as const) : []),
    ...(ways.recoveryCode ? (['recovery'] as const) : []),
  ]
}

/** Whether there is anything here with which she can show it. */
export function hasWay(ways: Ways): boolean {
  return Object.values(ways).includes(true)
}

export function isRefused(error: Error | null): boolean {
  return error instanceof ApiError && error.code === 'proof-wrong'
}

/** The session itself is over (ended from elsewhere, or expired): nothing can be proved in it any more. */
export function isSignedOut(error: Error | null): boolean {
  return error instanceof ApiError && error.code === 'not-signed-in'
}
