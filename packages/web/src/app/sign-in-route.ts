import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signInOptionsQuery } from '../access/access.queries.ts'
import { safeTarget } from '../access/safe-target.ts'
import { rootRoute } from './members-route.ts'

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inloggen',
  validateSearch: (search: Record<string, unknown>): { naar?: string } => {
    const naar = safeTarget(search.naar)
    return naar === undefined ? {} : { naar }
  },
  // Everything at once: people one can become must not push the form down. Fetched or not, the page comes.
  loader: ({ context }) => context.queryClient.prefetchQuery(signInOptionsQuery),
  component: lazyRouteComponent(() => import('./SignInRoutePage.tsx'), 'SignInRoutePage'),
})
