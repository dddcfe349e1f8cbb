import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router'
import type { ErrorCode } from '@weerklank/core/shared/errors'
import { meQuery } from '../access/access.queries.ts'
import { ApiError } from '../api/api-error.ts'
import { chooseLanguage, currentLanguage } from '../language/language-choice.ts'
import { MemberPages } from './MemberPages.tsx'
import { placedRooms, roomPlaces } from './room-places.ts'

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet })

/** Where one goes before any page of members. */
const comesFirst: Partial<Record<ErrorCode, '/inloggen' | '/inloggen/verder'>> = {
  'not-signed-in': '/inloggen',
  'second-factor-needed': '/inloggen/verder',
}

/** Everything behind the sign-in hangs under this route; it knows who is there before a page is shown. */
export const membersRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'members',
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.queryClient.ensureQueryData(meQuery)
      if (me.language !== currentLanguage()) chooseLanguage(me.language)
      // Who has no work with content comes in by the first room she has.
      const [room] = placedRooms(me.rooms)
      const door = room === undefined ? '/' : roomPlaces[room].to
      if (location.pathname === '/' && door !== '/') throw redirect({ to: door })
    } catch (error) {
      // No place at work: her own page, if she has one, is written by the server.
      if (error instanceof ApiError && error.code === 'not-allowed')
        throw redirect({ href: '/mijn', reloadDocument: true })
      const first = error instanceof ApiError ? comesFirst[error.code] : undefined
      if (first === undefined) throw error
      throw redirect({ to: first, search: location.href === '/' ? {} : { naar: location.href } })
    }
  },
  component: MemberPages,
})
