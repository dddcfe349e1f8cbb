import type { Role } from './access.ts'

/** The rooms that can stand in the navigation, in the order in which they are offered. */
export const rooms = [
  'today',
  'relations',
  'meetings',
  'research',
  'analysis',
  'learning',
  'rounds',
  'audit',
  'members',
  'settings',
  'outbox',
  'privacy',
  'forms',
] as const
export type Room = (typeof rooms)[number]

const roomsOf: Readonly<Record<Role, readonly Room[]>> = {
  professional: ['today', 'relations', 'meetings', 'analysis', 'learning', 'rounds', 'forms'],
  facilitator: ['today', 'relations', 'meetings', 'analysis', 'learning', 'rounds', 'forms'],
  trainer: ['today', 'relations', 'meetings', 'analysis', 'learning', 'rounds', 'forms'],
  coach: ['today', 'relations', 'meetings', 'analysis', 'learning', 'rounds', 'forms'],
  guest: ['today', 'relations', 'meetings'],
  researcher: ['research', 'analysis', 'learning', 'forms'],
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
