import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

export const retentionRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/beheer/bewaren',
  // Administrator and privacy officer.
  staticData: { room: 'privacy' },
  component: lazyRouteComponent(() => import('./RetentionPage.tsx'), 'RetentionPage'),
})

export const journalRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/samenwerkingen/$relation/dagboek',
  component: lazyRouteComponent(() => import('./JournalPage.tsx'), 'JournalPage'),
})

export const peerCasesRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/intervisie',
  component: lazyRouteComponent(() => import('./PeerCasesPage.tsx'), 'PeerCasesPage'),
})

export const takeawayRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/beheer/meenemen',
  staticData: { room: 'privacy' },
  component: lazyRouteComponent(() => import('./TakeawayPage.tsx'), 'TakeawayPage'),
})
