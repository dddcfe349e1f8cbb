import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { membersRoute } from '../app/members-route.ts'

export const settingsRoute = createRoute({
  getParentRoute: () => membersRoute,
  path: '/beheer/instellingen',
  staticData: { room: 'settings' },
  component: lazyRouteComponent(() => import('./SettingsPage.tsx'), 'SettingsPage'),
})
