import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

const of = { getParentRoute: () => membersRoute, staticData: { room: 'meetings' } } as const

/** The pages of the room *Gesprekken*, each loaded when it is opened. */
export const dialogueRoutes = [
  createRoute({
    ...of,
    path: '/gesprekken',
    component: lazyRouteComponent(() => import('./MeetingListPage.tsx'), 'MeetingListPage'),
  }),
  createRoute({
    ...of,
    path: '/gesprekken/nieuw',
    component: lazyRouteComponent(() => import('./MeetingNewPage.tsx'), 'MeetingNewPage'),
  }),
  createRoute({
    ...of,
    path: '/gesprekken/$meeting',
    component: lazyRouteComponent(() => import('./MeetingPage.tsx'), 'MeetingPage'),
  }),
  createRoute({
    ...of,
    path: '/gesprekken/$meeting/aanpassen',
    component: lazyRouteComponent(() => import('./MeetingEditPage.tsx'), 'MeetingEditPage'),
  }),
  createRoute({
    ...of,
    path: '/gesprekken/vormen',
    component: lazyRouteComponent(() => import('./FormatListPage.tsx'), 'FormatListPage'),
  }),
  createRoute({
    ...of,
    path: '/gesprekken/vormen/kiezen',
    component: lazyRouteComponent(() => import('./FormatChooserPage.tsx'), 'FormatChooserPage'),
  }),
  createRoute({
    ...of,
    path: '/gesprekken/vormen/$format',
    component: lazyRouteComponent(() => import('./FormatPage.tsx'), 'FormatPage'),
  }),
  createRoute({
    ...of,
    path: '/gesprekken/vormen/$format/aanpassen',
    component: lazyRouteComponent(() => import('./FormatEditPage.tsx'), 'FormatEditPage'),
  }),
  createRoute({
    ...of,
    path: '/gesprekken/$meeting/live',
    component: lazyRouteComponent(() => import('./LivePage.tsx'), 'LivePage'),
  }),
] as const
