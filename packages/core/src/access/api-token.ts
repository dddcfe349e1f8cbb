import type { Instant } from '../shared/time.ts'
import { millis } from '../shared/time.ts'

/** For how many days a token can be made: nothing is open for ever. */
export const tokenDays = [7, 30, 90, 365] as const

/** What a token begins with, so that whoever finds one in a text knows what it is. */
export const tokenMark = 'wk_'

type Facts = { expiresAt: Instant; revokedAt: Instant | null }

/** How a token stands now; revoked wins over expired. */
export function tokenStatus(token: Facts, now: Instant): 'active' | 'expired' | 'revoked' {
  if (token.revokedAt !== null) return 'revoked'
  return millis(token.expiresAt) <= millis(now) ? 'expired' : 'active'
}
