import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'
import { readLegalSearch } from './legal-search.ts'

export const legalListRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/beheer/teksten',
  staticData: { room: 'privacy' },
  validateSearch: readLegalSearch,
  component: lazyRouteComponent(() => import('./LegalListPage.tsx'), 'LegalListPage'),
})

export const legalTextRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/beheer/teksten/$document',
  staticData: { room: 'privacy' },
  validateSearch: readLegalSearch,
  component: lazyRouteComponent(() => import('./LegalTextPage.tsx'), 'LegalTextPage'),
})
