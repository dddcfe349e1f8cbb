import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

export const retentionRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/beheer/bewaren',
  // Administrator and privacy officer.
  staticData: { room: 'privacy' },
  component: lazyRouteComponent(() => import('./RetentionPage.tsx'), 'RetentionPage'),
})

export const takeawayRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/beheer/meenemen',
  staticData: { room: 'privacy' },
  component: lazyRouteComponent(() => import('./TakeawayPage.tsx'), 'TakeawayPage'),
})
