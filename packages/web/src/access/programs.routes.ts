import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

const place = { getParentRoute: () => membersRoute, staticData: { room: 'everyone' } } as const

export const programsRoute = createRoute({
  ...place,
  path: '/koppelingen',
  component: lazyRouteComponent(() => import('./ProgramsPage.tsx'), 'ProgramsPage'),
})

export const tryRoute = createRoute({
  ...place,
  path: '/koppelingen/proberen',
  component: lazyRouteComponent(() => import('./TryPage.tsx'), 'TryPage'),
})
