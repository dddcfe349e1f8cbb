import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signInOptionsQuery } from '../access/access.queries.ts'
import { safeTarget } from '../access/safe-target.ts'
import { rootRoute } from './members-route.ts'

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inloggen',
  // Undefined is said aloud: of a key that is left out, the router keeps what the address says.
  validateSearch: (search: Record<string, unknown>): { naar?: string | undefined } => ({
    naar: safeTarget(search.naar),
  }),
  // Everything at once: people one can become must not push the form down. Fetched or not, the page comes.
  loader: ({ context }) => context.queryClient.prefetchQuery(signInOptionsQuery),
  component: lazyRouteComponent(() => import('./SignInRoutePage.tsx'), 'SignInRoutePage'),
})
