import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from './members-route.ts'

/** How an account signs in that has no place at work: its own page is written by the server, this one needs script. */
export const ownSignInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/eigen-account',
  component: lazyRouteComponent(() => import('./OwnSignInRoutePage.tsx'), 'OwnSignInRoutePage'),
})
