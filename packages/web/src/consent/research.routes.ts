import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

export const researchRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/onderzoek',
  staticData: { room: 'research' },
  component: lazyRouteComponent(() => import('./ResearchPage.tsx'), 'ResearchPage'),
})
