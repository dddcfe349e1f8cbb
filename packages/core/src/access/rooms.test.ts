import { expect, test } from 'vitest'
import { type Role, roles } from './access.ts'
import { type Room, roomsFor } from './rooms.ts'

const rows: Record<Role, Room[]> = {
  professional: ['today', 'relations', 'rounds'],
  facilitator: ['today', 'relations', 'rounds'],
  trainer: ['today', 'relations', 'rounds'],
  coach: ['today', 'relations', 'rounds'],
  guest: ['today', 'relations'],
  researcher: ['research'],
  administrator: ['members', 'settings', 'outbox', 'privacy'],
  'privacy-officer': ['audit', 'privacy'],
}

test.each(roles)('rooms of a %s', (role) => expect(roomsFor([role])).toEqual(rows[role]))

test('whoever is several has the rooms of each, once', () => {
  expect(roomsFor(['privacy-officer', 'administrator', 'professional', 'coach'])).toEqual([
    ...(['today', 'relations', 'rounds', 'audit'] as const),
    ...(['members', 'settings', 'outbox', 'privacy'] as const),
  ])
  expect(roomsFor([])).toEqual([])
})
