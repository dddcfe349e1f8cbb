import { describe, expect, it } from 'vitest'
import { addDays } from '../shared/time.ts'
import {
  type InvitationFacts,
  type InvitationStatus,
  invitationStatus,
  linkDays,
  renewDays,
  takesAnswer,
} from './invitation.ts'

const sentAt = '2026-11-03T10:00:00.000Z'
const expiresAt = addDays(sentAt, linkDays)
const endsAt = addDays(expiresAt, renewDays)
const open: InvitationFacts = { expiresAt, revokedAt: null, answeredAt: null }
const revoked = { ...open, revokedAt: '2026-11-04T10:00:00.000Z' }
const answered = { ...open, answeredAt: '2026-11-05T10:00:00.000Z' }

describe('invitationStatus', () => {
  const rows: [string, InvitationFacts, string, InvitationStatus][] = [
    ['just sent', open, sentAt, 'open'],
    ['a clock before the sending', open, '2020-01-01T00:00:00.000Z', 'open'],
    ['a millisecond before expiry', open, '2026-11-17T09:59:59.999Z', 'open'],
    ['at expiry', open, '2026-11-17T10:00:00.000Z', 'expired'],
    ['a millisecond before the end of renewing', open, '2026-12-17T09:59:59.999Z', 'expired'],
    ['at the end of renewing', open, '2026-12-17T10:00:00.000Z', 'ended'],
    ['a clock far ahead', open, '2099-01-01T00:00:00.000Z', 'ended'],
    ['renewed after expiry', { ...open, expiresAt: endsAt }, '2026-11-20T10:00:00.000Z', 'open'],
    ['withdrawn', revoked, '2026-11-05T10:00:00.000Z', 'revoked'],
    ['withdrawn, long ago: still withdrawn, not expired', revoked, '2027-11-05T10:00:00.000Z', 'revoked'],
    ['withdrawn, on a clock before that', revoked, sentAt, 'revoked'],
    ['answered', answered, '2026-11-06T10:00:00.000Z', 'answered'],
    ['answered, long after expiry: never "expired"', answered, '2030-01-01T00:00:00.000Z', 'answered'],
    ['answered, on a clock before that', answered, sentAt, 'answered'],
    ['answered and withdrawn', { ...answered, revokedAt: expiresAt }, expiresAt, 'answered'],
  ]
  it.each(rows)('%s', (_, facts, now, expected) => {
    expect(invitationStatus(facts, now)).toBe(expected)
  })

  it('counts 14 days for the link and 30 more for renewing', () => {
    expect([expiresAt, endsAt]).toEqual(['2026-11-17T10:00:00.000Z', '2026-12-17T10:00:00.000Z'])
  })
})

describe('takesAnswer', () => {
  const rows: [InvitationStatus, boolean][] = [
    ['open', true],
    ['expired', true],
    ['answered', false],
    ['revoked', false],
    ['ended', false],
  ]
  it.each(rows)('%s: %s', (status, expected) => {
    expect(takesAnswer(status)).toBe(expected)
  })
})
