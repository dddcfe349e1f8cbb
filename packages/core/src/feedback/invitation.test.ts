import { describe, expect, it } from 'vitest'
import { addDays } from '../shared/time.ts'
import {
  checkLine,
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

describe('checkLine', () => {
  const participant = 'lina'
  const at = (
    sentAt: string,
    status: InvitationStatus,
    more: { participant?: string; instrument?: string } = {},
  ) => ({
    ...{ participant, sentAt, status },
    ...more,
  })
  const morning = '2026-11-03T09:00:00.000Z'
  const evening = '2026-11-03T19:00:00.000Z'
  const nextDay = '2026-11-04T09:00:00.000Z'
  const rows: [string, ReturnType<typeof at>[], InvitationStatus[]][] = [
    ['the only one, still open: nothing yet', [at(morning, 'open')], []],
    ['a newer one on another day: missed', [at(morning, 'open'), at(nextDay, 'open')], ['open']],
    ['asked again on the same day: one asking', [at(morning, 'open'), at(evening, 'open')], []],
    ['and answered then', [at(morning, 'open'), at(evening, 'answered')], ['answered']],
    ['and over since: missed once', [at(morning, 'expired'), at(evening, 'expired')], ['expired']],
    ['and long over', [at(morning, 'ended'), at(evening, 'ended')], ['ended']],
    ['three times', [at(morning, 'open'), at(morning, 'open'), at(evening, 'answered')], ['answered']],
    [
      'answered first: the second is a question of its own',
      [at(morning, 'answered'), at(evening, 'expired')],
      ['answered', 'expired'],
    ],
    ['the second withdrawn: the first stands', [at(morning, 'expired'), at(evening, 'revoked')], ['expired']],
    [
      'something else on the same day',
      [at(morning, 'expired'), at(evening, 'answered', { instrument: 'goal' })],
      ['expired', 'answered'],
    ],
    [
      'the same other check again',
      [at(morning, 'open', { instrument: 'goal' }), at(evening, 'answered', { instrument: 'goal' })],
      ['answered'],
    ],
    [
      'another person on the same day',
      [at(morning, 'expired'), at(evening, 'answered', { participant: 'samira' })],
      ['expired'],
    ],
    [
      'a minute apart, midnight between',
      [at('2026-11-03T22:59:00.000Z', 'open'), at('2026-11-03T23:00:00.000Z', 'open')],
      ['open'],
    ],
    [
      'the same UTC day, two days there',
      [at('2026-11-03T22:00:00.000Z', 'expired'), at('2026-11-03T23:30:00.000Z', 'answered')],
      ['expired', 'answered'],
    ],
    [
      'two UTC days, one day there',
      [at('2026-11-03T23:30:00.000Z', 'open'), at('2026-11-04T20:00:00.000Z', 'answered')],
      ['answered'],
    ],
    [
      'the day of 25 hours, at both ends',
      [at('2026-10-24T22:00:00.000Z', 'open'), at('2026-10-25T22:59:59.000Z', 'answered')],
      ['answered'],
    ],
  ]
  it.each(rows)('%s', (_, invitations, expected) => {
    const line = checkLine(invitations, { participant, timeZone: 'Europe/Amsterdam' })
    expect(line.map(({ status }) => status)).toEqual(expected)
  })
})
