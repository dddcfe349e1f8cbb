import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

const of = { getParentRoute: () => membersRoute, staticData: { room: 'learning' } } as const

/** The pages of the room *Leren*, each loaded when it is opened. */
export const learningRoutes = [
  createRoute({
    ...of,
    path: '/leren',
    component: lazyRouteComponent(() => import('./TrajectoryListPage.tsx'), 'TrajectoryListPage'),
  }),
  createRoute({
    ...of,
    path: '/leren/nieuw',
    component: lazyRouteComponent(() => import('./TrajectoryNewPage.tsx'), 'TrajectoryNewPage'),
  }),
  createRoute({
    ...of,
    path: '/leren/$trajectory',
    component: lazyRouteComponent(() => import('./TrajectoryPage.tsx'), 'TrajectoryPage'),
  }),
  createRoute({
    ...of,
    path: '/leren/$trajectory/mensen',
    component: lazyRouteComponent(() => import('./TrajectoryPeoplePage.tsx'), 'TrajectoryPeoplePage'),
  }),
  createRoute({
    ...of,
    path: '/leren/$trajectory/aanpassen',
    component: lazyRouteComponent(() => import('./TrajectoryEditPage.tsx'), 'TrajectoryEditPage'),
  }),
  createRoute({
    ...of,
    path: '/leren/$trajectory/invoeren',
    component: lazyRouteComponent(() => import('./PaperPage.tsx'), 'PaperPage'),
  }),
  createRoute({
    ...of,
    path: '/leren/$trajectory/maatjes',
    component: lazyRouteComponent(() => import('./BuddiesPage.tsx'), 'BuddiesPage'),
  }),
  createRoute({
    ...of,
    path: '/leren/$trajectory/tussendoor',
    component: lazyRouteComponent(() => import('./BetweenPage.tsx'), 'BetweenPage'),
  }),
  createRoute({
    ...of,
    path: '/leren/$trajectory/monitor',
    component: lazyRouteComponent(() => import('./MonitorPage.tsx'), 'MonitorPage'),
  }),
  createRoute({
    ...of,
    path: '/leren/$trajectory/verslag',
    component: lazyRouteComponent(() => import('./ReportPage.tsx'), 'ReportPage'),
  }),
] as const
