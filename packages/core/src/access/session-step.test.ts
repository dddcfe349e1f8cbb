import { expect, test } from 'vitest'
import { isFreshlyProved, type SessionStep, stepOf } from './session-step.ts'

const now = '2026-11-19T08:00:00.000Z'
const ago = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString()
const proved = ago(60)

// Every row: proved, has a factor, minutes since it was used, locked by hand, demanded → what comes first.
const rows: [string | null, boolean, number, boolean, boolean, SessionStep][] = [
  [null, false, 0, false, false, 'open'],
  [null, false, 0, false, true, 'set-up-second-factor'],
  [null, false, 0, true, false, 'locked'],
  [null, false, 0, true, true, 'locked'],
  [null, true, 0, false, false, 'prove-second-factor'],
  [null, true, 0, false, true, 'prove-second-factor'],
  [null, true, 0, true, true, 'prove-second-factor'],
  [null, true, 31, false, false, 'prove-second-factor'],
  [null, false, 31, false, false, 'locked'],
  [null, false, 31, false, true, 'locked'],
  [null, false, 30, false, false, 'open'],
  [null, false, -90, false, false, 'open'],
  [proved, true, 0, false, false, 'open'],
  [proved, true, 0, false, true, 'open'],
  [proved, true, 31, false, true, 'locked'],
  [proved, true, 0, true, true, 'locked'],
  // By single sign-on with a provider that asked for it, or with a passkey that was removed since.
  [proved, false, 0, false, true, 'open'],
  [proved, false, 31, false, true, 'locked'],
]

test.each(rows)(
  'proved %s, factor %s, idle %s, locked %s, demanded %s: %s',
  (at, has, idle, lock, must, is) => {
    const session = {
      ...{ secondFactorAt: at, hasSecondFactor: has, lastSeenAt: ago(idle) },
      lockedAt: lock ? ago(1) : null,
    }
    expect(stepOf(session, { secondFactor: must, idleMinutes: 30 }, now)).toBe(is)
  },
)

test('where no session is locked for being idle, none is', () => {
  const session = { secondFactorAt: null, hasSecondFactor: false, lastSeenAt: ago(9_999), lockedAt: null }
  expect(stepOf(session, { secondFactor: false, idleMinutes: null }, now)).toBe('open')
})

test.each([
  [0, true],
  [15, true],
  [-15, true],
  [15.1, false],
  [-16, false],
])('a proof of %s minutes ago counts: %s', (minutes, counts) => {
  expect(isFreshlyProved(ago(minutes), now)).toBe(counts)
  expect(isFreshlyProved(null, now)).toBe(false)
})
