import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

export const outboxRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/beheer/post',
  staticData: { room: 'outbox' },
  component: lazyRouteComponent(() => import('./OutboxPage.tsx'), 'OutboxPage'),
})
