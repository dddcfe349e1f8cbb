import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'
import type { AuditSearch } from './audit-search.ts'

export const auditRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/logboek',
  staticData: { room: 'audit' },
  // The page itself reads what the address may say (audit-search.ts): the closed list of deeds is no weight for the first page.
  validateSearch: (search: Record<string, unknown>) => search as AuditSearch,
  component: lazyRouteComponent(() => import('./AuditPage.tsx'), 'AuditPage'),
})
