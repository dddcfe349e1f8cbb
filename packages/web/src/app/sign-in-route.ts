import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signInOptionsQuery } from '../access/access.queries.ts'
import { safeTarget } from '../access/safe-target.ts'
import { type SingleSignOnOutcome, singleSignOnOutcome } from '../access/sign-in-outcome.ts'
import { rootRoute } from './members-route.ts'

/** Where to go on to, and how signing in with the organisation's account ended when it did not work. */
type SignInSearch = { naar?: string | undefined; sso?: SingleSignOnOutcome | undefined }

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inloggen',
  // Undefined is said aloud: of a key that is left out, the router keeps what the address says.
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    naar: safeTarget(search.naar),
    sso: singleSignOnOutcome(search.sso),
  }),
  // Everything at once: people one can become must not push the form down. Fetched or not, the page comes.
  loader: ({ context }) => context.queryClient.prefetchQuery(signInOptionsQuery),
  component: lazyRouteComponent(() => import('./SignInRoutePage.tsx'), 'SignInRoutePage'),
})
