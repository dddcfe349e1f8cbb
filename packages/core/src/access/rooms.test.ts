import { expect, test } from 'vitest'
import { type Role, roles } from './access.ts'
import { type Room, roomsFor } from './rooms.ts'

const rows: Record<Role, Room[]> = {
  professional: ['today', 'relations', 'meetings', 'analysis', 'learning', 'team', 'library', 'forms'],
  facilitator: ['today', 'relations', 'meetings', 'analysis', 'learning', 'team', 'library', 'forms'],
  trainer: ['today', 'relations', 'meetings', 'analysis', 'learning', 'team', 'library', 'forms'],
  coach: ['today', 'relations', 'meetings', 'analysis', 'learning', 'team', 'library', 'forms'],
  guest: ['today', 'relations', 'meetings', 'team'],
  researcher: ['research', 'analysis', 'learning', 'library', 'forms'],
  administrator: ['members', 'settings', 'outbox', 'privacy', 'forms'],
  'privacy-officer': ['audit', 'privacy'],
}

test.each(roles)('rooms of a %s', (role) => expect(roomsFor([role])).toEqual(rows[role]))

test('whoever is several has the rooms of each, once', () => {
  expect(roomsFor(['privacy-officer', 'administrator', 'professional', 'coach'])).toEqual([
    ...(['today', 'relations', 'meetings', 'analysis', 'learning', 'team', 'library', 'audit'] as const),
    ...(['members', 'settings', 'outbox', 'privacy', 'forms'] as const),
  ])
  expect(roomsFor([])).toEqual([])
})
