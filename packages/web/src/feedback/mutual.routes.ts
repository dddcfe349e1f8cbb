import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

export const mutualRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/samenwerkingen/$relation/beeld/$picture',
  component: lazyRouteComponent(() => import('./MutualPage.tsx'), 'MutualPage'),
})
