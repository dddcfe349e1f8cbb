import type { Role } from './access.ts'

/** The rooms that can stand in the navigation, in the order in which they are offered. */
export const rooms = [
  'today',
  'relations',
  'rounds',
  'research',
  'audit',
  'members',
  'settings',
  'outbox',
  'privacy',
] as const
export type Room = (typeof rooms)[number]

const roomsOf: Readonly<Record<Role, readonly Room[]>> = {
  professional: ['today', 'relations', 'rounds'],
  facilitator: ['today', 'relations', 'rounds'],
  trainer: ['today', 'relations', 'rounds'],
  coach: ['today', 'relations', 'rounds'],
  guest: ['today', 'relations'],
  researcher: ['research'],
  administrator: ['members', 'settings', 'outbox', 'privacy'],
  'privacy-officer': ['audit', 'privacy'],
}

/**
 * The rooms that a member is offered, each once, in the order of `rooms`. It says where there is work for her; what she
 * may do there is decided anew by each request.
 */
export function roomsFor(own: readonly Role[]): Room[] {
  return rooms.filter((room) => own.some((role) => roomsOf[role].includes(room)))
}
