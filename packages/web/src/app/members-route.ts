import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { meQuery } from '../access/access.queries.ts'
import { ApiError } from '../api/api-error.ts'
import { chooseLanguage, currentLanguage } from '../language/language-choice.ts'
import { MemberPages } from './MemberPages.tsx'

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet })

/** Everything behind the sign-in hangs under this route; it knows who is there before a page is shown. */
export const membersRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'members',
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.queryClient.ensureQueryData(meQuery)
      if (me.language !== currentLanguage()) chooseLanguage(me.language)
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'not-signed-in') throw error
      throw redirect({ to: '/inloggen', search: location.href === '/' ? {} : { naar: location.href } })
    }
  },
  component: MemberPages,
})
