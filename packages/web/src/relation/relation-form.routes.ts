import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

export const newRelationRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/samenwerkingen/nieuw',
  component: lazyRouteComponent(() => import('./RelationFormNewPage.tsx'), 'RelationFormNewPage'),
})

export const editRelationRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/samenwerkingen/$relation/bewerken',
  component: lazyRouteComponent(() => import('./RelationFormEditPage.tsx'), 'RelationFormEditPage'),
})
