import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

export const emergencyRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/spoed',
  component: lazyRouteComponent(() => import('./EmergencyPage.tsx'), 'EmergencyPage'),
})
