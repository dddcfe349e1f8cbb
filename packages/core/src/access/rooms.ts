import type { Role } from './access.ts'

/** The rooms that can stand in the navigation, in the order in which they are offered. */
export const rooms = [
  'today',
  'relations',
  'meetings',
  'research',
  'analysis',
  'learning',
  'team',
  'library',
  'audit',
  'members',
  'settings',
  'outbox',
  'privacy',
  'forms',
] as const
export type Room = (typeof rooms)[number]

const roomsOf: Readonly<Record<Role, readonly Room[]>> = {
  professional: ['today', 'relations', 'meetings', 'analysis', 'learning', 'team', 'library', 'forms'],
  facilitator: ['today', 'relations', 'meetings', 'analysis', 'learning', 'team', 'library', 'forms'],
  trainer: ['today', 'relations', 'meetings', 'analysis', 'learning', 'team', 'library', 'forms'],
  coach: ['today', 'relations', 'meetings', 'analysis', 'learning', 'team', 'library', 'forms'],
  guest: ['today', 'relations', 'meetings', 'team'],
  researcher: ['research', 'analysis', 'learning', 'library', 'forms'],
  administrator: ['members', 'settings', 'outbox', 'privacy', 'forms'],
  'privacy-officer': ['audit', 'privacy'],
}

/**
 * The rooms that a member is offered, each once, in the order of `rooms`. It says where there is work for her; what she
 * may do there is decided anew by each request.
 */
export function roomsFor(own: readonly Role[]): Room[] {
  return rooms.filter((room) => own.some((role) => roomsOf[role].includes(room)))
}
