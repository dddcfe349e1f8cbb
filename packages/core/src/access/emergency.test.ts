import { expect, test } from 'vitest'
import { type Role, roles } from './access.ts'
import { emergencyEndsAt, mayOpenInEmergency } from './emergency.ts'

const reasons: Record<Role, string | null> = {
  professional: null,
  facilitator: null,
  trainer: null,
  coach: null,
  guest: 'guest',
  researcher: 'no-content-role',
  administrator: 'no-content-role',
  'privacy-officer': 'no-content-role',
}

test.each(roles)('an emergency for a %s', (role) => {
  const decision = mayOpenInEmergency([role])
  expect(decision.allowed ? null : decision.reason).toBe(reasons[role])
})

test('who is both professional and administrator looks in as professional', () => {
  expect(mayOpenInEmergency(['administrator', 'professional']).allowed).toBe(true)
})

test('it lasts four hours, also over the hour that is not there', () => {
  expect(emergencyEndsAt('2026-03-29T00:30:00.000Z')).toBe('2026-03-29T04:30:00.000Z')
})
