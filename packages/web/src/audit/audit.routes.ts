import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'
import { readAuditSearch } from './audit-search.ts'

export const auditRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/logboek',
  staticData: { room: 'audit' },
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('./AuditPage.tsx'), 'AuditPage'),
})
