import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

export const supervisionListRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/meekijken',
  component: lazyRouteComponent(() => import('./SupervisionListPage.tsx'), 'SupervisionListPage'),
})

export const supervisionRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/meekijken/$share',
  component: lazyRouteComponent(() => import('./SupervisionPage.tsx'), 'SupervisionPage'),
})

export const caseloadRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/mijn-samenwerkingen',
  component: lazyRouteComponent(() => import('./CaseloadPage.tsx'), 'CaseloadPage'),
})
