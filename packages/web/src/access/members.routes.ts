import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

export const membersPageRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/beheer/mensen',
  staticData: { room: 'members' },
  component: lazyRouteComponent(() => import('./MembersPage.tsx'), 'MembersPage'),
})
