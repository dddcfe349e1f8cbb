import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

export const relationImportRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/samenwerkingen/inlezen',
  component: lazyRouteComponent(() => import('./RelationImportPage.tsx'), 'RelationImportPage'),
})
