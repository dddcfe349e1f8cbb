import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

export const relationRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/samenwerkingen/$relation',
  component: lazyRouteComponent(() => import('./RelationPage.tsx'), 'RelationPage'),
})
