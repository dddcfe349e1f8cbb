import { expect, test } from 'vitest'
import { tokenStatus } from './api-token.ts'

const now = '2026-11-23T08:00:00.000Z'
const later = '2026-11-23T08:00:00.001Z'

test.each([
  [{ expiresAt: later, revokedAt: null }, 'active'],
  [{ expiresAt: now, revokedAt: null }, 'expired'],
  [{ expiresAt: later, revokedAt: now }, 'revoked'],
  // Somebody meant it: that says more than that time went by.
  [{ expiresAt: '2026-01-01T00:00:00.000Z', revokedAt: now }, 'revoked'],
] as const)('%j is %s', (token, status) => {
  expect(tokenStatus(token, now)).toBe(status)
})
