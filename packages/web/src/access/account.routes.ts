import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'
import { signInOptionsQuery } from './access.queries.ts'
import { passkeysQuery, secondFactorQuery, sessionQuery, sessionsQuery } from './session.queries.ts'

export const accountRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/account',
  staticData: { room: 'everyone' },
  // Everything at once: what comes later would push down what one is reading. Fetched or not, the page comes.
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.prefetchQuery(sessionQuery),
      queryClient.prefetchQuery(signInOptionsQuery),
      queryClient.prefetchQuery(secondFactorQuery),
      queryClient.prefetchQuery(passkeysQuery),
      queryClient.prefetchQuery(sessionsQuery),
    ]),
  component: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
})
