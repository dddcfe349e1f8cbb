import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { safeTarget } from '../access/safe-target.ts'
import { rootRoute } from './members-route.ts'

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/inloggen',
  validateSearch: (search: Record<string, unknown>): { naar?: string } => {
    const naar = safeTarget(search.naar)
    return naar === undefined ? {} : { naar }
  },
  component: lazyRouteComponent(() => import('./SignInRoutePage.tsx'), 'SignInRoutePage'),
})
