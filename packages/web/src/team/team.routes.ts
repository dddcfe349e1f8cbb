import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

const staticData = { room: 'rounds' } as const

export const roundListRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/peilingen',
  staticData,
  component: lazyRouteComponent(() => import('./RoundListPage.tsx'), 'RoundListPage'),
})

export const newRoundRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/peilingen/nieuw',
  staticData,
  component: lazyRouteComponent(() => import('./RoundNewPage.tsx'), 'RoundNewPage'),
})

export const roundRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/peilingen/$round',
  staticData,
  component: lazyRouteComponent(() => import('./RoundPage.tsx'), 'RoundPage'),
})
