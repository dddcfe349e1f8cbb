import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { safeTarget } from '../access/safe-target.ts'
import { ApiError } from '../api/api-error.ts'
import { rootRoute } from './members-route.ts'

/** Between signing in and the pages of members, for who has a second step before her. */
export const nextStepRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inloggen/verder',
  validateSearch: (search: Record<string, unknown>): { naar?: string | undefined } => ({
    naar: safeTarget(search.naar),
  }),
  loaderDeps: ({ search }) => ({ target: search.naar ?? '/' }),
  loader: async ({ context, deps: { target } }) => {
    const { sessionNowQuery } = await import('../access/session.queries.ts')
    const state = await context.queryClient.fetchQuery(sessionNowQuery).catch((error: unknown) => {
      if (!(error instanceof ApiError) || error.code !== 'not-signed-in') throw error
      throw redirect({ to: '/inloggen', search: { naar: target } })
    })
    // Nothing to do here; a lock has its own screen, over the page that one goes to.
    if (state.step === 'open' || state.step === 'locked') throw redirect({ href: target, replace: true })
    return state
  },
  // Looked at once: what one is busy setting up must not be swept away by looking again.
  shouldReload: false,
  component: lazyRouteComponent(() => import('./NextStepRoutePage.tsx'), 'NextStepRoutePage'),
})
