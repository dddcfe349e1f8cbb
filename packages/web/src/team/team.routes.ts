import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

const of = { getParentRoute: () => membersRoute, staticData: { room: 'team' } } as const

/** The pages of the room *Team*, each loaded when it is opened. */
export const teamRoutes = [
  createRoute({
    ...of,
    path: '/team',
    component: lazyRouteComponent(() => import('./CircleListPage.tsx'), 'CircleListPage'),
  }),
  createRoute({
    ...of,
    path: '/team/nieuw',
    component: lazyRouteComponent(() => import('./CircleNewPage.tsx'), 'CircleNewPage'),
  }),
  createRoute({
    ...of,
    path: '/team/$relation',
    component: lazyRouteComponent(() => import('./CirclePage.tsx'), 'CirclePage'),
  }),
  createRoute({
    ...of,
    path: '/team/$relation/mensen',
    component: lazyRouteComponent(() => import('./CirclePeoplePage.tsx'), 'CirclePeoplePage'),
  }),
  createRoute({
    ...of,
    path: '/team/$relation/woorden',
    component: lazyRouteComponent(() => import('./GlossaryPage.tsx'), 'GlossaryPage'),
  }),
  createRoute({
    ...of,
    path: '/team/$relation/spanningen',
    component: lazyRouteComponent(() => import('./TensionPage.tsx'), 'TensionPage'),
  }),
  createRoute({
    ...of,
    path: '/team/$relation/hindernissen',
    component: lazyRouteComponent(() => import('./HinderingPage.tsx'), 'HinderingPage'),
  }),
  createRoute({
    ...of,
    path: '/team/$relation/check',
    component: lazyRouteComponent(() => import('./CheckListPage.tsx'), 'CheckListPage'),
  }),
  createRoute({
    ...of,
    path: '/team/$relation/check/$check',
    component: lazyRouteComponent(() => import('./CheckPage.tsx'), 'CheckPage'),
  }),
  createRoute({
    ...of,
    path: '/team/$relation/kaart',
    // Which moment is looked at, and beside which earlier one.
    validateSearch: (
      search: Record<string, unknown>,
    ): { moment?: string | undefined; naast?: string | undefined } => ({
      moment: typeof search.moment === 'string' ? search.moment : undefined,
      naast: typeof search.naast === 'string' ? search.naast : undefined,
    }),
    component: lazyRouteComponent(() => import('./NetworkPage.tsx'), 'NetworkPage'),
  }),
  createRoute({
    ...of,
    path: '/peilingen',
    component: lazyRouteComponent(() => import('./RoundListPage.tsx'), 'RoundListPage'),
  }),
  createRoute({
    ...of,
    path: '/peilingen/nieuw',
    component: lazyRouteComponent(() => import('./RoundNewPage.tsx'), 'RoundNewPage'),
  }),
  createRoute({
    ...of,
    path: '/peilingen/$round',
    component: lazyRouteComponent(() => import('./RoundPage.tsx'), 'RoundPage'),
  }),
  // Every answer stands in the address, so that a way through the questions can be passed on.
  createRoute({
    ...of,
    path: '/team/keuzehulp',
    validateSearch: ({ pad }: Record<string, unknown>): { pad?: string | undefined } => ({
      pad: typeof pad === 'string' ? pad : undefined,
    }),
    component: lazyRouteComponent(() => import('./ChooserPage.tsx'), 'ChooserPage'),
  }),
] as const
