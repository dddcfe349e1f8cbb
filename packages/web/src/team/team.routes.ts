import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'
import type { ChooserSearch } from './chooser-content.ts'
import type { RoundBegan } from './round-begin.ts'

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

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
    // With which questions a check is begun at once.
    validateSearch: ({ vragen }: Record<string, unknown>): { vragen?: string | undefined } => ({
      vragen: textOf(vragen),
    }),
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
      moment: textOf(search.moment),
      naast: textOf(search.naast),
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
    validateSearch: (search: Record<string, unknown>): RoundBegan => ({
      vragen: textOf(search.vragen),
      vorm: textOf(search.vorm),
      team: textOf(search.team),
      gesprek: textOf(search.gesprek),
      volgt: textOf(search.volgt),
    }),
    component: lazyRouteComponent(() => import('./RoundNewPage.tsx'), 'RoundNewPage'),
  }),
  createRoute({
    ...of,
    path: '/peilingen/$round',
    // A talk that has just been planned for it.
    validateSearch: ({ gesprek }: Record<string, unknown>): { gesprek?: string | undefined } => ({
      gesprek: textOf(gesprek),
    }),
    component: lazyRouteComponent(() => import('./RoundPage.tsx'), 'RoundPage'),
  }),
  // Every answer stands in the address, so that a way through the questions can be passed on; for which team it is asked, and
  // which talk was planned for it on the way.
  createRoute({
    ...of,
    path: '/team/keuzehulp',
    validateSearch: ({ pad, team, gesprek }: Record<string, unknown>): ChooserSearch => ({
      pad: textOf(pad),
      team: textOf(team),
      gesprek: textOf(gesprek),
    }),
    component: lazyRouteComponent(() => import('./ChooserPage.tsx'), 'ChooserPage'),
  }),
] as const
