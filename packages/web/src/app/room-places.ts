import type { Room } from '@weerklank/core/access/rooms'
import type { IconName } from '../ui/icon-shapes.ts'

/** A page behind the sign-in belongs to a room, or is for everyone (what is only about oneself). */
declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Left out: for those who work with content. */
    room?: Room | 'everyone'
  }
}

/** Where each room begins. A room without a page yet is not offered. */
export const roomPlaces = {
  today: { to: '/', icon: 'today' },
  relations: { to: '/samenwerkingen', icon: 'people' },
  meetings: { to: '/gesprekken', icon: 'talk' },
  analysis: { to: '/duiden', icon: 'meaning' },
  learning: { to: '/leren', icon: 'book' },
  team: { to: '/team', icon: 'bars' },
  library: { to: '/kennis', icon: 'shelf' },
  forms: { to: '/vragenlijsten', icon: 'pencil' },
  research: { to: '/onderzoek', icon: 'search' },
  audit: { to: '/logboek', icon: 'eye' },
  members: { to: '/beheer/mensen', icon: 'people' },
  settings: { to: '/beheer/instellingen', icon: 'settings' },
  outbox: { to: '/beheer/post', icon: 'mail' },
  privacy: { to: '/beheer/bewaren', icon: 'lock' },
} as const satisfies Partial<Record<Room, { to: string; icon: IconName }>>

export type PlacedRoom = keyof typeof roomPlaces

/** Those of a member's rooms that have a page, in their order. */
export function placedRooms(own: readonly Room[]): PlacedRoom[] {
  return own.filter((room): room is PlacedRoom => room in roomPlaces)
}
