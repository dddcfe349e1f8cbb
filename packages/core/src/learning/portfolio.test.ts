import { expect, test } from 'vitest'
import type { Instant } from '../shared/time.ts'
import { pieceShape, sharedUntil, shareState } from './portfolio.ts'

const now = '2026-11-22T12:00:00.000Z' as Instant
const later = '2026-11-23T12:00:00.000Z' as Instant
const piece = { kind: 'own', source: null, day: '2026-11-20', title: 'Wat ik leerde', body: '' }

test('a piece of her own rests on nothing else; any other names what it rests on', () => {
  const source = '0199a0c0-0000-7000-8000-000000000001'
  expect(pieceShape.safeParse(piece).success).toBe(true)
  expect(pieceShape.safeParse({ ...piece, source }).success).toBe(false)
  expect(pieceShape.safeParse({ ...piece, kind: 'goal', source }).success).toBe(true)
  expect(pieceShape.safeParse({ ...piece, kind: 'goal' }).success).toBe(false)
  expect(pieceShape.safeParse({ ...piece, title: ' ' }).success).toBe(false)
})

test.each([
  ['open', { revokedAt: null, expiresAt: later, answeredAt: null }],
  ['answered', { revokedAt: null, expiresAt: later, answeredAt: now }],
  // To the second: at the end it is over.
  ['expired', { revokedAt: null, expiresAt: now, answeredAt: null }],
  ['revoked', { revokedAt: now, expiresAt: now, answeredAt: null }],
  ['revoked', { revokedAt: now, expiresAt: later, answeredAt: now }],
] as const)('a link is %s for %j', (state, share) => {
  expect(shareState(share, now)).toBe(state)
})

test('a link works for as long as was chosen', () => {
  expect(sharedUntil(now, 14)).toBe('2026-12-06T12:00:00.000Z')
})
