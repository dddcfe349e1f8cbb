import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

export const relationListRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/samenwerkingen',
  validateSearch: (search: Record<string, unknown>): { zoek?: string } =>
    typeof search.zoek === 'string' && search.zoek !== '' ? { zoek: search.zoek.slice(0, 100) } : {},
  component: lazyRouteComponent(() => import('./RelationListPage.tsx'), 'RelationListPage'),
})
