import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'
import { signInOptionsQuery } from './access.queries.ts'

export const accountRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/account',
  staticData: { room: 'everyone' },
  // Everything at once: what comes later would push down what one is reading. Fetched or not, the page comes.
  loader: async ({ context: { queryClient } }) => {
    const own = await import('./session.queries.ts')
    await Promise.all([
      queryClient.prefetchQuery(own.sessionQuery),
      queryClient.prefetchQuery(own.secondFactorQuery),
      queryClient.prefetchQuery(own.passkeysQuery),
      queryClient.prefetchQuery(own.sessionsQuery),
      queryClient.prefetchQuery(signInOptionsQuery),
    ])
  },
  component: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
})
